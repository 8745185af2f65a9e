"""JSON Lines: articles as their records, in the order they were stored, as they lie in the store."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from nnnews.storage import records


def render(connection: Connection, ids: Sequence[int]) -> Iterator[str]:
    """A record a line, a batch in a piece; no more is held."""
    for lines in records.lines(connection, ids):
        yield "\n".join((*lines, ""))
