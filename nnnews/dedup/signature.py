"""One-permutation MinHash of a folded text: equal slots tell how many character 4-grams two texts share.

128 slots of 16 bits, and 4 passages of 24 characters chosen in the same way: what a cut leaves, it leaves whole.
All keys are made from these, so a stored signature gives them back. numpy is imported when the first text is
signed: a run that found nothing new does not pay for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

GRAM = 4
SLOTS = 128
BANDS = 21
ROWS = 3  # slots in a key: texts with half of their grams in common meet under one of 21 such keys, 94 times of 100
PASSAGES = 4  # and under one of these, if one is a cut of the other, 94 times of 100
_STEPS = (0, 10, 20)  # the grams that stand for a passage
_STRIDE = SLOTS // ROWS  # the slots of a key stand far from each other: an empty slot borrows from its neighbour
_KEY_BITS = 48  # keys lie in ±2^47: six bytes in SQLite instead of eight
_SLOT_BYTES = 2 * SLOTS


@dataclass(frozen=True, slots=True)
class Signature:
    """`sketch` holds 128 little-endian 16-bit slots and 4 64-bit passages; `grams` counts the distinct 4-grams."""

    sketch: bytes
    grams: int


def sign(folded: str) -> Signature | None:
    """None for a text shorter than one gram."""
    if len(folded) < GRAM:
        return None
    np, constants = _numpy()
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    grams = _mixed(_windows(codes, range(GRAM), constants), constants)
    passages = _windows(grams, _STEPS, constants) if len(grams) > _STEPS[-1] else grams[:1]
    chosen = (passages ^ constants.orders).min(axis=1)
    slots, distinct = _least(grams, constants)
    return Signature(slots.astype("<u2").tobytes() + chosen.astype("<u8").tobytes(), distinct)


def keys(sketch: bytes) -> list[int]:
    """BANDS + PASSAGES numbers below 2^47 in absolute value; two texts that share one are worth comparing."""
    np, _ = _numpy()
    slots = np.frombuffer(sketch, "<u2", count=_STRIDE * ROWS).reshape(ROWS, _STRIDE)[:, :BANDS].astype(np.int64)
    passages = np.frombuffer(sketch, "<u8", offset=_SLOT_BYTES) >> np.uint64(64 - _KEY_BITS)
    unsigned = np.concatenate((slots[0] + (slots[1] << 16) + (slots[2] << 32), passages.astype(np.int64)))
    signed: list[int] = (unsigned - (1 << (_KEY_BITS - 1))).tolist()
    return signed


def resemblances(sketch: bytes, others: Sequence[bytes]) -> list[float]:
    """The share of equal slots with each of the others: an estimate of Jaccard, ± .04 at one half."""
    np, _ = _numpy()
    table = np.frombuffer(b"".join(others), "<u2").reshape(len(others), -1)[:, :SLOTS]
    shares: list[float] = (table == np.frombuffer(sketch, "<u2", count=SLOTS)).mean(axis=1).tolist()
    return shares


@dataclass(frozen=True, slots=True)
class _Constants:
    """Numbers of numpy: multipliers of the places in a window and of the mixing, four orders of the passages."""

    odd: Any
    mix: Any
    orders: Any
    numbers: Any
    begins: Any
    half: Any
    shift: Any


@cache
def _numpy() -> tuple[Any, _Constants]:
    import numpy as np  # 80 ms

    odd = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)
    mix = np.array([0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53], np.uint64)  # MurmurHash3's finaliser
    numbers, shift = np.arange(SLOTS, dtype=np.uint64), np.uint64(65 - SLOTS.bit_length())
    return np, _Constants(odd, mix, odd[:PASSAGES, np.newaxis], numbers, numbers << shift, np.uint64(33), shift)


def _windows(values: Any, steps: Sequence[int], constants: _Constants) -> Any:
    """One number for each place where a window of values begins, made of those at these steps."""
    count = len(values) - steps[-1]
    total = values[:count] * constants.odd[0]
    for step, odd in zip(steps[1:], constants.odd[1:], strict=False):
        total += values[step : step + count] * odd
    return total


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
