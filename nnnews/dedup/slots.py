"""Gaps taken apart into slots: the fewest tokens that stand against each other in two aligned texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from nnnews.dedup.facts import NUMBER
from nnnews.dedup.people import other_people
from nnnews.dedup.words import LONGEST_PLACE, common_ends, is_number
from nnnews.text.alignment import Gap

_CONTEXT = 20  # characters before a gap that may say what it is
_MARGIN = 6  # characters of the runs around a gap, so that a number or a name is seen whole


@dataclass(frozen=True, slots=True)
class Slot:
    """Tokens that stand against each other, and the text before and after them in the first of the two."""

    own: list[str]
    others: list[str]
    before: str
    after: str

    @property
    def words(self) -> tuple[str, str]:
        """What each text says there."""
        return "".join(self.own), "".join(self.others)


def slots(here: str, there: str, gap: Gap, places: Mapping[str, str]) -> Iterator[Slot]:
    """The slots of one gap, in order; `places` are the names to be taken whole."""
    left, right = min(_MARGIN, gap.start, gap.other), min(_MARGIN, len(here) - gap.end, len(there) - gap.other_end)
    own = _tokens(here[gap.start - left : gap.end + right], places)
    others = _tokens(there[gap.other - left : gap.other_end + right], places)
    before = here[max(0, gap.start - left - _CONTEXT) : gap.start - left]
    head, tail = common_ends(own, others)
    end, other_end = len(own) - tail, len(others) - tail
    whole = Slot(own[head:end], others[head:other_end], before + "".join(own[:head]), "".join(own[end:]))
    for start, stop, other, other_stop in _opposed(whole):
        text = whole.before + "".join(whole.own[:start]), "".join(whole.own[stop:]) + whole.after
        yield Slot(whole.own[start:stop], whole.others[other:other_stop], *text)


def _opposed(slot: Slot) -> list[tuple[int, int, int, int]]:
    """Where the tokens of a slot, which share neither beginning nor end, stand against each other."""
    own, others = slot.own, slot.others
    if _skeleton(own) == _skeleton(others):
        # 8月12 against 12月9: one by one, or the two 12 would be taken for one.
        return [(k, k + 1, k, k + 1) for k in range(len(own)) if own[k] != others[k]]
    if min(len(own), len(others)) <= 1 or other_people(*slot.words, slot.before, slot.after):
        return [(0, len(own), 0, len(others))]
    codes = SequenceMatcher(None, own, others, autojunk=False).get_opcodes()
    return [(start, stop, other, other_stop) for tag, start, stop, other, other_stop in codes if tag != "equal"]


def _skeleton(tokens: list[str]) -> list[str]:
    """The tokens with a blank for every number."""
    return ["" if is_number(token) else token for token in tokens]


def _tokens(text: str, places: Mapping[str, str]) -> list[str]:
    """Numbers and known places whole, all else by character."""
    tokens, at = [], 0
    while at < len(text):
        number = NUMBER.match(text, at)
        token = _place_at(text, at, places) or (number[0] if number else text[at])
        tokens.append(token)
        at += len(token)
    return tokens


def _place_at(text: str, at: int, places: Mapping[str, str]) -> str:
    ends = range(min(len(text), at + LONGEST_PLACE), at + 1, -1)
    return next((text[at:end] for end in ends if text[at:end] in places), "")
