"""The grammar: from a number to the reading of a figure.

figure = [bound] count [unit] [dash count [unit]] [bound]
list   = count 、 count … unit          the unit at the end counts for all
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from nnnews.figures import names, traps
from nnnews.figures.dates import is_year_number
from nnnews.figures.numbers import CANDIDATE, FOLLOWERS, Count, count_at, past_numerals
from nnnews.figures.phrase import Counted, Reading, counted_at, reading
from nnnews.figures.shares import Outcome, fraction, slash, special
from nnnews.figures.words import LAST, Bounds, bounds
from nnnews.text.numerals import Number

_DASH = re.compile("[-－~～—–―﹣─]{1,2}|[至到]")
_DASHES = frozenset("-－~～—–―﹣─至到")
_COMMA = re.compile("[、和及与]")
_HEADING = re.compile("[、.．]")
_AT_HEAD = frozenset(("", *"\n。；;：: \u3000"))
_NOT_COUNTED = frozenset("年月日时号的")
_CLAUSE_END = frozenset(("", *"，。；、！？,;!?）)\n "))
_MEMBERS = 40
# A line with more numbers is no text but data; the rest of it is not read.
_MOST_NUMBERS = 5_000
_MINUS = frozenset("-－−")
_NO_MINUS_AFTER = frozenset("年月日号路\u3000—")


def readings(text: str) -> Iterator[Reading]:
    """All figures of the text in order; each character is looked at a bounded number of times."""
    pos, done, line_end, numbers, search = 0, 0, -1, 0, CANDIDATE.search
    while (found := search(text, pos)) is not None:
        start, end = found.span()
        if start > line_end:
            line_end, numbers = _line_end(text, start), 0
        numbers += 1
        if numbers > _MOST_NUMBERS:
            pos = line_end
            continue
        after = end + (text[end : end + 1] == " ")
        if text[after : after + 1] not in FOLLOWERS and text[start].isdecimal() and text[start - 1 : start] not in LAST:
            pos = end  # a number with nothing behind it: most often a code, a telephone, a table cell
            continue
        read, pos = _read_at(text, start)
        for one in read:  # 30岁以上百余人: 上 is taken already
            yield one if one.start >= done else one._replace(start=done)
            done = one.end


def _line_end(text: str, pos: int) -> int:
    end = text.find("\n", pos)
    return end if end >= 0 else len(text)


def _read_at(text: str, pos: int) -> Outcome:
    """What begins at `pos`, and where to go on."""
    if text[pos] in "半翻" or text.startswith("一半", pos):
        return special(text, pos)
    count = count_at(text, pos)
    if count is None:
        return [], past_numerals(text, pos)
    if traps.led_by_sign(text, count) or names.is_slogan(text, count):
        return [], traps.past_code(text, count)
    if text[count.end : count.end + 1] in traps.CONTINUING:
        if text.startswith("分之", count.end):
            return fraction(text, count)
        if traps.goes_on(text, count.end):
            return [], traps.past_code(text, count)
        if text[count.end] in "/／" and not count.chinese:
            return slash(text, count)
    return _figure(text, counted_at(text, count))


def _figure(text: str, first: Counted) -> Outcome:
    dash = _DASH.match(text, first.end) if text[first.end : first.end + 1] in _DASHES else None
    if dash:
        second = _upper(text, first, dash.end())
        if second is not None:
            return _range(text, first, second, dash.group())
        if first.unit is None and not first.number.chinese and dash.group() not in "至到":
            return [], traps.past_code(text, first.number)
    if first.unit is None and not first.open and not first.number.chinese:
        return _list(text, first)
    return _one(text, _lent(text, first))


def _lent(text: str, first: Counted) -> Counted:
    """1.2个和0.6个百分点: 个 stands for the longer unit of the next number."""
    comma = _COMMA.match(text, first.end) if first.name == "个" else None
    count = count_at(text, comma.end()) if comma else None
    unit = counted_at(text, count).unit if count else None
    if unit is None or len(unit.name) < 2 or unit.name[0] != "个":
        return first
    return first._replace(unit=unit, name=unit.name)


def _upper(text: str, first: Counted, pos: int) -> Counted | None:
    """The upper end of a range whose lower end is `first`."""
    count = count_at(text, pos)
    if count is None or (count.bare and not first.number.bare):
        return None
    second = counted_at(text, count)
    if first.unit is not None and (second.unit is None or second.unit.canonical != first.unit.canonical):
        return None
    return second


def _range(text: str, first: Counted, second: Counted, dash: str) -> Outcome:
    """2800元至3500元, 20—30元; but 从3家到10家 is two figures, one before and one after."""
    start, low, high = first.number.start, _shared(first, second), second.value
    end = second.end + 2 * text.startswith("不等", second.end)
    whole = Bounds(start, end, "range")
    if first.unit is not None and dash in "至到" and (low >= high or text.startswith(("由", "从"), start - 1)):
        return _one(text, first)[0] + (later := _one(text, second))[0], later[1]
    if second.unit is None or low >= high or _is_code(second.number):
        return [], traps.past_code(text, second.number)
    judged = second.number._replace(start=start)
    if names.inside(text, start, end) or traps.refusal(text, judged, second.unit, second.end):
        return [], end
    return [reading(second, whole, low, "range", high)], end


def _is_code(count: Count) -> bool:
    """Whether it has a leading zero: 0771—05530647."""
    return count.digits[0] == "0" and count.digits[1:2].isdecimal()


def _shared(first: Counted, second: Counted) -> Number:
    """A magnitude on the second number alone multiplies the first too: 2至3万元."""
    if first.unit is None and not first.number.magnitude and second.number.magnitude:
        return first.value * second.number.factor
    return first.value


def _list(text: str, first: Counted) -> Outcome:
    """3、5、8公里: numbers that share the unit of the last; 1、 at the head of a line is none."""
    members = [first]
    if text[first.number.start - 1 : first.number.start] in _AT_HEAD and _HEADING.match(text, first.end):
        return [], first.end
    while members[-1].unit is None and len(members) < _MEMBERS:
        comma = _COMMA.match(text, members[-1].end)
        count = count_at(text, comma.end()) if comma else None
        if count is None or count.chinese:
            break
        members.append(counted_at(text, count))
    if len(members) == _MEMBERS:
        return [], traps.past_list(text, members[-1].end)
    *earlier, last = members
    if not earlier or last.unit is None:
        return _one(text, last)
    read, end = _one(text, last)
    return [_member(member, last) for member in earlier if read] + read, end


def _member(member: Counted, last: Counted) -> Reading:
    count = member.number
    found = Bounds(count.start, count.end, "over" if count.open else "exact")
    return reading(last, found, _shared(member, last), "list")


def _one(text: str, counted: Counted) -> Outcome:
    """A count with its unit and bounds."""
    count, unit, end = counted.number, counted.unit, counted.end
    found = bounds(text, count.start, end, counted.open or count.vague, count.round)
    if count.bare and not found.said:
        return [], end
    if unit is None:
        return _without_unit(text, counted, found)
    if text[count.end - 1] == "来" and count.value % 10:
        return [], end
    if names.inside(text, found.start, end) or traps.refusal(text, count, unit, end):
        return [], end
    rule = "bare magnitude" if count.bare else unit.kind
    read = reading(counted, found, counted.value, rule, count.top)
    return [_signed(text, read) if text[found.start - 1 : found.start] in _MINUS else read], found.end


def _signed(text: str, read: Reading) -> Reading:
    """增长-2.3%; but a dash behind a date, a letter or a digit is no minus."""
    before = text[read.start - 2 : read.start - 1] if read.start > 1 else ""
    measured = read.kind in ("share", "measure") and read.value_max is None
    if not measured or before in _NO_MINUS_AFTER or (before.isascii() and before.isalnum()):
        return read
    return read._replace(start=read.start - 1, value=-read.value)


def _without_unit(text: str, counted: Counted, found: Bounds) -> Outcome:
    """7000多归侨, 人口870多万, 近百企业: an approximation, a bound or a magnitude shows that something is counted."""
    count, end = counted.number, counted.end
    after = text[found.end : found.end + 1]
    amount = count.value >= 10 or count.magnitude or isinstance(count.value, Decimal)
    vouched = found.said or (count.magnitude and not count.chinese)
    ended = after in _CLAUSE_END or (after == "的" and count.magnitude)
    counts = ended or ("\u4e00" <= after <= "\u9fff" and after not in _NOT_COUNTED)
    if not (amount and vouched and counts) or text[count.end - 1] == "来" or is_year_number(count):
        return [], traps.past_code(text, count)
    if names.inside(text, found.start, end):
        return [], end
    return [reading(counted, found, counted.value, "without classifier")], found.end
