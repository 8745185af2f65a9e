"""Data for the page's scripts. A script element loads it from http and from file:// alike; fetch does not."""

from collections.abc import Iterator
from typing import Any

from nnnews.record import as_line

_END = ");\n"


def script(name: str, data: Any) -> Iterator[str]:
    """A call that hands the data over under its name."""
    yield f"nnnews.take({as_line_of(name)}, {as_line_of(data)}{_END}"


def as_line_of(data: Any) -> str:
    """JSON on one line."""
    return as_line(data)


def unpack(text: str) -> str:
    """The JSON of the data in such a script."""
    return text[text.index(", ") + 2 : -len(_END)]
