"""Numbers that name a point or a stretch of the calendar: 2023年, 10月12日, 8时30分, 五年来, 近三年."""

import re

from nnnews.figures.names import is_circle
from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit

# 五年来, 三年前, 十年间, 三年行动计划, 50年一遇, 九年义务教育
_YEAR_AFTER = re.compile(
    "多?(?:来|以来|前|后|间|里|之前|之后|之间|期间|一[度届次遇轮]|如一日|制|义务|一贯|树木|大计"
    "|(?!时间|内|完成|编制|制定)[\u4e00-\u9fff]{0,2}(?:规划|计划|行动|攻坚|工程|任期|方案))"
)
_MONTH_AFTER = re.compile("多?(?:来|以来|前|行动|攻坚)")
# 近三年, 过去五年, 今后两个月, 前四个月, 这一年
_STRETCH_BEFORE = re.compile("(?:近|最近|过去|过去的|未来|今后|今后的|这|那|前|头|首|又|后|接下来)$")
# 这两天, 前三天
_THESE = frozenset("这那前")
# 历时近两年
_LASTING_BEFORE = re.compile(
    "(?:历时|耗时|用时|费时|用了|花了|长达|持续|时隔|为期|经过|历经|等了|坚持|连续|已|任期|时间|有|了)近$"
)
# 60日内, 不少于15日, 公示期5日: everywhere else 日 is a day of the month
_DAYS_AFTER = re.compile("(?:以?内|之内|以上|以下|左右|有余|时间|的(?:公示|期限|时限|培训))")
_DAYS_BEFORE = re.compile(
    "(?:期为?|不少于|不得少于|不超过|不得超过|不低于|至少|最多|为期|历时|用时|公示|提前|连续|满|时限为?|累计|共|耗时"
    "|仅用|延长|缩短|缩短[为至到]|压缩[为至到]|压减[为至到]|减少[为至到]|延长[为至到])$"
)
# 有一天, 某一天, 同一年, 第一年; but 还有一个月, 仅有一周
_ONE_BEFORE = frozenset("有某这那第同每当头新复又年上下")
_LEFT = frozenset("还只仅剩尚足约")
_REACH = 8


def calendar(text: str, count: Count, unit: Unit, end: int) -> str | None:
    """Why a number with a unit of time is no duration."""
    before = text[max(0, count.start - _REACH) : count.start]
    if unit.name == "年" and _is_year(text, count, end):
        return "year"
    if unit.canonical == "年" and _YEAR_AFTER.match(text, end):
        return "span of years"
    if unit.canonical in ("个月", "周", "天") and _MONTH_AFTER.match(text, end):
        return "span of time"
    if unit.name == "日" and not _counts_days(text, before, end):
        return "day of the month"
    if unit.canonical in ("年", "个月") and not count.bare and _STRETCH_BEFORE.search(before):
        return None if _LASTING_BEFORE.search(before) else "span of time"
    if unit.name == "天" and count.single and before[-1:] in _THESE:
        return "span of time"
    if unit.canonical == "分钟" and is_circle(text, end):
        return "name"
    if count.digits == "一" and before and before[-1] in _ONE_BEFORE and not _is_left(before):
        return "idiom"
    return "ordinal" if before.endswith(("第", "星期")) else None


def is_year_number(count: Count) -> bool:
    """2023, also before 级 and 届."""
    return len(count.digits) == 4 and not count.open and not count.magnitude and 1900 <= count.value < 2100


def _is_year(text: str, count: Count, end: int) -> bool:
    """2023年, 二〇二三年, 24年5月."""
    if count.open or count.magnitude:
        return False
    if len(count.digits) == 4 and (1000 < count.value < 2200) and "千" not in count.digits:
        return True
    return text[end : end + 1].isdecimal() and "月" in text[end + 1 : end + 3]


def _is_left(before: str) -> bool:
    return before[-1] == "有" and before[-2:-1] in _LEFT


def _counts_days(text: str, before: str, end: int) -> bool:
    if before[-1:] in ("月", "日", "至"):
        return False
    return _DAYS_AFTER.match(text, end) is not None or _DAYS_BEFORE.search(before) is not None
