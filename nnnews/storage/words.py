"""The word index over bigrams: FTS5 in SQLite, tsvector in PostgreSQL.

FTS5 is contentless, so a removal must name what was put in. Each commit that adds to it makes a segment of it: one by
one an article takes 0.65 ms of processor time, a hundred at once 0.11 each. So articles wait for it (waiting.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, bindparam, select, text

from nnnews.items import Article
from nnnews.storage import bigrams, waiting
from nnnews.storage.tables import articles, bylines, unindexed

_FTS = "INSERT INTO article_words(rowid, title, body, people) VALUES (:id, :title, :body, :people)"
_TSVECTOR = "INSERT INTO article_words(id, words) VALUES (:id, CAST(:words AS tsvector))"
_ADD = {"sqlite": text(_FTS), "postgresql": text(_TSVECTOR)}
_REMOVE = {
    "sqlite": text(
        "INSERT INTO article_words(article_words, rowid, title, body, people) "
        "VALUES ('delete', :id, :title, :body, :people)"
    ),
    "postgresql": text("DELETE FROM article_words WHERE id = :id"),
}
_WEIGHTS = {"title": "A", "people": "B", "body": "D"}
_TEXTS = (
    select(articles.c.id, articles.c.title, articles.c.text, articles.c.source)
    .where(articles.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(articles.c.id)
)
_NAMES = (
    select(bylines.c.article_id, bylines.c.name)
    .where(bylines.c.article_id.in_(bindparam("ids", expanding=True)))
    .order_by(bylines.c.article_id, bylines.c.position)
)
_MOST = 20  # places of a token: PostgreSQL takes 255, and a tsvector one megabyte


def add(connection: Connection, article_id: int) -> None:
    """The article is to be found from now on; its words wait for the index."""
    waiting.add(connection, unindexed, article_id)


def remove(connection: Connection, article_id: int, article: Article) -> None:
    """Takes out exactly what the index has of it."""
    if waiting.remove(connection, unindexed, [article_id]):
        return
    dialect = connection.dialect.name
    row = _row(dialect, searched(article)) if dialect == "sqlite" else {}
    connection.execute(_REMOVE[dialect], {"id": article_id, **row})


def index_waiting(connection: Connection) -> bool:
    """Puts the words of those that have waited longest into the index; whether more may wait."""
    some = waiting.oldest(connection, unindexed)
    if some:
        index(connection, some)
        waiting.remove(connection, unindexed, some)
    return len(some) == waiting.BATCH


def index(connection: Connection, article_ids: Sequence[int]) -> None:
    """Their words; none of them may be in the index."""
    dialect = connection.dialect.name
    rows = [{"id": id_, **_row(dialect, fields)} for id_, fields in _read(connection, article_ids)]
    connection.execute(_ADD[dialect], rows)


def searched(article: Article) -> tuple[str, str, str]:
    """Title, body and people: what a search looks at."""
    names = [person.name for person in article.byline]
    return article.title or "", article.text, "\n".join([*names, article.source or ""])


def _read(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """What a search looks at, without the rest of the articles."""
    credited = groupby(connection.execute(_NAMES, {"ids": ids}), key=lambda row: row.article_id)
    people = {id_: [row.name for row in rows] for id_, rows in credited}
    for row in connection.execute(_TEXTS, {"ids": ids}):
        yield row.id, (row.title, row.text, "\n".join([*people.get(row.id, ()), row.source or ""]))


def _row(dialect: str, fields: Iterable[str]) -> dict[str, str]:
    named = zip(("title", "body", "people"), fields, strict=True)
    tokens = {name: bigrams.index_tokens(field) for name, field in named}
    return tokens if dialect == "sqlite" else {"words": _tsvector(tokens)}


def _tsvector(tokens: dict[str, str]) -> str:
    """'防汛':1A,17: a token holds letters, digits and points only, so nothing is to be escaped."""
    places: dict[str, list[str]] = {}
    weighted = ((token, _WEIGHTS[field]) for field, written in tokens.items() for token in written.split())
    for position, (token, weight) in enumerate(weighted, 1):
        places.setdefault(token, []).append(f"{position}{weight}")
    return " ".join(f"'{token}':{','.join(found[:_MOST])}" for token, found in places.items())
