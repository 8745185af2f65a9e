"""What a text says when one does not look at spacing, punctuation, counters and stamps: two equal essences, no news."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from nnnews.revisions.rules import RULES
from nnnews.text.boilerplate import is_boilerplate
from nnnews.text.expressions import expression

# Marks between digits belong to the number, and so does the sign before one: 5.9, 3-5, 12:30, -2.
_DASHES = expression(r"(?<=\d)[~～—–－−]+(?=\d)")
_MINUS = expression(r"(?<![\dA-Za-z—–-])[−-](?=\d)")
_THOUSANDS = expression(r"(?<=\d),(?=\d{3}(?!\d))")
_MARK = expression(r"(?<=\d)[.:/-](?=\d)")
# Signs that say something: 5% is not 5‰.
_TELLING = frozenset("%‰℃°〓+=×÷<>≥≤~")
_HELD = str.maketrans({".": "\ue000", ":": "\ue001", "/": "\ue002", "-": "\ue003"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, and what it says."""

    printed: str
    said: str


@dataclass(frozen=True, slots=True)
class Essence:
    """The lines that say something, and why others were left out."""

    lines: tuple[Line, ...]
    grounds: frozenset[str] = field(default_factory=frozenset)

    @property
    def said(self) -> str:
        """All of it; how it is cut into lines says nothing."""
        return "".join(line.said for line in self.lines)


def essence(text: str) -> Essence:
    """Of a text of many lines."""
    lines, grounds = [], set()
    for printed in text.split("\n"):
        bare, why = _bared(printed)
        grounds |= why
        if said := fold(bare):
            lines.append(Line(bare, said))
    return Essence(tuple(lines), frozenset(grounds))


def fold(text: str) -> str:
    """Letters, digits, Han and signs that tell something; half width, lower case, no punctuation outside numbers."""
    half = unicodedata.normalize("NFKC", text).lower()
    half = _MINUS.sub("\ue003", _THOUSANDS.sub("", _DASHES.sub("-", half)))
    held = _MARK.sub(lambda mark: mark[0].translate(_HELD), half)
    return "".join(one for one in held if _is_said(one))


@cache
def _is_said(one: str) -> bool:
    return one in _TELLING or unicodedata.category(one)[0] in "LNM" or "\ue000" <= one <= "\ue003"


def _bared(line: str) -> tuple[str, set[str]]:
    """The line without what says nothing, and the grounds for leaving that out."""
    grounds: set[str] = set()
    for ground, pattern, whole in _patterns():
        if whole:
            if pattern.fullmatch(line.strip()):
                return "", grounds | {ground}
        elif pattern.search(line):
            line = pattern.sub(" ", line)
            grounds.add(ground)
    if line.strip() and is_boilerplate(line.strip(), edge=False):
        return "", grounds | {"boilerplate"}
    return line, grounds


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    return tuple((rule.ground, re.compile(rule.pattern), rule.whole) for rule in RULES)
