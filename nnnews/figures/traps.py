"""Numbers that are no figures: names, slogans, dates, ranks, ordinals, codes.

Each table line has its example. A test looks a few characters to either side, so its cost does not grow with the text.
"""

import re
from collections.abc import Iterator

from nnnews.figures.numbers import Count
from nnnews.figures.units import Unit

_SLOGANS = (
    # what the number counts is fixed by the name; nothing was counted
    "两个确立 两个维护 两个大局 两个结合 两个一百年 两个毫不动摇 两个先行 两个健康 两个务必 两个文明 两个率先 两个覆盖",
    "三个代表 三个务必 三个区分 三个有利于 三个一 三个全面 三个服务 三个注重 三个故事 三次产业 三级跳 三会一课 三件套",
    "四个意识 四个自信 四个全面 四个机关 四个服从 四个最严 四个一 四个革命 四个伟大 四项基本原则 四个新 四件套",
    "五个一 五个统筹 五个文明 五个坚持 六个必须 六个一 七个有之 八个明确 八项规定 九项准则 十个明确 十个一 十项准则",
    "十四个坚持 十三个方面成就 九个坚持 五项原则 二十条 新国九条 六条禁令 八项注意 三条底线 两面人 两手抓 两条腿",
    "十分 万分 千家万户 千门万户 万家灯火 百家争鸣 百家姓 百家宴 百日 三天两头 三番五次 四面八方 四通八达 五颜六色",
    "三句半 两句话 一点一滴 一分为二 一年一度 一年四季 一日三餐 一天天 一年年 一周年 一成不变 三点一线 两点一线 两件事",
    "半个多世纪 半个世纪 半天云 半个主人 半年报 三天打鱼 三个臭皮匠 九三学社 三元里 三台县 三门峡 三门江 五台山 五道口",
    "六盘水 八步区 三角 八角 十字 四级联动 三级甲等 三重一大 五位一体 三位一体 四位一体 多位一体 六位一体 五级书记",
    "一级 一类 一期 三级医院 两头 两面 四方 三方 八方 两边 一天到晚 一年之计 三项制度改革 百分点 半小时经济圈",
)
_SLOGAN = re.compile("|".join(sorted((w for line in _SLOGANS for w in line.split()), key=len, reverse=True)))

# Such a unit after one Chinese numeral is more often part of a name (三门, 五道, 八角) than counted; a noun must prove it.
_SHY = {
    "门": ("课", "大炮", "学", "技术", "手艺", "语言"),
    "台": ("车", "设备", "机", "电", "空调", "晚会", "抽", "挖", "消防", "救护", "心电"),
    "道": ("题", "菜", "防线", "关", "工序", "程序", "坝", "闸", "门"),
    "头": ("牛", "猪", "羊", "驴", "大象", "水牛"),
    "口": ("井", "人", "锅", "塘", "池塘", "水井", "鱼塘"),
    "部": ("法", "手机", "电", "作品", "规", "地方性", "条例", "车", "影片", "片", "单行"),
    "片": ("林", "地", "果", "茶", "荒", "区", "药"),
    "面": ("锦旗", "墙", "国旗", "旗", "党旗"),
    "方": ("土", "水", "石"),
    "点": ("要求", "意见", "建议", "希望", "体会", "看法", "问题", "原因", "思考", "诉求", "打算", "质疑"),
    "级": (
        "人大",
        "代表",
        "党委",
        "政府",
        "联",
        "干部",
        "河长",
        "林长",
        "网格",
        "组织",
        "平台",
        "体系",
        "管理",
        "人民",
        "便民",
        "书记",
    ),
    "段": ("路", "河", "渠", "堤"),
    "股": ("水", "泉"),
    "环": (),
    "字": (),
    "期": ("培训", "学习", "讲座", "轮训", "简报", "研修", "班", "专题"),
    "届": (),
    "路": ("人马", "大军", "纵队"),
    "站": ("路", "地铁"),
    "行": (),
    "组": ("数", "家庭", "队", "代表", "选手", "人员", "柜"),
    "队": ("人马", "选手"),
    "排": ("树", "房", "椅", "路灯"),
    "对": ("夫妻", "新人", "夫妇", "亲", "母", "师徒"),
    "双": ("鞋", "手套", "筷", "袜"),
    "节": ("课", "车厢"),
    "分": ("地",),
    "眼": ("井", "机井", "泉", "水"),
    "块": ("地", "田", "牌", "石", "电", "展板", "土地", "宗地", "菜地", "空地"),
    "角": ("钱",),
    "单": (),
    "章": (),
    "回": (),
    "架": ("飞机", "无人机", "直升"),
    "盘": ("菜",),
    "度": (),
    "孔": ("桥", "涵", "窑"),
    "首": ("歌", "诗", "山歌", "曲"),
    "瓦": (),
    "尺": (),
    "寸": (),
    "丈": (),
    "伏": (),
    "罐": (),
    "包": (),
    "听": (),
    "针": ("疫苗",),
    "堂": ("课",),
    "檔": (),
}

