"""Numbers that are no figures: codes, ratios, dates, ranks, ordinals, grades.

Each test looks a few characters to either side, so its cost does not grow with the text.
"""

import re
from collections.abc import Callable

from nnnews.figures.dates import calendar, is_clock
from nnnews.figures.names import COUNTED_POINTS, names_something
from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit

_CODE = re.compile("[0-9０-９A-Za-z+＋×:：∶︰/.．*—–－-]*+")
_ORDINALS = re.compile("(?:[、和至到—–-][0-9０-９一二三四五六七八九十百]++)*+")
_LIST = re.compile("(?:[、和及与][0-9０-９.．,]++)*+")
# 第14, 1+6, 4×100, 〓70多万 (a mirror destroyed the character before)
_LEADERS = frozenset("第+＋×#_@/.．〓№")
CONTINUING = frozenset("+＋*×#〓:：∶︰比分/／")
_RATIO_SIGNS = frozenset(":：∶︰")
_JOINERS = frozenset(":：∶︰-－*")
_DIGITS = frozenset("一二两三四五六七八九")

# 列全市第3位, 前10名, 排名53位
_RANK_BEFORE = re.compile(
    "(?:列|居|排|排名|名次|第|升至|跃升|前)(?:在|到|至)?(?:全[国省区市州县]|广西|自治区|同类|城区)?(?:第)?$"
)
# 连任三届, 连续两届; else 届 is an ordinal
_TERMS_BEFORE = re.compile("(?:连续|连任|历经|共|已|举办了?|历任|担任|跨越|先后任)$")
# 十五届市人大常委会四次会议
_TERM_BEFORE = re.compile("届[^，。；\n]{0,12}$")
_MEETING_AFTER = re.compile("(?:全体|扩大)?(?:会议|全会|党代会|代表大会|主任会议)")
# 二期工程, 3期项目
_STAGE_AFTER = re.compile("工程|项目|建设|改造|用地|规划")
# 6级大风, 三级公路, 2级响应
_GRADE_AFTER = re.compile(
    "(?:以上)?(?:大风|地震|台风|阵风|伤残|残疾|响应|医院|甲等|乙等|公路|航道|文物|保护|高级|主任|警|英模|巡视|调研|主管"
    "|教师|水质|标准|及以上|财政|[良原]种|种)"
)
_ADDRESS_AFTER = re.compile("[0-9０-９]{1,4}(?:单元|室|号|楼(?!房))")


def led_by_sign(text: str, count: Count) -> bool:
    """Whether the character before makes it a part of something: 第14, GB50011, 1+6, 7.83:21, 〓70多万."""
    start = count.start
    before = text[start - 1 : start]
    if not before or "\u4e00" <= before <= "\u9fff":
        return before == "第"
    if before in _LEADERS or (before.isascii() and before.isalnum() and not count.chinese):
        return True
    if before not in _JOINERS:
        return False
    second = text[start - 2 : start - 1]
    return second.isdecimal() or (before in "-－*" and second.isascii() and second.isalnum())


def goes_on(text: str, end: int) -> bool:
    """Whether the number goes on as a ratio, a sum or a code, or touches a destroyed character: 3:2, 331+, 3比2."""
    sign, after = text[end : end + 1], text[end + 1 : end + 2]
    if sign in ("+", "＋", "*", "×", "#", "〓"):
        return True
    if sign in _RATIO_SIGNS:
        return after.isdecimal()
    return sign == "比" and (after.isdecimal() or after in _DIGITS)


def past_code(text: str, count: Count) -> int:
    """Behind the whole of 0771—5530647, 1+6+3, 第二、三."""
    ordinal = text[count.start - 1 : count.start] == "第"
    found = (_ORDINALS if ordinal else _CODE).match(text, count.end)
    return found.end() if found else count.end


def past_list(text: str, end: int) -> int:
    """Behind the rest of a list of bare numbers."""
    found = _LIST.match(text, end)
    return found.end() if found else end


def refusal(text: str, count: Count, unit: Unit, end: int) -> str | None:
    """Why `count` with `unit` up to `end` is no figure; None when it is one."""
    if unit.kind == "date":
        return "date or ordinal"
    if unit.kind == "time":
        return calendar(text, count, unit, end)
    if count.single:
        reason = names_something(text, count, unit, end)
        if reason:
            return reason
    check = _BY_UNIT.get(unit.name)
    return f"{unit.name} that counts nothing" if check is not None and check(text, count, end) else None


def _ranked(text: str, count: Count, end: int) -> bool:
    return _RANK_BEFORE.search(text, max(0, count.start - 8), count.start) is not None


def _session(text: str, count: Count, end: int) -> bool:
    behind_term = _TERM_BEFORE.search(text, max(0, count.start - 14), count.start)
    return behind_term is not None and _MEETING_AFTER.match(text, end) is not None


def _term(text: str, count: Count, end: int) -> bool:
    return _TERMS_BEFORE.search(text, max(0, count.start - 5), count.start) is None


def _stage(text: str, count: Count, end: int) -> bool:
    return _STAGE_AFTER.match(text, end) is not None


def _grade(text: str, count: Count, end: int) -> bool:
    return _GRADE_AFTER.match(text, end) is not None


def _clock(text: str, count: Count, end: int) -> bool:
    """9点; but 提出3点要求."""
    return not text.startswith(COUNTED_POINTS, end)


def _minute(text: str, count: Count, end: int) -> bool:
    return is_clock(text, count.start)


def _address(text: str, count: Count, end: int) -> bool:
    """3栋2单元."""
    return _ADDRESS_AFTER.match(text, end) is not None


_BY_UNIT: dict[str, Callable[[str, Count, int], bool]] = {
    "位": _ranked,
    "名": _ranked,
    "个": _ranked,
    "家": _ranked,
    "次": _session,
    "届": _term,
    "期": _stage,
    "级": _grade,
    "点": _clock,
    "分": _minute,
    "分钟": _minute,
    "栋": _address,
    "幢": _address,
}
