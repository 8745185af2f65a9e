"""Figures that are parts and multiples: 三分之一, 半数以上, 半年, 翻了一番."""

import re
from decimal import Decimal

from nnnews.figures import names
from nnnews.figures.numbers import Count, count_at
from nnnews.figures.phrase import Reading
from nnnews.figures.units import unit_at
from nnnews.figures.words import bounds
from nnnews.items import Qualifier
from nnnews.text.numerals import DIGITS

Outcome = tuple[list[Reading], int]

_DOUBLING = re.compile("翻了?(近)?([一两二三四])番")
_HALF = re.compile("一半|半(数|年|个多?月|个?小时|天|个学期)")
_SHARE_BEFORE = frozenset("占达的约为有过近超逾到减降短少")  # 占一半, 压减一半
_SLASH_BEFORE = frozenset("占有达到")
_NO_HALF_AFTER = frozenset("上下前后大多每一两三四五六七八九十")
_NO_DURATION = frozenset("来报前")
_PERCENT = {"百": "%", "千": "‰"}
_HALF_VALUE = Decimal("0.5")


def fraction(text: str, below: Count) -> Outcome:
    """三分之一, 百分之九十五, 千分之三, 3分之2."""
    above = count_at(text, below.end + 2)
    if above is None or not below.value:
        return [], below.end + 2
    name = _PERCENT.get(below.digits)
    value = above.value if name else Decimal(above.value) / Decimal(below.value)
    found = bounds(text, below.start, above.end, above.open)
    if names.inside(text, found.start, found.end):
        return [], found.end
    unit = unit_at(name, 0) if name else None
    return [Reading(found.start, found.end, value, None, name, unit, found.qualifier, "fraction")], found.end


def slash(text: str, above: Count) -> Outcome:
    """2/3以上; other numbers with a slash are pages and codes."""
    below = count_at(text, above.end + 1)
    if below is None or below.magnitude or not 0 < above.value < below.value < 10:
        return [], below.end if below else above.end
    found = bounds(text, above.start, below.end)
    if not (found.said or text.startswith("的", found.end) or text[above.start - 1 : above.start] in _SLASH_BEFORE):
        return [], below.end
    value = Decimal(above.value) / Decimal(below.value)
    return [Reading(found.start, found.end, value, None, None, None, found.qualifier, "fraction")], found.end


def special(text: str, pos: int) -> Outcome:
    """What begins with 半 or 翻, or is 一半."""
    return _doubling(text, pos) if text[pos] == "翻" else _half(text, pos)


def _doubling(text: str, pos: int) -> Outcome:
    """翻了一番; the value counts 番."""
    found = _DOUBLING.match(text, pos)
    if found is None:
        return [], pos + 1
    near, times = found.groups()
    qualifier: Qualifier = "under" if near else "exact"
    made = Reading(pos, found.end(), DIGITS[times], None, "番", unit_at("番", 0), qualifier, "doubling")
    return [made], found.end()


def _half(text: str, pos: int) -> Outcome:
    """半数以上, 近一半, 半年多, 半个多月."""
    half = _HALF.match(text, pos)
    if half is None or (half.group(1) not in (None, "数") and text[pos - 1 : pos] in _NO_HALF_AFTER):
        return [], pos + 1
    share = half.group(1) in (None, "数")
    end = half.end()
    late = not share and text[end : end + 1] in ("多", "余")
    found = bounds(text, pos, end + late, late or "多" in half.group(), round_number=True)
    if names.inside(text, found.start, found.end) or not _vouched(text, half, found.said):
        return [], end
    name = None if share else half.group(1).replace("多", "")
    unit = unit_at(name, 0) if name else None
    return [Reading(found.start, found.end, _HALF_VALUE, None, name, unit, found.qualifier, "half")], found.end


def _vouched(text: str, half: re.Match[str], said: bool) -> bool:
    """一半 wants a bound or a verb of share, 半年 must not be 半年来 or 半年报."""
    if half.group() == "一半":
        return said or text[half.start() - 1 : half.start()] in _SHARE_BEFORE
    return half.group(1) == "数" or text[half.end() : half.end() + 1] not in _NO_DURATION
