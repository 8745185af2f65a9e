"""A JSON array, an object a line: small enough to read by eye and to compare line by line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nnnews.record import as_line


def render(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rows with these names only."""
    names = tuple(columns)
    separator = "[\n"
    for row in rows:
        yield separator + as_line({name: row[name] for name in names})
        separator = ",\n"
    yield "\n]\n" if separator == ",\n" else "[]\n"
