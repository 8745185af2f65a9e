"""Sorted ids as short text: gaps between neighbours, or a bit for every number where the ids stand close.

Both are in digits of six bits. A gap is told five bits at a time, the lowest first; the sixth says that more follow.
"""

from collections.abc import Iterator, Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_BITS = "!"  # begins the second form


def encode(ids: Sequence[int]) -> str:
    """The shorter form; `ids` ascend."""
    gaps = "".join(_gaps(ids))
    cells = (ids[-1] - ids[0]) // 6 + 1 if ids else 0
    return gaps if len(gaps) <= cells + 5 else _BITS + "".join(_bits(ids, cells))


def decode(text: str) -> list[int]:
    """The ids again."""
    if text.startswith(_BITS):
        first, end = _number(text, 1)
        cells = enumerate(text[end:])
        return [first + cell * 6 + bit for cell, digit in cells for bit in range(6) if _VALUES[digit] >> bit & 1]
    ids, last, place = [], 0, 0
    while place < len(text):
        gap, place = _number(text, place)
        last += gap
        ids.append(last)
    return ids


def _gaps(ids: Sequence[int]) -> Iterator[str]:
    last = 0
    for id_ in ids:
        gap = id_ - last
        yield DIGITS[gap] if gap < 32 else _digits(gap)
        last = id_


def _bits(ids: Sequence[int], cells: int) -> Iterator[str]:
    values = [0] * cells
    for id_ in ids:
        cell, bit = divmod(id_ - ids[0], 6)
        values[cell] |= 1 << bit
    yield _digits(ids[0])
    yield from (DIGITS[value] for value in values)


def _digits(value: int) -> str:
    digits = ""
    while value >= 32:
        digits += DIGITS[32 | value & 31]
        value >>= 5
    return digits + DIGITS[value]


def _number(text: str, place: int) -> tuple[int, int]:
    """The number that begins there, and where it ends."""
    value = shift = 0
    while True:
        digit = _VALUES[text[place]]
        value |= (digit & 31) << shift
        place, shift = place + 1, shift + 5
        if digit < 32:
            return value, place
