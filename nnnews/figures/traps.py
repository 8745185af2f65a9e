"""Numbers that are no figures: codes, ratios, dates, ranks, ordinals, grades.

Each test looks a few characters to either side, so its cost does not grow with the text.
"""

import re

from nnnews.figures.dates import calendar, is_year_number
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

# 亿元以上项目: a size without a number names a class of things
_CLASS = re.compile("以上[^，。；、\n]{0,4}(?:项目|企业|产业|园区|集群)")
_WHERE = "(?:全[国省区市州县]|广西|自治区|同类|城区)?第?$"
# units, what stands before, what stands behind, example: both must be met
_REFUSED = (
    ("位 名", f"(?:[位名]列|居|(?<!安)排名?|名次)[在到至]?{_WHERE}", "", "居全市3位"),
    ("位", f"(?:升至|跃升|升到){_WHERE}", "", "升至全区5位"),
    ("位 名 个 家", "(?<![目此之日年会节先事提以从])前$", "", "前10名"),
    ("次", "届[^，。；\n]{0,12}$", "(?:全体|扩大)?(?:会议|全会|代表大会|主任会议)", "十五届市人大四次会议"),
    ("期", "", "工程|项目|建设|改造|用地|规划", "二期工程"),
    ("级", "", "(?:以上)?(?:大风|地震|台风|阵风|伤残|残疾|响应|医院|[甲乙]等|公路|航道|文物|保护|水质)", "7级大风"),
    ("级", "", "高级|主任|警|英模|巡视|调研|主管|教师|标准|及以上|财政|良种|原种|种", "二级巡视员"),
    ("栋 幢", "", "[0-9０-９]{1,4}(?:单元|室|号|楼(?!房))", "3栋2单元"),
    ("分", "(?<!小)[时点]$", "", "8时30分"),
)
# units that count only in this company, else they name a place in a row
_REQUIRED = (
    ("届", "(?:连续|连任|历经|共|已|举办了?|历任|担任|跨越|先后任)$", "", "连任三届"),
    ("点", "", "|".join(COUNTED_POINTS), "提出3点要求"),
    ("里", "", "[山水土泥夜]?路|[地外远]|长(?!街|廊|堤)|开外|之?外", "走十几里山路"),
)
_YEARLY = frozenset("级届款")
_Context = tuple[re.Pattern[str], re.Pattern[str]]


def _contexts(table: tuple[tuple[str, str, str, str], ...]) -> dict[str, list[_Context]]:
    compiled: dict[str, list[_Context]] = {}
    for units, before, after, _ in table:
        context = re.compile(before), re.compile(after)
        for unit in units.split():
            compiled.setdefault(unit, []).append(context)
    return compiled


_REFUSED_BY_UNIT, _REQUIRED_BY_UNIT = _contexts(_REFUSED), _contexts(_REQUIRED)
_REACH = 14


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
    if unit.name in _YEARLY and is_year_number(count):
        return "year"
    if _is_base(text, count):
        return "base of a rate"
    if count.bare and unit.canonical == "元" and _CLASS.match(text, end):
        return "name of a class"
    if unit.kind == "time":
        return calendar(text, count, unit, end)
    reason = names_something(text, count, unit, end) if count.single else None
    if reason is None and unit.name in _REFUSED_BY_UNIT:
        reason = "place in a row" if _met(text, count.start, end, _REFUSED_BY_UNIT[unit.name]) else None
    if reason is None and unit.name in _REQUIRED_BY_UNIT:
        reason = None if _met(text, count.start, end, _REQUIRED_BY_UNIT[unit.name]) else "place in a row"
    return reason


def _is_base(text: str, count: Count) -> bool:
    """每10万人, 每100名: a round number after 每 is what the rate is reckoned on."""
    return text[count.start - 1 : count.start] == "每" and str(count.value).strip("0") == "1" and count.value > 1


def _met(text: str, start: int, end: int, contexts: list[_Context]) -> bool:
    low = max(0, start - _REACH)
    return any(after.match(text, end) and before.search(text, low, start) for before, after in contexts)
