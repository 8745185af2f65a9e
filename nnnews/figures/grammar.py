"""The grammar: from a number to the reading of a figure.

figure = [bound] count [unit] [dash count [unit]] [bound]
list   = count 、 count … unit          a unit at the end counts for all
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nnnews.figures import traps
from nnnews.figures.numbers import CANDIDATE, Count, count_at
from nnnews.figures.phrase import Counted, Reading, counted_at, reading
from nnnews.figures.shares import fraction, slash, special
from nnnews.figures.words import bound_after, bound_before, bound_over_link
from nnnews.items import Qualifier
from nnnews.text.numerals import Number, exact

_DASH = re.compile("[-－~～—–―﹣─]{1,2}|[至到]")
_COMMA = re.compile("[、和及与]")
_CHAIN = re.compile("[0-9０-９A-Za-z+＋:：∶︰/.．*—–－-]*+")
_ORDINAL_LIST = re.compile("(?:[、和至到—–-][0-9０-９一二三四五六七八九十百]++)*+")
_POINT_LIST = re.compile("[、.．]")
_AT_HEAD = frozenset("\n。；;：: \u3000")
_NOUN = re.compile("[\u4e00-\u9fff]")
_CLAUSE_END = frozenset("，。；、！？,;!?）)\n ")
_MEMBERS = 40


def readings(text: str) -> Iterator[Reading]:
    """All figures of the text in order; each character is looked at a bounded number of times."""
    pos, search = 0, CANDIDATE.search
    while (found := search(text, pos)) is not None:
        pos = found.start()
        read, pos = _read_at(text, pos)
        yield from read


def _read_at(text: str, pos: int) -> tuple[list[Reading], int]:
    """What begins at `pos`, and where to go on."""
    if text[pos] in "半翻" or text.startswith("一半", pos):
        return special(text, pos)
    count = count_at(text, pos)
    if count is None:
        return [], _past_numerals(text, pos)
    if traps.led_by_sign(text, pos):
        return [], _past_code(text, count)
    if text.startswith("分之", count.end):
        return fraction(text, count)
    if traps.follows_on(text, count.end) or traps.is_slogan(text, count):
        return [], _past_code(text, count)
    if count.end < len(text) and text[count.end] in "/／" and not count.chinese:
        return slash(text, count)
    return _figure(text, count)


_NUMERALS = re.compile("[0-9０-９一二两三四五六七八九十百千万亿数几零〇点]++")


def _past_numerals(text: str, pos: int) -> int:
    found = _NUMERALS.match(text, pos)
    return found.end() if found else pos + 1


def _past_code(text: str, count: Count) -> int:
    """Behind the whole of 0771—5530647, 1+6+3, 第二、三."""
    if text[count.start - 1 : count.start] == "第":
        tail = _ORDINAL_LIST.match(text, count.end)
    else:
        tail = _CHAIN.match(text, count.end)
    return max(count.end, tail.end()) if tail else count.end


def _figure(text: str, count: Count) -> tuple[list[Reading], int]:
    first = counted_at(text, count)
    dash = _DASH.match(text, first.end)
    if dash:
        second = _second(text, first, dash.end())
        if second is not None:
            return _range(text, first, second, dash.group())
        if first.unit is None and not count.chinese and dash.group() not in "至到":
            return [], _past_code(text, count)
    if first.unit is None and not first.open and not count.chinese:
        return _list(text, first)
    return _one(text, first)


def _second(text: str, first: Counted, pos: int) -> Counted | None:
    """The upper end of a range whose lower end is `first`."""
    other = count_at(text, pos) if pos < len(text) else None
    if other is None or (other.bare and not first.count.bare):
        return None
    second = counted_at(text, other)
    if first.unit is not None and (second.unit is None or second.unit.canonical != first.unit.canonical):
        return None
    return second


def _range(text: str, first: Counted, second: Counted, dash: str) -> tuple[list[Reading], int]:
    low, high = _shared(first, second), second.value
    bound = bound_before(text, first.count.start)
    start = bound[0] if bound else first.count.start
    behind = second.end
    if (
        second.unit is None
        or low >= high
        or (second.count.digits[0] == "0"
        and len(second.count.digits) > 1
        and "." not in second.count.digits)
    ):
        if first.unit is not None and second.unit is not None and dash in "至到":
            return _pair(text, first, second)
        return [], _past_code(text, second.count)
    if first.unit is not None and dash in "至到" and _from_before(text, start):
        return _pair(text, first, second)
    if traps.in_name(text, start, behind) or traps.refuses(text, _as_range(first, second), second.unit, start, behind):
        return [], behind
    end = behind + len("不等") if text.startswith("不等", behind) else behind
    return [reading(second, first.count.start, first.count.start, end, low, high, "range", "range")], end


def _as_range(first: Counted, second: Counted) -> Count:
    """The second count standing where the first began: what the traps have to judge."""
    return replace(second.count, start=first.count.start)


def _shared(first: Counted, second: Counted) -> Number:
    """A magnitude on the second number alone multiplies the first too: 2至3万元."""
    if first.unit is None and not first.count.magnitude and second.count.magnitude:
        factor = second.count.value / Decimal(str(_bare_value(second.count)))
        return first.value * factor
    return first.value


def _bare_value(count: Count) -> Number:
    return exact(count.digits) or 1


def _from_before(text: str, start: int) -> bool:
    return text[start - 1 : start] in ("由", "从")


def _pair(text: str, first: Counted, second: Counted) -> tuple[list[Reading], int]:
    """由50元到80元 is two figures, one before and one after."""
    one, _ = _one(text, first)
    two, end = _one(text, second)
    return one + two, end


def _list(text: str, first: Counted) -> tuple[list[Reading], int]:
    """3、5、8公里: numbers that share the unit of the last."""
    members, last = [first], first
    if text[first.count.start - 1 : first.count.start] in _AT_HEAD and _POINT_LIST.match(text, first.end):
        return [], first.end
    while last.unit is None and len(members) < _MEMBERS:
        comma = _COMMA.match(text, last.end)
        count = count_at(text, comma.end()) if comma else None
        if count is None or count.chinese:
            break
        last = counted_at(text, count)
        members.append(last)
    if len(members) == 1:
        return _one(text, first)
    if last.unit is None or last.unit.kind == "date" or traps.in_name(text, first.count.start, last.end):
        return [], last.end
    tail, end = _one(text, last)
    if not tail:
        return [], end
    return [_member(text, member, last) for member in members[:-1]] + tail, end


def _member(text: str, member: Counted, last: Counted) -> Reading:
    count = member.count
    value = _shared(member, last)
    qualifier: Qualifier = "over" if count.open else "exact"
    return reading(last, count.start, count.start, count.end, value, None, qualifier, "list")


def _one(text: str, counted: Counted) -> tuple[list[Reading], int]:
    count, unit, end = counted.count, counted.unit, counted.end
    bound = bound_before(text, count.start, count.bare)
    start = bound[0] if bound else count.start
    if unit is None:
        return _without_unit(text, counted, start, bound[1] if bound else None)
    if count.bare and not (bound or count.open or count.vague):
        return [], end
    if count.open and text[count.end - 1] == "来" and count.value % 10:
        return [], end
    if traps.in_name(text, start, end) or traps.refuses(text, count, unit, start, end):
        return [], end
    behind = bound_after(text, end)
    qualifier = _qualifier(text, counted, bound, behind)
    stop = behind[0] if behind else end
    rule = "bare magnitude" if count.bare else unit.kind
    return [reading(counted, start, count.start, stop, counted.value, None, qualifier, rule)], stop


def _qualifier(
    text: str, counted: Counted, before: tuple[int, Qualifier] | None, behind: tuple[int, Qualifier] | None
) -> Qualifier:
    """The bound before wins over 多 and 余, these over the bound behind."""
    if before:
        return before[1]
    if counted.open or counted.count.vague:
        return "over"
    return (behind and behind[1]) or bound_over_link(text, counted.count.start) or "exact"


def _without_unit(text: str, counted: Counted, start: int, bound: Qualifier | None) -> tuple[list[Reading], int]:
    """7000多归侨, 人口870多万, 近百企业: no classifier, but an approximation or a magnitude shows that it is a count."""
    count, end = counted.count, counted.end
    behind = bound_after(text, end)
    vouched = count.open or bool(count.magnitude) or (bound is not None and not count.single)
    follows = text[end : end + 1]
    if not vouched or (count.value < 10 and not count.magnitude and not bound) or text[count.end - 1] == "来":
        return [], _past_code(text, count)
    if (count.chinese and not (count.open or bound)) or traps.in_name(text, start, end):
        return [], end
    if not (
        follows == "" or follows in _CLAUSE_END or behind or (_NOUN.match(follows) and follows not in "年月日时号")
    ):
        return [], _past_code(text, count)
    stop = behind[0] if behind else end
    qualifier = bound or ("over" if count.open or count.vague else behind[1] if behind else "exact")
    if not bound:
        qualifier = qualifier if qualifier != "exact" else bound_over_link(text, count.start) or "exact"
    return [reading(counted, start, count.start, stop, counted.value, None, qualifier, "without classifier")], stop
