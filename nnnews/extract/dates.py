"""The grammar of Chinese dates: every written form of a day, with or without a clock time, and nothing invented.

    day    2023年10月12日  2023-10-12  2023/10/12  2023.10.12  2023 10/12  202310/12  二〇二三年十月十二日
           发布日期：20231012
    clock  09:15  09:15:30  9时15分  下午3:20  T09:15:30+08:00  (a weekday may stand before it)
    short  10月12日  10-12 09:15: only with the day on which the page was seen, to infer the year from
A bare year, a year and month, 昨日 and 3小时前 are no dates. Digits may be full-width and spread over white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from nnnews.items import SHANGHAI, Precision

_NARROW = {
    ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９：／．－—–〇○", "0123456789:/.---零零", strict=True)
}
_WIDE = re.compile(f"[{''.join(map(chr, _NARROW))}]")
_NUMERALS = {character: digit for digit, character in enumerate("零一二三四五六七八九")}
_WRITTEN = re.compile(
    r"([12一二零九][零一二三四五六七八九\d]{3})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日"
)
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_CLOCK = r"""
    [\s,，|T]*(?:[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*)?
    (?P<half>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?\s*
    (?P<hour>2[0-4]|[01]?\d)\s?[:时点]\s?(?P<minute>[0-5]\d)(?:\s?[:分]\s?(?P<second>[0-5]\d)(?!\d))?(?:\.\d{1,9})?
    (?P<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?(?!\d)
"""
_FULL = re.compile(
    rf"""(?<![\d.])(?P<year>(?:19|20)\d\d)
    (?: \s?年\s?(?P<m1>{_MONTH})\s?月\s?(?P<d1>{_DAY})\s?[日号]?
      | \s?[-/.]\s?(?P<m2>{_MONTH})\s?[-/.]\s?(?P<d2>{_DAY})日?
      | \s?(?P<m3>0[1-9]|1[0-2])\s?/\s?(?P<d3>{_DAY}) )
    (?:{_CLOCK}|(?!\d))""",
    re.X,
)
_SHORT = re.compile(
    rf"(?<![\d年./-])(?:(?P<m1>{_MONTH})月(?P<d1>{_DAY})日|(?P<m2>{_MONTH})-(?P<d2>{_DAY})(?=\s+\d?\d:\d))(?:{_CLOCK})?",
    re.X,
)
_COMPACT = re.compile(r"((?:日期|时间)\s*[:：]\s*)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_FIRST_YEAR = 1990  # no Chinese news site is older than 1995; scanned papers are dated by their URL


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment in Asia/Shanghai (midnight when only the day is known); `inferred` when the year was not written."""

    when: datetime
    precision: Precision
    inferred: bool = False


def read_date(text: str, seen: datetime | None = None) -> Dated | None:
    """The first date in a text; with `seen` (aware) also a month and day, in the year before it."""
    return next((dated for _, dated in find_dates(text, seen)), None)


def find_dates(text: str, seen: datetime | None = None) -> Iterator[tuple[int, Dated]]:
    """Every date in a text and where it starts in it."""
    folded = _fold(text)
    none = True
    for match in _FULL.finditer(folded):
        if dated := _dated(match, int(match["year"])):
            none = False
            yield match.start(), dated
    if none and seen is not None:
        for match in _SHORT.finditer(folded):
            if dated := _inferred(match, seen.astimezone(SHANGHAI)):
                yield match.start(), dated


def from_unix(seconds: int) -> Dated:
    """A moment counted in seconds since 1970, as CMSs write it into addresses and JSON."""
    return Dated(datetime.fromtimestamp(seconds, SHANGHAI), "second")


def day(year: int, month: int, of_month: int) -> Dated | None:
    """A day, or None when the calendar has no such day or the press had no such site."""
    try:
        when = datetime(year, month, of_month, tzinfo=SHANGHAI)
    except ValueError:
        return None
    return Dated(when, "day") if year >= _FIRST_YEAR else None


def _fold(text: str) -> str:
    narrow = text.translate(_NARROW) if _WIDE.search(text) else text
    if "期" in narrow or "间" in narrow:
        narrow = _COMPACT.sub(r"\1\2-\3-\4", narrow)
    return _WRITTEN.sub(_digits, narrow) if "年" in narrow else narrow


def _digits(match: re.Match[str]) -> str:
    year = "".join(str(_NUMERALS.get(character, character)) for character in match[1])
    return f"{year}年{_below_hundred(match[2])}月{_below_hundred(match[3])}日"


def _below_hundred(numeral: str) -> int:
    """三十一 → 31, 十二 → 12; 二 → 2."""
    tens, ten, ones = numeral.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


def _dated(match: re.Match[str], year: int) -> Dated | None:
    form = next(form for form in ("12" if match.re is _SHORT else "123") if match["m" + form])
    found = day(year, int(match["m" + form]), int(match["d" + form]))
    return found if found is None or match["hour"] is None else _at_clock(found.when, match)


def _at_clock(when: datetime, match: re.Match[str]) -> Dated:
    """The day with its clock time; midnight sharp is how systems write «no time»."""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour < 12 and match["half"] in ("下午", "傍晚", "晚上", "晚间"):
        hour += 12
    if hour == 24 or not (hour or minute or second):
        return Dated(when, "day")
    moment = when.replace(hour=hour, minute=minute, second=second)
    if (zone := match["zone"]) and "T" in match[0]:
        moment = datetime.fromisoformat(moment.strftime("%Y-%m-%dT%H:%M:%S") + zone).astimezone(SHANGHAI)
    return Dated(moment, "second" if match["second"] else "minute")


def _inferred(match: re.Match[str], seen: datetime) -> Dated | None:
    """The latest such day that is not after the page was seen."""
    for year in (seen.year, seen.year - 1):
        found = _dated(match, year)
        if found and found.when <= seen + timedelta(days=1):
            return Dated(found.when, found.precision, inferred=True)
    return None
