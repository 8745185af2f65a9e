"""Chinese, Arabic and full-width numerals as exact numbers."""

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = (("亿", 10**8), ("万", 10**4))
_TO_ASCII = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_LONGEST = 32

Number = int | Decimal


def parse_numeral(s: str) -> float | None:
    """The value of a whole numeral (`1.2万`, `三百二十`, `三分之一`, `一点二万`); None for anything else."""
    value = exact(s.strip())
    return None if value is None else plain(value)


def plain(value: Number) -> int | float:
    """A number JSON can hold: an int where it is whole."""
    return int(value) if value == int(value) else float(value)


@lru_cache(maxsize=8192)
def exact(s: str) -> Number | None:
    """As `parse_numeral`, without rounding (a fraction keeps 28 digits)."""
    if s.isascii() and s.isdigit() and len(s) <= _LONGEST:
        return int(s)
    if not s or len(s) > _LONGEST:
        return None
    whole, split, part = s.translate(_TO_ASCII).partition("分之")
    if not split:
        return _scaled(whole)
    below, above = _scaled(whole), _scaled(part)
    return Decimal(above) / Decimal(below) if below and above is not None else None


def _scaled(s: str) -> Number | None:
    """A numeral with 万 and 亿: what stands before the last such sign is multiplied, what follows is added."""
    for sign, factor in _MYRIADS:
        head, found, tail = s.rpartition(sign)
        if found:
            times, rest = (_scaled(head) if head else 1), _tail(tail, factor)
            return None if times is None or rest is None else times * factor + rest
    return _small(s)


def _tail(s: str, factor: int) -> Number | None:
    """What follows a sign; a lone digit counts tenths of it (一万五 = 15000)."""
    if not s:
        return 0
    if s in DIGITS and s not in "零〇○":
        return DIGITS[s] * factor // 10
    return _scaled(s)


def _small(s: str) -> Number | None:
    """A numeral below 万: Arabic, Chinese, or Arabic with 十, 百, 千 behind it."""
    if _ARABIC.fullmatch(s):
        digits = s.replace(",", "")
        return Decimal(digits) if "." in digits else int(digits)
    if s and s[-1] in _TENS and _ARABIC.fullmatch(s[:-1]):
        return Decimal(s[:-1].replace(",", "")) * _TENS[s[-1]]
    whole, point, part = s.partition("点")
    if point:
        return _decimal(whole, part)
    return _positional(s) if len(s) > 1 and not _TENS.keys() & set(s) else _section(s)


def _decimal(whole: str, part: str) -> Decimal | None:
    before, after = _section(whole), _positional(part)
    return None if before is None or after is None else before + Decimal(after).scaleb(-len(part))


def _positional(s: str) -> int | None:
    """Digits read one by one: 二〇二三, 一九六0."""
    digits = [str(DIGITS[c]) if c in DIGITS else c for c in s]
    joined = "".join(digits)
    return int(joined) if joined.isascii() and joined.isdigit() else None


def _section(s: str) -> int | None:
    """三千四百五十六; a digit after 百 or 千 without 零 counts the next place (一百二 = 120)."""
    total, digit, place, zero = 0, None, 10_000, False
    for c in s:
        if c in _TENS:
            if _TENS[c] >= place:
                return None
            place = _TENS[c]
            total += (1 if digit is None else digit) * place
            digit, zero = None, False
        elif c not in DIGITS or digit is not None:
            return None
        elif DIGITS[c]:
            digit = DIGITS[c]
        else:
            zero = True
    if digit is None:
        return total if s else None
    return total + (digit if zero or place in (10, 10_000) else digit * place // 10)
