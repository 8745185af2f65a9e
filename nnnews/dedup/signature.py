"""One-permutation MinHash of a folded text: equal slots tell how many character 4-grams two texts share.

128 slots of 16 bits. The band keys are cut from the slots, so a stored signature gives them back. numpy is
imported when the first text is signed: a run that found nothing new does not pay for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

GRAM = 4
SLOTS = 128
BANDS = 20
ROWS = 3  # slots in a key: two texts of which half the grams are shared meet under at least one of 20 keys, 93 in 100
_SLOT_BITS = 57  # the top 7 bits of a 64-bit hash choose its slot
_STRIDE = SLOTS // ROWS  # the slots of a key stand far from each other: an empty slot borrows from its neighbour
_SIGNED = 1 << 47  # keys lie in ±2^47: six bytes in SQLite instead of eight


@dataclass(frozen=True, slots=True)
class Signature:
    """`slots` are 128 little-endian 16-bit numbers; `grams` counts the distinct 4-grams."""

    slots: bytes
    grams: int


def sign(folded: str) -> Signature | None:
    """None for a text shorter than one gram."""
    if len(folded) < GRAM:
        return None
    np, constants = _numpy()
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    count = len(codes) - GRAM + 1
    hashes = _mixed(sum(codes[k : k + count] * constants.odd[k] for k in range(GRAM)), constants)
    hashes.sort()
    # The first hash at or behind a slot's beginning is the slot's minimum, or that of the next slot that has one.
    least = hashes[np.searchsorted(hashes, constants.begins) % count]
    borrowed = (least >> constants.shift) - constants.numbers
    slots = (least + borrowed * constants.odd[0]).astype("<u2")
    return Signature(slots.tobytes(), 1 + int(np.count_nonzero(hashes[1:] != hashes[:-1])))


def band_keys(slots: bytes) -> list[int]:
    """BANDS numbers below 2^47 in absolute value; two texts that share one are worth comparing."""
    np, _ = _numpy()
    rows = np.frombuffer(slots, "<u2")[: _STRIDE * ROWS].reshape(ROWS, _STRIDE)[:, :BANDS].astype(np.int64)
    keys: list[int] = (rows[0] + (rows[1] << 16) + (rows[2] << 32) - _SIGNED).tolist()
    return keys


def resemblances(slots: bytes, others: Sequence[bytes]) -> list[float]:
    """The share of equal slots with each of the others: an estimate of Jaccard, ± .04 at one half."""
    np, _ = _numpy()
    table = np.frombuffer(b"".join(others), "<u2").reshape(-1, SLOTS)
    shares: list[float] = (table == np.frombuffer(slots, "<u2")).mean(axis=1).tolist()
    return shares


@dataclass(frozen=True, slots=True)
class _Constants:
    """Odd multipliers of the positions in a gram, then those of the mixing, as numpy numbers."""

    odd: Any
    mix: Any
    begins: Any
    numbers: Any
    shift: Any


@cache
def _numpy() -> tuple[Any, _Constants]:
    import numpy as np  # 80 ms

    odd = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)
    mix = np.array([0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53], np.uint64)  # MurmurHash3's finaliser
    numbers = np.arange(SLOTS, dtype=np.uint64)
    shift = np.uint64(_SLOT_BITS)
    return np, _Constants(odd, mix, numbers << shift, numbers, shift)


def _mixed(hashes: Any, constants: _Constants) -> Any:
    """MurmurHash3's finaliser: every bit of the sum moves every bit of the hash."""
    np, _ = _numpy()
    half = np.uint64(33)
    for multiplier in constants.mix:
        hashes ^= hashes >> half
        hashes *= multiplier
    hashes ^= hashes >> half
    return hashes
