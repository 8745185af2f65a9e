"""Numbers inside names, slogans and idioms: nothing was counted there."""

import re

from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit

# subject, words; each is itself the example
_FIXED = (
    (
        "doctrine",
        "两个确立 两个维护 两个大局 两个一百年 两个毫不动摇 两个健康 两个务必 两个文明 三个代表 三个务必 三个区分",
    ),
    ("doctrine", "三个有利于 三会一课 四个意识 四个自信 四个全面 四个服从 四个最严 四项基本原则 五个文明 六个必须坚持"),
    ("doctrine", "七个有之 八个明确 十个明确 十四个坚持 三个一 四个一 五个一 六个一 十个一 八项规定 八项注意 五级书记"),
    ("bodies", "四套班子 五套班子 四家班子 五家班子 两套人马 三级甲等 三级医院 二级医院"),
    ("economy", "三次产业 二次元 三件套 四件套 三句半 三级跳 七天无理由 半小时经济圈 半小时生活圈"),
    (
        "idiom",
        "三天两头 三天打鱼 三番五次 四处 四周 一分为二 三点一线 两点一线 一年一度 一年四季 一日三餐 一天天",
    ),
    ("idiom", "一天到晚 一年之计 一日之计 一周一 三个臭皮匠 半个多世纪 半个世纪 半天云 八门 两位数 三位数"),
    ("place", "三元里 三台县 三门峡 三门江 五台山 五道口 六盘水 八步区 三家店 五家渠 九三学社"),
)
_SLOGANS: dict[str, tuple[str, ...]] = {}
for _, _words in _FIXED:
    for _word in _words.split():
        _SLOGANS[_word[0]] = (*_SLOGANS.get(_word[0], ()), _word)

# After one Chinese numeral these units stand in names, ranks and hours unless a noun they count follows.
_COUNTS = {
    "方": "土 水 石",
    "点": "要求 意见 建议 希望 体会 看法 问题 原因 思考 诉求 打算 质疑",
    "级": "人大 代表 党委 政府 联 干部 河长 林长 网格 组织 平台 体系 管理 人民 便民 医疗 服务",
    "期": "培训 学习 讲座 轮训 简报 研修 班 专题 活动",
    "组": "数 家庭 队 代表 选手 人员 柜 照片 镜头",
    "队": "人马 选手",
}
_COUNTED_NOUNS = {unit: tuple(nouns.split()) for unit, nouns in _COUNTS.items()}
# 五台山, 三门峡, 五道口, 三口之家, 三面环山: what makes a name or idiom of one Chinese numeral and a unit
_NAMED_BY = {
    "台": "山县镇村乡区",
    "门": "峡江县",
    "道": "湾口",
    "口": "之",
    "面": "八环临向靠围性派夹光针",
    "头": "六忙跑",
    "部": "曲",
    "层": "次",
    "段": "式论",
}
COUNTED_POINTS = _COUNTED_NOUNS["点"]
# 三伏, 五行, 三角, 十分: such a unit never follows one Chinese numeral in earnest.
_NEVER_SINGLE = frozenset("村镇乡伏瓦尺寸丈度兆分角行回字单包听罐升克帕担档苗")
# 五家子村, 四棵树乡: a village named by its houses and trees.
_VILLAGE = re.compile("[^，。；、\n乡村街镇]{0,2}?[村镇乡屯坡街巷桥岭塘湾](?![民级组干庄口头道貌路委面镇屯办企内里集])")
_HOUSES = frozenset("家户棵株口块眼片面门层间台")
_CIRCLE = re.compile("[^，。；、\n]{0,6}圈")

_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"'))
_OPENING = re.compile('[“‘「『"《]')
_SPEECH = re.compile("[，。！？；：,;!?\n]")
# 他说：“每亩只赚三四百元”。
_SAID = tuple(f"{verb}{sign}" for verb in ("说", "说道", "表示", "坦言", "直言") for sign in ("", "：", ":", "，", ","))
_QUOTE_REACH = 12
_TITLE_REACH = 60
_CLOSES = frozenset("，。；、！？,;\n")


def is_slogan(text: str, count: Count) -> bool:
    """两个确立, 八项规定, 千家万户, 十分."""
    return text.startswith(_SLOGANS.get(text[count.start], ()), count.start)


def inside(text: str, start: int, end: int) -> bool:
    """Inside 《…》 or a short quotation without punctuation (“十个一”, “六个年”)."""
    before = text[start - _TITLE_REACH if start > _TITLE_REACH else 0 : start]
    if _OPENING.search(before) is None:
        return False
    if before.rfind("《") > before.rfind("》"):
        return True
    return any(_quoted(text, start, end, left, right) for left, right in _QUOTES)


def _quoted(text: str, start: int, end: int, left: str, right: str) -> bool:
    opened = text.rfind(left, max(0, start - _QUOTE_REACH), start)
    if opened < 0 or (left != right and text.find(right, opened, start) >= 0):
        return False
    if left == right and opened != start - 1:
        return False  # a straight quote says nothing about its side unless it touches the number
    closed = text.find(right, end, opened + _QUOTE_REACH + 2)
    return closed >= 0 and not (
        _SPEECH.search(text, opened, closed) or text[max(0, opened - 3) : opened].endswith(_SAID)
    )


def names_something(text: str, count: Count, unit: Unit, end: int) -> str | None:
    """Why one Chinese numeral before `unit` counts nothing: 一 counts time and shares only, 二 never counts things."""
    if count.digits == "一" and not (unit.kind == "time" or (unit.kind == "share" and unit.name != "分")):
        return "一 with a classifier"
    if count.digits == "二" and unit.kind in ("classifier", "person"):
        return "二 as an ordinal"
    if unit.name in _NEVER_SINGLE:
        return f"name with {unit.name}"
    nouns = _COUNTED_NOUNS.get(unit.name)
    if nouns is not None and not (text.startswith(nouns, end) or _is_counted(text, count.start, end)):
        return f"name with {unit.name}"
    if text[end : end + 1] in tuple(_NAMED_BY.get(unit.name, "")):
        return f"name with {unit.name}"
    if unit.name in _HOUSES and count.digits != "两" and _VILLAGE.match(text, end):
        return "village"
    return None


def is_circle(text: str, end: int) -> bool:
    """15分钟便民生活圈."""
    return _CIRCLE.match(text, end) is not None


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether something is parted (分三期进行) or the number ends a clause behind its noun: 修建水井三口。"""
    if text.startswith("分", start - 1) or text.startswith(("分成", "分为"), start - 2):
        return True
    return (text[end : end + 1] or "\n") in _CLOSES and "\u4e00" <= text[start - 1 : start] <= "\u9fff"
