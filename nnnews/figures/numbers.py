"""Where a number stands in the text, with 多, 余 and the magnitude that belong to it."""

import re
from typing import NamedTuple

from nnnews.figures.units import HEADS
from nnnews.text.numerals import Number, exact

_D = "[0-9０-９]"
_C = "[一二两三四五六七八九十百千万亿〇零]"
_ARABIC = rf"(?:{_D}++亿(?={_D}))?(?:{_D}{{1,3}}(?:,{_D}{{3}})++(?!{_D})(?:[.．]{_D}++)?|{_D}++(?:[.．]{_D}++)?)"
_CHINESE = rf"[数几]?{_C}++(?:点[〇零一二三四五六七八九]++(?![十百千]))?"
# 千 belongs to the unit in 5千克, 百 in 3百分点.
_MAGNITUDE = "[十百千]?万亿|[十百千]?[万亿]|[十百千](?![克米瓦伏卡帕赫分])"
# Pages set a space between digits and Chinese: 共有 15 个.
_SPACE = r"(?:(?<=[0-9０-９]) (?=[^\x00-\x7f]|%))?"
_NUMBER = re.compile(rf"({_ARABIC}|{_CHINESE}){_SPACE}([多余几来]?)({_MAGNITUDE})?([多余来]?)")
_FOLLOWER = HEADS + "一二两三四五六七八九十百千万亿零〇多余来几点、和至到~～—–-－"
CANDIDATE = re.compile(
    rf"{_D}[0-9０-９.．,]*+|[二两三四五六七八九十百千万亿](?=[{_FOLLOWER}])|[数几](?=[十百千万亿])"
    "|一(?=[一二两三四五六七八九十百千万亿点年个天周小分日星昼半成倍至到])|半(?=[数天年小个])|翻(?=[了近一两二三四])"
)
FOLLOWERS = frozenset((*_FOLLOWER, *"分/／"))
_NUMERALS = re.compile("[0-9０-９一二两三四五六七八九十百千万亿数几零〇点]++")
_LONGEST = 24
_MAGNITUDES = frozenset("百千万亿")
_ROUND = frozenset("十百千万亿")
_PLACES = frozenset("十百千万亿点")
_UNIT_TAILS = frozenset("克米瓦伏卡帕赫")
# 三五百, 两三个, 十七八: two digits side by side are the ends of a range.
_NEIGHBOURS = re.compile("([一二三四五六七八九十百千]*?)([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)")
_PAIRS = frozenset(("一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"))


class Count(NamedTuple):
    """A number as it stands in `text[start:end]`; `top` is the upper end of 三五百, `magnitude` 万 or 亿.

    `open` is whether 多, 余, 来 or 几 follow; `bare` a magnitude alone (上百件, 千余人); `vague` has 数 or 几 before.
    """

    start: int
    end: int
    digits: str
    value: Number
    top: Number | None
    open: bool
    magnitude: str
    bare: bool
    vague: bool

    @property
    def chinese(self) -> bool:
        return not self.digits[0].isdecimal()

    @property
    def single(self) -> bool:
        """One Chinese numeral up to ten, the kind that stands in names and idioms."""
        return len(self.digits) == 1 and not (self.magnitude or self.open or self.digits.isdecimal())

    @property
    def round(self) -> bool:
        """十, 百, 十万: a size rather than a number, which 上 and 过 bound."""
        return _ROUND.issuperset(self.digits)

    @property
    def factor(self) -> Number:
        """What the magnitude behind the digits multiplies by."""
        return exact(self.magnitude) or 1 if self.magnitude else 1


def count_at(text: str, pos: int) -> Count | None:
    """The number at `pos`; None when the characters there are no well-formed numeral."""
    found = _NUMBER.match(text, pos)
    if found is None:
        return None
    digits, before, magnitude, behind = found.groups("")
    end = found.end()
    if len(digits) > _LONGEST:
        return None
    if digits[-1] == "千" and len(digits) > 1 and end == found.end(1) and text[end : end + 1] in _UNIT_TAILS:
        digits, end = digits[:-1], end - 1
    is_open = bool(before or behind)
    if digits[0].isdecimal():
        value = exact(digits + magnitude)
        return None if value is None else Count(pos, end, digits, value, None, is_open, magnitude, False, False)
    return _chinese(pos, end, digits, is_open, magnitude)


def _chinese(pos: int, end: int, digits: str, is_open: bool, magnitude: str) -> Count | None:
    vague = digits[0] in "数几"
    top = None
    ends = _NEIGHBOURS.fullmatch(digits)
    if ends is not None and ends.group(2) + ends.group(3) in _PAIRS:
        head, low, high, tail = ends.groups()
        value, top = exact(head + low + tail + magnitude), exact(head + high + tail + magnitude)
    elif len(digits) > 1 and _PLACES.isdisjoint(digits):
        return None  # 二〇二三, 一一: read digit by digit it is a year or no number at all
    else:
        value = exact((digits[1:] if vague else digits) + magnitude)
    if value is None:
        return None
    return Count(pos, end, digits, value, top, is_open, magnitude, vague or _MAGNITUDES.issuperset(digits), vague)


def past_numerals(text: str, pos: int) -> int:
    """Behind the whole run of numerals at `pos`."""
    found = _NUMERALS.match(text, pos)
    return found.end() if found else pos + 1