# unit → what before it (nearest characters last) and what behind it makes the number no figure
_TIME_BEFORE = re.compile(
    "(?:近|最近|过去|过去的|未来|今后|这|那|前|头|上|下|满|首个?|每隔?|又|当年|新|第|去年|今年|明年|后)$"
)
_TIME_LASTS = re.compile(
    "(?:历时|耗时|用时|费时|用了|花了|长达|持续|时隔|为期|经过|历经|等了|坚持|连续|已|任期|时间)近$"
)
_NEAR_YEARS = re.compile("近$")
_YEAR_AFTER = re.compile(
    "多?(?:来|以来|前|后|间|里|之前|之后|之间|期间|内陆|规划|计划|行动|攻坚|滚动|任期|一[度届次遇轮]|如一日|制|义务|一贯|期限|改革|树木|大计)"
)
_MONTH_AFTER = re.compile("多?(?:来|以来|前|行动|攻坚)")
_DAY_WITHIN = re.compile("(?:以?内|之内|以上|以下|左右|有余|时间|的(?:公示|期限|时限|培训))")
_DAY_BEFORE = re.compile(
    "(?:期为?|不少于|不超过|不低于|至少|最多|为期|历时|用时|公示|提前|连续|满|限|时限为?|累计|共|耗时|仅用|延长|缩短|缩短为|压缩至|压缩到|压减至|减少至)$"
)
_RANK = re.compile(
    "(?:列|居|排|排名|名次|第|升至|跃升|前)(?:在|到|至)?(?:全[国省区市州县]|广西|自治区|同类|城区)?(?:第)?$"
)
_COUNTED_SESSIONS = re.compile("(?:连续|连任|历经|共|已|举办了?|历任|担任|跨越|先后任)$")
_SESSION = re.compile("届(?:[^，。；\n]{0,12})$")
_MEETING_AFTER = re.compile("(?:全体|扩大)?(?:会议|全会|党代会|代表大会|主任会议)")
_CIVIL_SECOND = re.compile("供水|污染|利用|分配|开发|装修|报价|元|加压|创业|就医|革命|曝光|传播|入")
_STAGE_AFTER = re.compile("工程|项目|建设|改造|用地|规划")
_GRADE_AFTER = re.compile(
    "(?:大风|地震|台风|阵风|伤残|残疾|响应|医院|甲等|乙等|公路|航道|文物|保护|高级|主任|警|英模|巡视|调研|主管|教师|水质|标准|及以上|财政)"
)
_VILLAGE = re.compile("[\u4e00-\u9fff]{0,2}?[村镇乡屯坡街巷桥岭塘湾](?![\u4e00-\u9fff]?[民级组干庄口头道貌路委面])")
_LEADERS = frozenset("第+＋#_@/.．〓￥$№")
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"))
_SPEECH = re.compile("[，。！？；：,;!?\n]")
_QUOTE_REACH = 12
_TITLE_REACH = 60


def led_by_sign(text: str, start: int) -> bool:
    """Whether the character before makes it a part of something: 第14, GB50011, 1+6, 7.83:21, 〓70多万."""
    before = text[start - 1 : start]
    if before in _LEADERS and before:
        return True
    if before.isascii() and before.isalnum():
        return True
    if before in ":：∶︰-－*" and before:
        second = text[start - 2 : start - 1]
        return second.isdecimal() or (before in "-－*" and second.isascii() and second.isalnum())
    return False


def follows_on(text: str, end: int) -> bool:
    """Whether the number goes on as a ratio, a sum or a code: 3:2, 1+6+3, 331+, 3比2."""
    sign, after = text[end : end + 1], text[end + 1 : end + 2]
    if sign in "+＋*×#〓" and sign:
        return True
    return (
        sign in ":：∶︰比-－" and bool(sign) and (after.isdecimal() or (sign == "比" and after in "一二三四五六七八九"))
    )


def in_name(text: str, start: int, end: int) -> bool:
    """Inside 《…》 or a short quotation without punctuation (“十个一”, “六个年”)."""
    if text.rfind("《", max(0, start - _TITLE_REACH), start) > text.rfind("》", max(0, start - _TITLE_REACH), start):
        return True
    low, high = max(0, start - _QUOTE_REACH), end + _QUOTE_REACH
    for left, right in _QUOTES:
        opened = text.rfind(left, low, start)
        if opened >= 0 and text.find(right, opened, start) < 0:
            closed = text.find(right, end, high)
            return closed >= 0 and closed - opened <= _QUOTE_REACH + 2 and not _SPEECH.search(text, opened, closed)
    return (
        text[start - 1 : start] == '"'
        and text.find('"', end, high) >= 0
        and not _SPEECH.search(text, end, text.find('"', end, high))
    )


