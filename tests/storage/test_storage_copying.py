"""A store copied to another database is the same store."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text

from nnnews.errors import UsageError
from nnnews.items import Article
from nnnews.storage import leases, memory, open_store, queries, reading, search, words, writing
from nnnews.storage.copying import copy_store
from nnnews.storage.creating import all_tables
from nnnews.storage.leases import Lease
from nnnews.storage.memory import Found
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.search import Filter
from nnnews.storage.store import save
from nnnews.storage.stored import SiteRun
from nnnews.storage.tables import articles

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def filled(tmp_path: Path, article: Callable[..., Article], full: Article) -> str:
    """A SQLite store with something in it; its newest article was removed."""
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = open_store(url)
    with writing(engine) as connection:
        for one in (full, article(2), article(3, text=full.text, title=full.title), article(4)):
            save(connection, one, NOON)
        words.index_waiting(connection)
        for one in (article(5), article(6)):
            save(connection, one, NOON)  # waits for the index
        connection.execute(text("DELETE FROM articles WHERE key IN ('nnnews/4', 'nnnews/6')"))
        leases.hold(connection, ["www.nnnews.net"], Lease("here", NOON, NOON))
        memory.remember(connection, [Found("nnnews/9", "http://www.nnnews.net/p/9.html", "nnnews")], NOON)
        run = start_run(connection, NOON)
        finish_run(connection, run, Finish(NOON, "ok", (SiteRun("nnnews", "ok", {"new": 2}),)))
    engine.dispose()
    return url


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with reading(engine) as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in all_tables()
        }


def test_a_store_goes_there_and_back_unchanged(filled: str, url: str, tmp_path: Path) -> None:
    back = f"sqlite:///{tmp_path / 'back.sqlite3'}"
    copied = {one.table: one.rows for one in copy_store(filled, url)}
    assert copied == {one.table: one.rows for one in copy_store(url, back)}
    engines = [open_store(each) for each in (filled, url, back)]
    first, second, third = (rows(engine) for engine in engines)
    assert first == second == third
    assert (copied["articles"], copied["urls"], copied["article_words"]) == (3, 1, 2)
    for engine in engines:
        engine.dispose()


def test_a_copy_is_searched_and_gives_no_number_twice(filled: str, url: str, article: Callable[..., Article]) -> None:
    copy_store(filled, url)
    engine = open_store(url)
    with writing(engine) as connection:
        assert len(search.search(connection, "老旧小区", Filter())) == 3
        save(connection, article(7), NOON)
        assert connection.execute(select(articles.c.id).where(articles.c.key == "nnnews/7")).scalar_one() == 6
        assert queries.count_articles(connection).articles == 4
    engine.dispose()


def test_a_store_that_holds_something_is_not_copied_into(filled: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    copy_store(filled, other)
    with pytest.raises(UsageError, match="copy into an empty store"):
        copy_store(filled, other)


def test_no_table_is_forgotten(engine: Engine) -> None:
    there = {name for name in inspect(engine).get_table_names() if not name.startswith("article_words")}
    assert there - {"alembic_version"} == {table.name for table in all_tables()}
