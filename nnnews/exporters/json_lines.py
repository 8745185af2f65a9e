"""JSON Lines: every article as its record, oldest first."""

from collections.abc import Iterable, Iterator

from nnnews.record import as_line, as_record
from nnnews.storage.stored import StoredArticle


def render(stored: Iterable[StoredArticle]) -> Iterator[str]:
    """A record a line; nothing is held."""
    for one in stored:
        yield as_line(as_record(one.article)) + "\n"
