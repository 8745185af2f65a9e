"""A month in parts, so that a new article rewrites little: only the last part of a month ever grows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """Some articles of a month; the first part bears the name alone, the others a number after it."""

    name: str
    ids: Sequence[int]


def parted(name: str, ids: Sequence[int], size: int) -> Iterator[Part]:
    """2026-11, 2026-11-2, 2026-11-3 …; a name never changes while the month grows."""
    for number, start in enumerate(range(0, len(ids), size), 1):
        yield Part(name if number == 1 else f"{name}-{number}", ids[start : start + size])
