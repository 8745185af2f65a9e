"""`nnnews search`: articles that hold the words, each with the piece that shows it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nnnews.cli.show import day
from nnnews.config import Config
from nnnews.items import SHANGHAI
from nnnews.record import as_line, as_record
from nnnews.storage import open_store, reading
from nnnews.storage.excerpts import Excerpt, excerpt
from nnnews.storage.search import Filter, search
from nnnews.storage.stored import StoredArticle


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: words that all occur, of a district, from a day on, so many at most."""

    words: str
    district: str | None
    since: date | None
    limit: int
    ranked: bool = False


def search_articles(config: Config, query: Query, *, as_json: bool) -> None:
    """Print what is found, the newest or the best match first; `rank` counts from 1."""
    since = datetime.combine(query.since, time.min, SHANGHAI) if query.since else None
    within = Filter(query.district, since)
    with reading(open_store(config.database_url)) as connection:
        found = search(connection, query.words, within, query.limit, ranked=query.ranked)
    pieces = [excerpt(stored, query.words) for stored in found]
    if as_json:
        for rank, (stored, piece) in enumerate(zip(found, pieces, strict=True), 1):
            print(as_line({"id": stored.id, "rank": rank, "excerpt": piece.text, **as_record(stored.article)}))
    else:
        Console().print(_tabulate(found, pieces))


def _tabulate(found: list[StoredArticle], pieces: list[Excerpt]) -> Table:
    table = Table("id", "published", "district", "title", "source")
    for stored, piece in zip(found, pieces, strict=True):
        article = stored.article
        cells = (day(article), article.district or "", article.title or "", article.source or "")
        table.add_row(str(stored.id), *(Text(cell) for cell in cells))
        table.add_row("", "", "", _marked(piece), "", end_section=True)
    return table


def _marked(piece: Excerpt) -> Text:
    text = Text(piece.text, "dim")
    for first, last in piece.hits:
        text.stylize("bold not dim", first, last)
    return text
