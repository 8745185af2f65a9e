"""One-permutation MinHash of a folded text: equal slots tell how many character 4-grams two texts share.

128 slots of 16 bits, and the passages of the least hashes, 5 of the whole text and 5 of its lead: what a cut leaves, it
leaves whole, and most cuts leave the lead. All keys are made from these, so a stored signature gives them back. numpy
is imported when the first text is signed: a run that found nothing new does not pay for it.

Two texts are worth comparing when they share the key of a band or those of two passages. One passage is not enough:
a sentence of the office language stands in hundreds of articles.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

GRAM = 4
SLOTS = 128
BANDS = 19
ROWS = 3  # slots in a key: texts with half of their grams in common meet under one of 19 such keys, 92 times of 100
PASSAGES = 5  # and under two of these, if one is a cut of the other, 81 times of 100
LEADS = 5
_PASSAGE = (0, 22, 44)  # the grams that stand for 48 characters, longer than most sentences
_LEAD = (0, 12, 24)  # for 28
_OPENING = 64  # places where a passage of the lead may begin: the line of an outlet before it has some 30 characters
_STRIDE = SLOTS // ROWS  # the slots of a key stand far from each other: an empty slot borrows from its neighbour
_KEY_BITS = 31  # and a sign: four bytes in SQLite; a text meets a stranger by chance once in five times among a million
_SLOT_BYTES = 2 * SLOTS
# Multipliers of xxHash and MurmurHash3; the last two are those of the latter's finaliser.
_ODD = (
    *(0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5),
    *(0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53),
)


@dataclass(frozen=True, slots=True)
class Signature:
    """`sketch`: 128 little-endian 16-bit slots, 10 32-bit passages; `grams` counts the distinct 4-grams."""

    sketch: bytes
    grams: int


def sign(folded: str) -> Signature | None:
    """None for a text shorter than one gram."""
    if len(folded) < GRAM:
        return None
    np, constants = _numpy()
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    grams = _mixed(_windows(codes, range(GRAM), constants), constants)
    passages = _lowest(_windows(grams, _PASSAGE, constants), PASSAGES, constants)
    leads = _lowest(_windows(grams[: _OPENING + _LEAD[-1]], _LEAD, constants), LEADS, constants)
    slots, distinct = _least(grams, constants)
    return Signature(slots.astype("<u2").tobytes() + passages + leads, distinct)


def keys(sketch: bytes) -> list[int]:
    """Below 2^31 in absolute value: those of BANDS are not negative, those of PASSAGES and LEADS are."""
    np, constants = _numpy()
    slots = np.frombuffer(sketch, "<u2", count=_STRIDE * ROWS).reshape(ROWS, _STRIDE)[:, :BANDS].astype(np.uint64)
    banded = ((slots[0] + (slots[1] << 16) + (slots[2] << 32)) * constants.odd[0] >> constants.spare).astype(np.int64)
    passages = ~np.frombuffer(sketch, "<u4", offset=_SLOT_BYTES).astype(np.int64)
    found: list[int] = np.concatenate((banded, passages)).tolist()
    return found


def are_enough(shared: Collection[int]) -> bool:
    """Whether two texts that share these keys are worth comparing."""
    return len(shared) > 1 or any(key >= 0 for key in shared)


def resemblances(sketch: bytes, others: Sequence[bytes]) -> list[float]:
    """The share of equal slots with each of the others: an estimate of Jaccard, ± .04 at one half."""
    np, _ = _numpy()
    table = np.frombuffer(b"".join(others), "<u2").reshape(len(others), -1)[:, :SLOTS]
    shares: list[float] = (table == np.frombuffer(sketch, "<u2", count=SLOTS)).mean(axis=1).tolist()
    return shares


@dataclass(frozen=True, slots=True)
class _Constants:
    """Numbers of numpy: multipliers of the places in a window and of the mixing, slots, distances to shift by."""

    odd: Any
    mix: Any
    numbers: Any
    begins: Any
    half: Any
    shift: Any
    spare: Any


@cache
def _numpy() -> tuple[Any, _Constants]:
    import numpy as np  # 80 ms

    odd = np.array(_ODD, np.uint64)
    numbers, shift = np.arange(SLOTS, dtype=np.uint64), np.uint64(65 - SLOTS.bit_length())
    spare = np.uint64(64 - _KEY_BITS)
    return np, _Constants(odd, odd[-2:], numbers, numbers << shift, np.uint64(33), shift, spare)


def _windows(values: Any, steps: Sequence[int], constants: _Constants) -> Any:
    """One number for each place where a window of values begins, made of those at these steps; the first if none."""
    count = len(values) - steps[-1]
    if count < 1:
        return values[:1]
    total = values[:count] * constants.odd[0]
    for step, odd in zip(steps[1:], constants.odd[1:], strict=False):
        total += values[step : step + count] * odd
    return total


def _lowest(hashes: Any, count: int, constants: _Constants) -> bytes:
    """The least hashes, as 32-bit numbers of as many bits as a key has; a short text repeats its greatest one."""
    np, _ = _numpy()
    lowest = np.sort(np.partition(hashes, count - 1)[:count] if len(hashes) > count else hashes) >> constants.spare
    if len(lowest) < count:
        lowest = np.pad(lowest, (0, count - len(lowest)), "edge")
    packed: bytes = lowest.astype("<u4").tobytes()
    return packed


def _mixed(hashes: Any, constants: _Constants) -> Any:
    """MurmurHash3's finaliser, in place: every bit of a sum moves every bit of its hash."""
    for multiplier in constants.mix:
        hashes ^= hashes >> constants.half
        hashes *= multiplier
    hashes ^= hashes >> constants.half
    return hashes


def _least(hashes: Any, constants: _Constants) -> tuple[Any, int]:
    """The least hash of each slot (the top bits choose it), and how many distinct hashes there are; sorts in place.

    An empty slot borrows from the next full one, changed by the distance: two texts rarely borrow alike by chance.
    """
    np, _ = _numpy()
    hashes.sort()
    # The first hash at or behind a slot's beginning is the slot's least, or that of the next slot that has one.
    least = hashes[np.searchsorted(hashes, constants.begins) % len(hashes)]
    distance = (least >> constants.shift) - constants.numbers
    return least + distance * constants.odd[0], 1 + int(np.count_nonzero(hashes[1:] != hashes[:-1]))
