"""What was published of an article before it changed: an index made then can be told from the store alone.

A replay keeps nothing: it changes so much that an index is made anew faster.
"""

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, literal, select

from nnnews.storage.revision_tables import former_records
from nnnews.storage.tables import records

_CHANGES = select(
    former_records.c.id, former_records.c.article_id, former_records.c.digest, former_records.c.withdrawn
).order_by(former_records.c.id)
_LINE = select(former_records.c.line).where(former_records.c.id == bindparam("number"))


class Former(NamedTuple):
    """What an article was until its record changed; `digest` was its stamp's `own`."""

    number: int
    article_id: int
    digest: str
    withdrawn: bool


def keep(connection: Connection, article_id: int, *, withdrawn: bool) -> None:
    """The record as it is, before it is changed; whether the article was withdrawn."""
    now = select(records.c.article_id, records.c.digest, literal(withdrawn), records.c.line)
    names = ["article_id", "digest", "withdrawn", "line"]
    connection.execute(insert(former_records).from_select(names, now.where(records.c.article_id == article_id)))


def changes(connection: Connection) -> list[Former]:
    """Of all articles, in the order of their happening."""
    return [Former(*row) for row in connection.execute(_CHANGES)]


def former_line(connection: Connection, number: int) -> str:
    """The record that such a change replaced."""
    return str(connection.execute(_LINE, {"number": number}).scalar_one())
