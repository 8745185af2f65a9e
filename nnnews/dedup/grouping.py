"""Which of many tellings make one story, and which of its copies stands for it.

Nothing here depends on the order of arrival: the links, their strength and the copies decide alone.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Literal, TypeVar

from nnnews.dedup.decision import Verdict
from nnnews.items import SHANGHAI, Script

Kind = Literal["representative", "same", "reprint", "excerpt", "expanded", "mirror"]
Node = TypeVar("Node", bound=Hashable)
_NEVER = datetime.max.date()


@dataclass(frozen=True, slots=True)
class Copy:
    """One place where a story stands, or stood until it was withdrawn.

    `original`: its outlet wrote it; `length`: characters of its text.
    """

    key: str
    script: Script
    original: bool
    published: datetime | None
    length: int
    withdrawn: bool = False


def group(
    nodes: Iterable[Node], links: Iterable[tuple[Node, Node]], excludes: Callable[[Node, Node], bool]
) -> list[frozenset[Node]]:
    """Joins what is linked, strongest link first, unless any two would be together that exclude each other.

    A short item that stands in two notices goes to the one it is closer to; it does not make them one story.
    """
    groups = {node: frozenset((node,)) for node in nodes}
    for here, there in links:
        one, two = groups[here], groups[there]
        if one is not two and not any(excludes(left, right) for left, right in product(one, two)):
            groups |= dict.fromkeys(one | two, one | two)
    return list(dict.fromkeys(groups.values()))


def representative(copies: Sequence[Copy]) -> Copy:
    """Nothing withdrawn and no mirror while there is another; the original outlet; the earliest day; the fullest text.

    Days and not minutes, because many sites print no more than the day.
    """
    return min(copies, key=_rank)


def kind(copy: Copy, chosen: Copy, verdict: Verdict) -> Kind:
    """What the copy is to the one that stands for the story; `verdict` says it of the two texts, the copy's first."""
    if copy == chosen:
        return "representative"
    if copy.script != "simplified":
        return "mirror"
    if verdict in ("excerpt", "expanded"):
        return verdict
    return "same" if copy.original else "reprint"


def _rank(copy: Copy) -> tuple[object, ...]:
    day = copy.published.astimezone(SHANGHAI).date() if copy.published else _NEVER
    moment = copy.published.timestamp() if copy.published else float("inf")
    return copy.withdrawn, copy.script != "simplified", not copy.original, day, -copy.length, moment, copy.key
