"""A count with its unit, and what the grammar makes of it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit, unit_at
from nnnews.items import Qualifier
from nnnews.text.numerals import Number

_AGAIN = re.compile("[(（]次[)）]|次(?![要级日年生贫之])")
_HALVES = re.compile("半(?![年天小])")
_PER = re.compile("[/／]")
_PER_NAMES = re.compile(
    "人[·•]年|人|户|年|月|天|日|小时|时|分钟|分|秒|次|平方米|㎡|立方米|公里|吨|亩|公斤|千克|升|斤|米|个|家|张|份|套|台|辆|件|车|间|床|m³|m2|kg|L|h|s"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure before it has a subject. `core` is where its number begins, `rule` the line of the grammar that read it."""

    start: int
    core: int
    end: int
    value: Number
    value_max: Number | None
    unit: str | None
    kind: str
    canonical: str | None
    qualifier: Qualifier
    rule: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the unit written behind it, if any; `extra` is the 半 of 两年半."""

    count: Count
    unit: Unit | None
    name: str | None
    end: int
    open: bool
    extra: Number = 0

    @property
    def value(self) -> Number:
        return self.count.value + self.extra


def counted_at(text: str, count: Count) -> Counted:
    """The count with its unit: 3个多月, 两年半, 30人(次), 130元/人."""
    unit, end = unit_at(text, count.end), count.end
    if unit is None:
        return Counted(count, None, None, end, count.open)
    name, is_open = unit.name, count.open
    extra: Number = 0
    end += len(name)
    if unit.name == "个" and text[end : end + 1] in ("多", "来", "半"):
        inner = _joined("个" + text[end + 1 : end + 4])
        if inner is not None:
            half = text[end] == "半"
            return Counted(count, inner, inner.name, end + len(inner.name), not half, Decimal("0.5") if half else 0)
    if unit.kind in ("classifier", "person"):
        again = _AGAIN.match(text, end)
        if again and not name.endswith("次") and name != "次":
            name, end = name + again.group(), again.end()
    per = _PER.match(text, end) and _PER_NAMES.match(text, end + 1)
    if per:
        name, end = text[end - len(name) : per.end()], per.end()
    if unit.kind in ("time", "measure") and text[end : end + 1] in ("多", "余") and not count.open:
        is_open, end = True, end + 1
    elif unit.kind == "time" and _HALVES.match(text, end):
        extra, end = Decimal("0.5"), end + 1
    return Counted(count, unit, name, end, is_open, extra)


def _joined(word: str) -> Unit | None:
    """The longest unit of the kind 个月, 个小时 that begins `word`."""
    unit = unit_at(word, 0)
    return unit if unit is not None and len(unit.name) > 1 else None


def reading(
    counted: Counted,
    start: int,
    core: int,
    end: int,
    value: Number,
    top: Number | None,
    qualifier: Qualifier,
    rule: str,
) -> Reading:
    unit = counted.unit
    name = "%" if counted.name == "％" else counted.name
    kind = unit.kind if unit else "none"
    return Reading(start, core, end, value, top, name, kind, unit.canonical if unit else None, qualifier, rule)
