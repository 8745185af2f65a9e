"""Where two texts say the same: common runs in the order of both, and the gaps between them.

A text is a string, compared by character, or a tuple of tokens.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

Text = str | tuple[str, ...]
ANCHOR = 6  # characters or tokens; shorter runs are found by chance


class Run(NamedTuple):
    """`here[start:start + length] == there[other:other + length]`."""

    start: int
    other: int
    length: int


class Gap(NamedTuple):
    """What stands between two runs: `here[start:end]` against `there[other:other_end]`; one of them may be empty."""

    start: int
    end: int
    other: int
    other_end: int


def common_runs(here: Text, there: Text) -> list[Run]:
    """Runs of ANCHOR elements and more, ascending in both texts, grown from grams that each text has once."""
    runs: list[Run] = []
    start, other = 0, 0
    for anchor, twin in _longest_chain(_anchors(here, there)):
        if anchor < start or twin < other:
            continue
        while anchor > start and twin > other and here[anchor - 1] == there[twin - 1]:
            anchor, twin = anchor - 1, twin - 1
        length = _common_length(here, there, anchor, twin)
        runs.append(Run(anchor, twin, length))
        start, other = anchor + length, twin + length
    return runs


def gaps(runs: list[Run], here: int, there: int) -> Iterator[Gap]:
    """All gaps of texts of these lengths, before the first run and behind the last too."""
    start, other = 0, 0
    for run in (*runs, Run(here, there, 0)):
        if run.start > start or run.other > other:
            yield Gap(start, run.start, other, run.other)
        start, other = run.start + run.length, run.other + run.length


def _anchors(here: Text, there: Text) -> list[tuple[int, int]]:
    """Positions of the grams that stand exactly once in each text, in the order of the first."""
    own, twins = _single_grams(here), _single_grams(there)
    return [(start, twins[gram]) for gram, start in own.items() if gram in twins]


def _single_grams(text: Text) -> dict[Text, int]:
    grams = [text[start : start + ANCHOR] for start in range(len(text) - ANCHOR + 1)]
    last = {gram: start for start, gram in enumerate(grams)}
    if len(last) == len(grams):
        return last
    first = dict(zip(reversed(grams), range(len(grams) - 1, -1, -1), strict=True))
    return {gram: start for gram, start in last.items() if first[gram] == start}


def _longest_chain(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the anchors that ascends in the second text too (patience sorting)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for index, (_, twin) in enumerate(anchors):
        pile = bisect_left(tops, twin)
        before.append(at_top[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [twin]
        at_top[pile : pile + 1] = [index]
    chain, index = [], at_top[-1] if at_top else -1
    while index >= 0:
        chain.append(anchors[index])
        index = before[index]
    return chain[::-1]


def _common_length(here: Text, there: Text, start: int, other: int) -> int:
    """How far both texts go on alike; slices compare faster than elements."""
    length, step, most = 0, 64, min(len(here) - start, len(there) - other)
    while step:
        end = length + step
        if end <= most and here[start + length : start + end] == there[other + length : other + end]:
            length = end
        else:
            step //= 2
    return length
