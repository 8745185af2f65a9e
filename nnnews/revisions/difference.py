"""Two texts → the pieces that stayed, went and came, cut where a reader would cut them.

Runs that both texts have are found first, in nearly linear time; only the gaps between them are compared token by
token, and a gap too large for that counts as rewritten.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from nnnews.revisions.change import Piece
from nnnews.revisions.tokens import split
from nnnews.text.alignment import Gap, common_runs, gaps

Tokens = tuple[str, ...]
_LARGEST = 160_000  # tokens of one side times those of the other
_SENTENCE_ENDS = frozenset("。！？；!?;”")
_PAUSES = frozenset("，、：,:（）() \u3000")


class _Hunk:
    """What stays, then what goes and comes behind it."""

    def __init__(self, same: Tokens, out: Tokens, new: Tokens) -> None:
        self.same, self.out, self.new = same, out, new

    def pieces(self) -> tuple[Piece, ...]:
        return Piece("same", "".join(self.same)), Piece("out", "".join(self.out)), Piece("in", "".join(self.new))

    @property
    def size(self) -> int:
        return max(len(self.out), len(self.new))


def differ(old: str, new: str, names: Collection[str] = ()) -> tuple[Piece, ...]:
    """The pieces of both texts in the order of reading; what goes stands before what comes in its place."""
    here, there = split(old, names), split(new, names)
    hunks = _slid(_merged(list(_hunks(here, there))))
    return tuple(piece for hunk in hunks for piece in hunk.pieces() if piece.text)


def _hunks(here: Tokens, there: Tokens) -> Iterator[_Hunk]:
    """The last one may hold but what stays."""
    start = 0
    for gap in gaps(common_runs(here, there), len(here), len(there)):
        for part in _parts(here, there, gap):
            yield _Hunk(here[start : part.start], here[part.start : part.end], there[part.other : part.other_end])
            start = part.end
    yield _Hunk(here[start:], (), ())


def _parts(here: Tokens, there: Tokens, gap: Gap) -> Iterator[Gap]:
    own, others = here[gap.start : gap.end], there[gap.other : gap.other_end]
    if not own or not others or len(own) * len(others) > _LARGEST:
        yield gap
        return
    for tag, start, end, other, other_end in SequenceMatcher(None, own, others, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Gap(gap.start + start, gap.start + end, gap.other + other, gap.other + other_end)


def _merged(hunks: Sequence[_Hunk]) -> list[_Hunk]:
    """Characters that stayed by chance, between two longer changes, are told as changed too; paragraphs stay apart."""
    merged: list[_Hunk] = []
    for hunk in hunks:
        while merged and _is_chance(merged[-1], hunk):
            last = merged.pop()
            hunk = _Hunk(last.same, last.out + hunk.same + hunk.out, last.new + hunk.same + hunk.new)
        merged.append(hunk)
    return merged


def _is_chance(last: _Hunk, hunk: _Hunk) -> bool:
    return hunk.size > 0 and len(hunk.same) <= min(last.size, hunk.size) and "\n" not in hunk.same


def _slid(hunks: list[_Hunk]) -> list[_Hunk]:
    """What only came or only went is moved to begin where a paragraph, a sentence or a phrase does, if it can be."""
    for hunk, following in pairwise(hunks):
        if bool(hunk.out) != bool(hunk.new):
            _slide(hunk, following)
    return hunks


def _slide(hunk: _Hunk, following: _Hunk) -> None:
    moved = hunk.out or hunk.new
    whole = hunk.same + moved + following.same
    first = at = len(hunk.same)
    while at and whole[at - 1] == whole[at - 1 + len(moved)]:
        at -= 1
    last = first
    while last + len(moved) < len(whole) and whole[last] == whole[last + len(moved)]:
        last += 1
    best = max(range(at, last + 1), key=lambda start: (_boundary(whole, start), start == first))
    hunk.same, moved, following.same = whole[:best], whole[best : best + len(moved)], whole[best + len(moved) :]
    hunk.out, hunk.new = (moved, ()) if hunk.out else ((), moved)


def _boundary(tokens: Tokens, at: int) -> int:
    """How well the text may be cut before this token."""
    before = tokens[at - 1] if at else "\n"
    if before == "\n":
        return 3
    return 2 if before in _SENTENCE_ENDS or tokens[at : at + 1] == ("\n",) else 1 if before in _PAUSES else 0
