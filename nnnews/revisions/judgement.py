"""Whether what differs between two readings is news, place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nnnews.items import Article
from nnnews.revisions.essence import Essence, Line
from nnnews.text.damage import LOST
from nnnews.text.expressions import expression

_SAYING_SO = expression(r"[。；;！!？?：:，,、”》）)]$")
_NUMBERED = expression(r"[(（]?(?:[一二三四五六七八九十百]+|\d+)[)）、.．]")
_HEADLINE = range(8, 46)  # characters
_ALIKE = 0.5  # share of characters in the same order, above which two lines are one line and its correction
_FEWEST_HEADLINES = 2
_MOST_LINES = 400  # on one side; a text of more lines, all of them others, is rewritten


@dataclass(frozen=True, slots=True)
class Place:
    """Lines that stand against each other; one side may have none."""

    old: Sequence[Line]
    new: Sequence[Line]

    @property
    def said(self) -> tuple[str, str]:
        """What each side says."""
        return "".join(line.said for line in self.old), "".join(line.said for line in self.new)


@dataclass(frozen=True, slots=True)
class Readings:
    """How the two texts were got: by other rules of the site, from pages in other scripts."""

    other_layout: bool
    other_script: bool

    @classmethod
    def of(cls, old: Article, new: Article) -> "Readings":
        """Of the two."""
        return cls((old.layout, old.method) != (new.layout, new.method), old.script != new.script)


def boring_grounds(old: Essence, new: Essence, readings: Readings) -> frozenset[str] | None:
    """Why nothing of what differs is news; None when some of it is."""
    found = {_ground(place, readings) for place in _places(old.lines, new.lines)}
    return None if None in found else frozenset(ground for ground in found if ground)


def _places(old: tuple[Line, ...], new: tuple[Line, ...]) -> Iterator[Place]:
    """Where the lines differ; a paragraph that was cut otherwise is no difference."""
    own, others = [line.said for line in old], [line.said for line in new]
    if "".join(own) == "".join(others):
        return
    if min(len(own), len(others)) > _MOST_LINES and not set(own).intersection(others):
        yield Place(old, new)
        return
    for tag, start, end, other, other_end in SequenceMatcher(None, own, others, autojunk=False).get_opcodes():
        place = Place(old[start:end], new[other:other_end])
        if tag != "equal" and place.said[0] != place.said[1]:
            yield place


def _ground(place: Place, readings: Readings) -> str | None:
    before, after = place.said
    if LOST in before + after and _fits(before, after):
        return "damage"
    if readings.other_script and _is_respelt(before, after):
        return "script"
    if _are_rotated(place):
        return "related"
    return "layout" if readings.other_layout and _is_edge(place) else None


def _fits(before: str, after: str) -> bool:
    """Whether the two say the same where neither has lost a character."""
    return len(before) == len(after) and all(a == b or LOST in (a, b) for a, b in zip(before, after, strict=True))


def _is_respelt(before: str, after: str) -> bool:
    """Character for character, few of them others and none a digit: 乾 and 干, 著 and 着."""
    if len(before) != len(after):
        return False
    others = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return len(others) * 20 <= len(before) and not any(one.isdecimal() for pair in others for one in pair)


def _are_rotated(place: Place) -> bool:
    """Headlines of other articles, that a page shows others of at each visit: whole lines, none of them corrected."""
    lines = (*place.old, *place.new)
    if max(len(place.old), len(place.new)) < _FEWEST_HEADLINES or not all(map(_is_headline, lines)):
        return False
    return not any(_are_alike(one.said, other.said) for one in place.old for other in place.new)


def _is_headline(line: Line) -> bool:
    words = line.printed.strip()
    return len(words) in _HEADLINE and not _SAYING_SO.search(words) and not _NUMBERED.match(words)


def _is_edge(place: Place) -> bool:
    """Whole lines more or less, as another layout may take in or leave out; within a paragraph it changes nothing."""
    return not any(_are_alike(one.said, other.said) for one in place.old for other in place.new)


def _are_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one[:400], other[:400], autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
