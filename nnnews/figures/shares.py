"""Figures that are parts and multiples: 三分之一, 半数以上, 半年, 翻了一番."""

import re
from dataclasses import replace
from decimal import Decimal

from nnnews.figures import traps
from nnnews.figures.numbers import Count, count_at
from nnnews.figures.phrase import Counted, Reading, reading
from nnnews.figures.units import unit_at
from nnnews.figures.words import bound_after, bound_before, bound_over_link
from nnnews.items import Qualifier

_DOUBLING = re.compile("翻(?:了|两)?(近)?([一两二三四])番")
_HALF = re.compile("一半|半(数|年|个多?月|个?小时|天|个学期)")
_HALF_SHARE_BEFORE = "占达的约为有过近超逾成到"
_NO_HALF_BEFORE = "上下前后大多每一两三四五六七八九十"
_MULTIPLES = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}


def fraction(text: str, below: Count) -> tuple[list[Reading], int]:
    """三分之一, 百分之九十五, 千分之三, 3分之2."""
    above = count_at(text, below.end + 2)
    if above is None or not below.value:
        return [], below.end + 2
    percent = {"百": "%", "千": "‰"}.get(below.digits)
    value = above.value if percent else Decimal(above.value) / Decimal(below.value)
    unit = unit_at(percent, 0) if percent else None
    counted = Counted(replace(above, value=value), unit, percent, above.end, above.open)
    bound = bound_before(text, below.start)
    behind = bound_after(text, above.end)
    start, stop = (bound[0] if bound else below.start), (behind[0] if behind else above.end)
    if traps.in_name(text, start, stop):
        return [], stop
    qualifier = (
        bound[1] if bound else "over" if above.open else behind[1] if behind else bound_over_link(text, below.start)
    )
    return [reading(counted, start, below.start, stop, value, None, qualifier or "exact", "fraction")], stop


def slash(text: str, below: Count) -> tuple[list[Reading], int]:
    """2/3以上; other numbers with a slash are pages and codes."""
    above = count_at(text, below.end + 1)
    if above is None or above.magnitude or not 0 < below.value < above.value < 10:
        return [], above.end if above else below.end
    behind = bound_after(text, above.end)
    if not behind and text[above.end : above.end + 1] != "的":
        return [], above.end if above else below.end
    counted = Counted(above, None, None, above.end, False)
    stop = behind[0] if behind else above.end
    value = Decimal(below.value) / Decimal(above.value)
    qualifier = behind[1] if behind else "exact"
    return [reading(counted, below.start, below.start, stop, value, None, qualifier, "fraction")], stop


def special(text: str, pos: int) -> tuple[list[Reading], int]:
    """What begins with 半 or 翻, or is 一半."""
    return _doubling(text, pos) if text[pos] == "翻" else _half(text, pos)


def _doubling(text: str, pos: int) -> tuple[list[Reading], int]:
    """翻了一番; the value counts 番."""
    found = _DOUBLING.match(text, pos)
    if found is None:
        return [], pos + 1
    near, times = found.groups()
    unit, value = unit_at("番", 0), _MULTIPLES[times]
    qualifier: Qualifier = "under" if near else "exact"
    assert unit is not None
    made = Reading(pos, pos, found.end(), value, None, unit.name, unit.kind, unit.canonical, qualifier, "doubling")
    return [made], found.end()


def _half(text: str, pos: int) -> tuple[list[Reading], int]:
    """半数以上, 近一半, 半年多, 半个多月."""
    found = _HALF.match(text, pos)
    before = text[pos - 1 : pos]
    if found is None or (text[pos] == "半" and before and before in _NO_HALF_BEFORE):
        return [], pos + 1
    name = found.group(1)
    share = name in (None, "数")
    end, is_open = found.end(), "多" in found.group()
    if not share and text[end : end + 1] in ("多", "余"):
        end, is_open = end + 1, True
    bound, behind = bound_before(text, pos, magnitude=True), bound_after(text, end)
    if name is None and not (bound or behind or before in tuple(_HALF_SHARE_BEFORE)):
        return [], end
    start, stop = (bound[0] if bound else pos), (behind[0] if behind else end)
    unit = None if share else unit_at((name or "").replace("多", ""), 0)
    if traps.in_name(text, start, stop) or (unit is not None and text[end : end + 1] in ("来", "报", "前")):
        return [], end
    qualifier = bound[1] if bound else "over" if is_open else behind[1] if behind else bound_over_link(text, pos)
    made = Reading(
        start, pos, stop, Decimal("0.5"), None, unit.name if unit else None, unit.kind if unit else "none",
        unit.canonical if unit else None, qualifier or "exact", "half",
    )  # fmt: skip
    return [made], stop
