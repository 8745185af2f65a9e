"""`nnnews show`: one article, for reading."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from nnnews.config import Config
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI, Article, Figure
from nnnews.record import as_line, as_record
from nnnews.storage import open_store, queries, reading
from nnnews.storage.stored import StoredArticle
from nnnews.storage.story_queries import stories_of


def show_article(config: Config, name: str, *, as_json: bool) -> None:
    """Print the article named by number, key or address. Raises UsageError when there is none."""
    with reading(open_store(config.database_url)) as connection:
        stored = find(connection, name)
        places = list(_other_places(connection, stored))
    if as_json:
        print(as_line(as_record(stored.article)))
    else:
        _print_article(stored.article, places)


def find_article(config: Config, name: str) -> StoredArticle:
    """As `find`, in a transaction of its own."""
    with reading(open_store(config.database_url)) as connection:
        return find(connection, name)


def find(connection: Connection, name: str) -> StoredArticle:
    """The article named by number, key or address. Raises UsageError when there is none."""
    by_number = queries.article(connection, int(name)) if name.isdecimal() else None
    stored = by_number or queries.article_by_key(connection, name) or queries.article_by_url(connection, name)
    if stored is None:
        raise UsageError(f"no article {name!r}; `nnnews search` finds numbers")
    return stored


def _other_places(connection: Connection, stored: StoredArticle) -> Iterator[str]:
    """Of the story, each with what it is there: 'reprint http://…'. Of a text in no story yet, where else it stands."""
    story = stories_of(connection, [stored.id]).get(stored.id)
    if story is None:
        yield from (copy.url or copy.key for copy in stored.appearances)
        return
    for member in story.members:
        if member.key != stored.article.key:
            yield f"{member.kind} {member.url or member.key}"


def _print_article(article: Article, places: Iterable[str]) -> None:
    console = Console(highlight=False)
    console.print(Text(article.title or "", "bold"))
    table = Table.grid(padding=(0, 2))
    for label, value in _facts(article).items():
        if value:
            table.add_row(Text(label, "dim"), Text(value))
    for place in places:
        table.add_row(Text("also at", "dim"), Text(place))
    console.print(table, Text(article.text), sep="\n\n")
    if article.figures:
        console.print(_tabulate_figures(article))


def _facts(article: Article) -> dict[str, str]:
    return {
        "address": article.url or "",
        "published": day(article),
        "source": article.source or "",
        "byline": "、".join(f"{person.name} ({person.role})" for person in article.byline),
        "district": article.district or "",
        "places": "、".join(f"{place.name} {place.count}" for place in article.places),
        "congress": " ".join((f"{article.congress.score:.2f}", *article.congress.topics)),
        "problems": "; ".join(article.problems),
    }


def _tabulate_figures(article: Article) -> Table:
    table = Table("figure", "value", "unit", "bound", "subject")
    for figure in article.figures:
        table.add_row(figure.text, number(figure), figure.unit or "", figure.qualifier, figure.subject)
    return table


def number(figure: Figure) -> str:
    """The value, or both ends of a range."""
    return f"{figure.value:,}" + (f"–{figure.value_max:,}" if figure.value_max is not None else "")


def day(article: Article) -> str:
    """When it was published, as exactly as is known; empty when it is not."""
    if article.published is None:
        return ""
    shape = "%Y-%m-%d" if article.published_precision == "day" else "%Y-%m-%d %H:%M"
    return article.published.astimezone(SHANGHAI).strftime(shape)
