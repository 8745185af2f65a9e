"""A count with its unit, and the reading the grammar makes of it."""

import re
from decimal import Decimal
from typing import NamedTuple

from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit, unit_at
from nnnews.figures.words import Bounds
from nnnews.items import Qualifier
from nnnews.text.numerals import DIGITS, Number

_AGAIN = re.compile("[(（]次[)）]|次(?![要级日年生贫品新])")
_AGAIN_SIGNS = frozenset("(（次")
_TIME_HALF = re.compile("半(?![年天小])")
_PER = frozenset("/／·•")
_PER_WORDS = frozenset("月日时人生床班")
_HALF = Decimal("0.5")
_TENTHS = frozenset("一二三四五六七八九半")


class Counted(NamedTuple):
    """A count with the unit written behind it, if any; `extra` is the 半 of 两年半."""

    number: Count
    unit: Unit | None
    name: str | None
    end: int
    open: bool
    extra: Number = 0

    @property
    def value(self) -> Number:
        return self.number.value + self.extra


class Reading(NamedTuple):
    """A figure before it has a subject; `rule` names the line of the grammar that read it."""

    start: int
    end: int
    value: Number
    value_max: Number | None
    name: str | None
    unit: Unit | None
    qualifier: Qualifier
    rule: str

    @property
    def kind(self) -> str:
        return self.unit.kind if self.unit else "none"

    @property
    def canonical(self) -> str | None:
        return self.unit.canonical if self.unit else None


def reading(counted: Counted, found: Bounds, value: Number, rule: str, top: Number | None = None) -> Reading:
    """The reading of `counted`; a range says so itself, whatever bounds it."""
    name = "%" if counted.name == "％" else counted.name
    qualifier = found.qualifier if top is None else "range"
    return Reading(found.start, found.end, value, top, name, counted.unit, qualifier, rule)


def counted_at(text: str, count: Count) -> Counted:
    """The count with its unit: 3个多月, 两年半, 30人(次), 130元/人."""
    unit = unit_at(text, count.end)
    if unit is None:
        return Counted(count, None, None, count.end, count.open)
    end = count.end + len(unit.name)
    if unit.name == "个" and text[end : end + 1] in ("多", "来", "半"):
        split = _split_unit(text, count, end)
        if split is not None:
            return split
    if unit.kind == "classifier" or unit.kind == "person":
        again = _AGAIN.match(text, end) if text[end : end + 1] in _AGAIN_SIGNS else None
        if again and not unit.name.endswith("次"):
            end = again.end()
    name_end = end = _past_ratio(text, end)
    is_open, extra = count.open, 0 if count.top is None else None
    after = text[end : end + 1]
    if unit.kind in ("time", "measure", "share") and extra == 0:
        if after in ("多", "余") and not is_open:
            is_open, end = True, end + 1
        else:
            tenths = _added(text, unit, end)
            return Counted(count, unit, text[count.end : name_end], end + bool(tenths), is_open, tenths)
    return Counted(count, unit, text[count.end : name_end], end, is_open)


def _split_unit(text: str, count: Count, end: int) -> Counted | None:
    """3个多月, 两个半小时: 多 or 半 inside the unit."""
    unit = unit_at("个" + text[end + 1 : end + 4], 0)
    if unit is None or unit.name == "个":
        return None
    half = text[end] == "半"
    return Counted(count, unit, unit.name, end + len(unit.name), not half, _HALF if half else 0)


def _past_ratio(text: str, end: int) -> int:
    """Behind 元/人·月 when a unit stands under the stroke."""
    while text[end : end + 1] in _PER:
        below = unit_at(text, end + 1)
        if below is not None and below.kind != "date":
            end += 1 + len(below.name)
        elif text[end + 1 : end + 2] in _PER_WORDS:
            end += 2
        else:
            break
    return end


def _added(text: str, unit: Unit, end: int) -> Number:
    """两年半, 一成半, 八成五."""
    if unit.kind == "time":
        return _HALF if _TIME_HALF.match(text, end) else 0
    digit = text[end : end + 1]
    if unit.name != "成" or digit not in _TENTHS or text[end + 1 : end + 2] in "十百千万":
        return 0
    return _HALF if digit == "半" else Decimal(DIGITS[digit]) / 10
