"""The record of an article as it is published, rendered once when the article is saved.

Exports read these lines and need not put articles together; the stamp says whether a line has changed.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from nnnews.items import SHANGHAI, Article
from nnnews.record import as_line, as_record, from_record
from nnnews.storage.prepared import Prepared
from nnnews.storage.stored import StoredArticle
from nnnews.storage.tables import appearances, articles, records

BATCH = 500  # lines in memory at a time

_ADD = Prepared(insert(records))
_CHANGE = update(records).where(records.c.article_id == bindparam("id"))
_STAMPS = select(records.c.article_id, records.c.month, records.c.seen, records.c.digest).order_by("article_id")
_MET = select(appearances.c.article_id, appearances.c.key).order_by("article_id", "key")
_THESE = records.c.article_id.in_(bindparam("ids", expanding=True))
_LINES = select(records.c.line).where(_THESE).order_by(records.c.article_id)
_TOLD = (
    select(articles.c.key, articles.c.first_seen, articles.c.updated, records.c.line, articles.c.withdrawn)
    .join_from(records, articles)
    .where(_THESE)
    .order_by(records.c.article_id)
)
_READ = (
    select(
        articles.c.id, articles.c.key, articles.c.first_seen, articles.c.updated, articles.c.withdrawn, records.c.line
    )
    .join_from(records, articles)
    .where(_THESE)
)


class Stamp(NamedTuple):
    """An article as exports see it: `digest` changes with what is told of it, its other places too, `own` without.

    `month` is that of its publishing (of its first sight, where that is unknown), `seen` that of its first sight.
    """

    article_id: int
    month: str
    seen: str
    digest: str
    own: str


class Told(NamedTuple):
    """A record, and what the store knows besides."""

    key: str
    first_seen: datetime
    updated: datetime
    line: str
    withdrawn: datetime | None


class Sight(NamedTuple):
    """When an article was first seen, when its title or text last changed, and since when it is withdrawn."""

    first_seen: datetime
    updated: datetime
    withdrawn: datetime | None = None


def add(connection: Connection, article_id: int, article: Article, sight: Sight) -> None:
    """The record of a new article."""
    _ADD.run(connection, {"article_id": article_id, **_row(article, sight)})


def change(connection: Connection, article_id: int, article: Article, sight: Sight) -> None:
    """The record of an article that was read anew."""
    connection.execute(_CHANGE, {"id": article_id, **_row(article, sight)})


def mark(connection: Connection, article_id: int, sight: Sight) -> None:
    """Another stamp for a record that stays as it is."""
    line = connection.execute(select(records.c.line).where(records.c.article_id == article_id)).scalar_one()
    connection.execute(_CHANGE, {"id": article_id, "digest": _stamped(line, sight)})


def stamps(connection: Connection) -> Iterator[Stamp]:
    """Of all articles, by id."""
    met = {key: [row.key for row in group] for key, group in groupby(connection.execute(_MET), lambda row: row[0])}
    for row in connection.execute(_STAMPS):
        digest = _digest(row.digest, *met[row.article_id]) if row.article_id in met else row.digest
        yield Stamp(*row, own=row.digest)._replace(digest=digest)


def lines(connection: Connection, article_ids: Sequence[int]) -> Iterator[Sequence[str]]:
    """The records of these articles by id, each a line of JSON; a batch in memory at a time."""
    for start in range(0, len(article_ids), BATCH):
        yield connection.execute(_LINES, {"ids": list(article_ids[start : start + BATCH])}).scalars().all()


def told_of(connection: Connection, article_ids: Sequence[int]) -> list[Told]:
    """The records of these articles by id."""
    return [Told(*row) for row in connection.execute(_TOLD, {"ids": article_ids})]


def read_back(connection: Connection, article_ids: Sequence[int]) -> list[StoredArticle]:
    """Articles as their records tell them, in the order asked for, without their other places.

    One question and no more: a third of the cost of queries.articles_by_id.
    """
    found = {
        row.id: StoredArticle(
            row.id, from_record(json.loads(row.line), row.key), row.first_seen, row.updated, withdrawn=row.withdrawn
        )
        for row in connection.execute(_READ, {"ids": article_ids})
    }
    return [found[id_] for id_ in article_ids if id_ in found]


def _row(article: Article, sight: Sight) -> dict[str, str]:
    line = as_line(as_record(article))
    return {
        "month": _month(article.published or sight.first_seen),
        "seen": _month(sight.first_seen),
        "digest": _stamped(line, sight),
        "line": line,
    }


def _stamped(line: str, sight: Sight) -> str:
    return _digest(line, *(when.isoformat() for when in (sight.updated, sight.withdrawn) if when))


def _month(when: datetime) -> str:
    return when.astimezone(SHANGHAI).isoformat()[:7]


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
