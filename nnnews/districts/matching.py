"""One pass over the text: where names of the gazetteer stand, longest first."""

from typing import NamedTuple

from nnnews.districts.gazetteer import Gazetteer, Name, Unit

# A text with more names is a list of places; whose it is shows in so many.
_MOST = 50_000


class Match(NamedTuple):
    """A surface of the gazetteer, not yet decided."""

    start: int
    end: int
    surface: str
    name: Name


class Reading(NamedTuple):
    """What a surface was taken for, and by which rule; `unit` is None where it is no place, or one that stays open."""

    start: int
    end: int
    unit: Unit | None
    rule: str


def find_names(text: str, known: Gazetteer) -> list[Match]:
    """All names in order; none overlaps the one before it."""
    heads, names = known.heads, known.names
    found: list[Match] = []
    end = 0
    for hit in known.candidate.finditer(text):
        start = hit.start()
        if start < end:
            continue
        for length in heads.get(text[start : start + 2], ()):
            surface = text[start : start + length]
            if surface in names and not _gives_way(text, start, length, known):
                end = start + length
                found.append(Match(start, end, surface, names[surface]))
                break
        if len(found) == _MOST:
            break
    return found


def _gives_way(text: str, start: int, length: int, known: Gazetteer) -> bool:
    """Whether a longer name begins inside this one: 在邕 in 在邕宁区, 江南 in 江南宁市."""
    for at in range(start + 1, start + length):
        for longer in known.heads.get(text[at : at + 2], ()):
            if longer > length and text[at : at + longer] in known.names:
                return True
    return False
