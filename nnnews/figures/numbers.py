"""Where a number stands in the text, with 多, 余 and the magnitude that belong to it."""

import re
from dataclasses import dataclass

from nnnews.figures.units import HEADS
from nnnews.text.numerals import Number, exact

_D = "[0-9０-９]"
_C = "[一二两三四五六七八九十百千万亿〇零]"
_ARABIC = rf"(?:{_D}++亿(?={_D}))?(?:{_D}{{1,3}}(?:,{_D}{{3}})++(?!{_D})|{_D}++(?:[.．]{_D}++)?)"
_CHINESE = rf"[数几]?{_C}++(?:点[〇零一二三四五六七八九]++(?![十百千]))?"
# 千 belongs to the unit in 5千克, 百 in 3百分点.
_MAGNITUDE = "[十百千]?万亿|[十百千]?[万亿]|[十百千](?![克米瓦伏卡帕赫分])"
_NUMBER = re.compile(rf"({_ARABIC}|{_CHINESE})([多余几来]?)({_MAGNITUDE})?([多余来]?)")
_FOLLOWER = HEADS + "一二两三四五六七八九十百千万亿零〇多余来几点、和至到~～—–-－"
CANDIDATE = re.compile(
    rf"{_D}|[二两三四五六七八九十百千万亿](?=[{_FOLLOWER}])|[数几](?=[十百千万亿])"
    "|一(?=[一二两三四五六七八九十百千万亿点年个天周小分日星昼半成倍至到])|半(?=[数天年小个])|翻(?=[了近一两二三四])"
)
_LONGEST = 24
_MAGNITUDES = frozenset("百千万亿")


@dataclass(frozen=True, slots=True)
class Count:
    """A number as it stands in `text[start:end]`.

    `open` is whether 多, 余, 来 or 几 follow; `bare` a magnitude alone (上百件, 千余人); `vague` has 数 or 几 before.
    """

    start: int
    end: int
    digits: str
    value: Number
    open: bool
    magnitude: str
    bare: bool
    vague: bool

    @property
    def chinese(self) -> bool:
        return not self.digits[0].isdecimal()

    @property
    def single(self) -> bool:
        """One Chinese numeral below ten, the kind that stands in names and idioms."""
        return len(self.digits) == 1 and self.digits in "一二两三四五六七八九十" and not (self.magnitude or self.open)


def count_at(text: str, pos: int) -> Count | None:
    """The number at `pos`; None when the characters there are no well-formed numeral."""
    found = _NUMBER.match(text, pos)
    if found is None:
        return None
    digits, before, magnitude, behind = found.groups("")
    end = found.end()
    if digits[-1] == "千" and text[end : end + 1] in "克米瓦伏" and len(digits) > 1 and end == found.end(1):
        digits, end = digits[:-1], end - 1
    vague = digits[0] in "数几"
    value = None if len(digits) > _LONGEST else exact(digits.lstrip("数几") + magnitude)
    if value is None:
        return None
    bare = vague or _MAGNITUDES.issuperset(digits)
    return Count(pos, end, digits, value, bool(before or behind), magnitude, bare, vague)