def is_slogan(text: str, count: Count) -> bool:
    return count.chinese and _SLOGAN.match(text, count.start) is not None


def refuses(text: str, count: Count, unit: Unit, start: int, end: int) -> str | None:
    """Why `count` with `unit` up to `end` is no figure, `start` being where its bound begins; None when it is one."""
    return next(_reasons(text, count, unit, start, end), None)


def _reasons(text: str, count: Count, unit: Unit, start: int, end: int) -> Iterator[str]:
    if unit.kind == "date":
        yield "date or ordinal"
    elif unit.kind == "time":
        yield from _time(text, count, unit, end)
    elif count.single:
        yield from _single(text, count, unit, end)
    check = _BY_UNIT.get(unit.name)
    if check is not None and check(text, count, end):
        yield f"{unit.name} that counts nothing"


def _time(text: str, count: Count, unit: Unit, end: int) -> Iterator[str]:
    before = text[max(0, count.start - 6) : count.start]
    if unit.name == "年" and not count.open and not count.magnitude:
        if count.value != int(count.value) or (len(count.digits) == 4 and 1000 < count.value < 2200):
            yield "year"
        if text[end : end + 1].isdecimal() or (len(count.digits) == 4 and count.chinese and "千" not in count.digits):
            yield "year"
    if unit.canonical == "年" and _YEAR_AFTER.match(text, end):
        yield "span of years"
    if unit.canonical in ("个月", "周", "天") and _MONTH_AFTER.match(text, end):
        yield "span of time"
    if unit.name == "日" and not (_DAY_WITHIN.match(text, end) or _DAY_BEFORE.search(before)):
        yield "day of the month"
    if unit.name == "日" and before[-1:] in ("月", "日"):
        yield "day of the month"
    if unit.canonical in ("分钟",) and before[-1:] in ("时", "点"):
        yield "clock time"
    if _TIME_BEFORE.search(before) and not _TIME_LASTS.search(text[max(0, count.start - 4) : count.start]):
        if unit.canonical in ("年", "个月") or before[-1:] in "这那第某":
            yield "span of time"
    if count.digits == "一" and (before[-1:] in "有某这那第同每当头新" or text.startswith(("天天", "比"), end - 1)):
        yield "idiom"


def _single(text: str, count: Count, unit: Unit, end: int) -> Iterator[str]:
    """One Chinese numeral: 一 counts time and shares only, 二 never counts, shy units want their noun."""
    if count.digits == "一" and unit.kind not in ("share", "measure"):
        yield "一 with a classifier"
    if (count.digits == "一" and unit.kind == "measure") or (count.digits == "一" and unit.name == "分"):
        yield "一 with a measure"
    if count.digits == "二" and unit.kind in ("classifier", "person"):
        yield "二 is an ordinal here"
    nouns = _SHY.get(unit.name)
    if nouns is not None and not text.startswith(nouns or ("\0",), end) and not _closes(text, count.start, end):
        yield f"name with {unit.name}"
    if unit.kind == "classifier" and unit.name not in ("个", "座", "条", "所", "处", "类", "种"):
        if count.digits != "两" and _VILLAGE.match(text, end):
            yield "place name"


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the number stands behind its noun at the end of a clause: 修建水井三口。"""
    return text[end : end + 1] in "，。；、！？,;\n" and "\u4e00" <= text[start - 1 : start] <= "\u9fff"


def _ranked(text: str, count: Count, end: int) -> bool:
    return _RANK.search(text[max(0, count.start - 8) : count.start]) is not None


def _session(text: str, count: Count, end: int) -> bool:
    """十五届四次会议, 二次供水, 三次产业."""
    if _MEETING_AFTER.match(text, end) and _SESSION.search(text[max(0, count.start - 14) : count.start]):
        return True
    return count.digits == "二" and _CIVIL_SECOND.match(text, end) is not None


def _term(text: str, count: Count, end: int) -> bool:
    return _COUNTED_SESSIONS.search(text[max(0, count.start - 5) : count.start]) is None


def _stage(text: str, count: Count, end: int) -> bool:
    return _STAGE_AFTER.match(text, end) is not None


def _grade(text: str, count: Count, end: int) -> bool:
    return _GRADE_AFTER.match(text, end) is not None


def _clock(text: str, count: Count, end: int) -> bool:
    """9点; but 提出3点要求."""
    return not text.startswith(_SHY["点"], end)


def _minute(text: str, count: Count, end: int) -> bool:
    """8时30分."""
    return text[count.start - 1 : count.start] in ("时", "点")


_BY_UNIT = {
    "位": _ranked, "名": _ranked, "次": _session, "届": _term, "期": _stage, "级": _grade,
    "点": _clock, "分": _minute, "个": _ranked, "家": _ranked,
}  # fmt: skip
