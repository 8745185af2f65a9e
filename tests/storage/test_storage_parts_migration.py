"""The tables of an article's parts are made anew without row numbers, and hold what they held."""

from pathlib import Path

from nnnews.items import Article
from nnnews.storage import open_store, queries, reading
from nnnews.storage.engine import connect
from nnnews.storage.schema import migrate
from nnnews.storage.store import save


def test_credits_places_and_figures_survive(tmp_path: Path, full: Article) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    engine = connect(url)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection, "0013")
        number = save(connection, full).article_id
    engine.dispose()
    with reading(open_store(url)) as connection:
        stored = queries.article(connection, number)
    assert stored is not None and stored.article == full
