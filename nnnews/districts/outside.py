"""County-level units outside Guangxi: known ones by name, others by their form (夹谷县人大, 湖南某地的临溪县)."""

import re

from nnnews.districts.gazetteer import Gazetteer, Name, Unit
from nnnews.districts.matching import Match
from nnnews.text.expressions import expression

# 全市, 社区, 县区 are no names, whatever stands before them.
_SUFFIX = expression("(?<![全本我该各某辖郊社园县区旗])[县市区旗]")
# 县 in 县域, 县城, 县级 belongs to the next word unless a known name ends with it.
_NEXT_WORD = expression("[域级长里际情直委乡区办属]")
_OFFICE = expression(
    "(?:各级|第.{1,3}届)?(?:人大|人民(?:代表|政府|法院|检察院)|政府|政协|监委|纪委|法院|检察院|监察"
    "|融媒体中心|党委)|[县市区旗]委|委(?:常委|书记|办)"
)
# 临溪县高新园区人大代表联络站, 夹谷县白石镇: the office or the township follows a few characters later.
_NEAR_OFFICE = expression(f"\\w{{0,8}}?(?:{_OFFICE.pattern}|[镇乡]|街道|局)")
# Characters that end the word before a place name and hardly stand in one.
_BOUND = frozenset(
    "在于到赴对为向由的从了与及或等把被让给据至自以近日月年号我该某各这那每称说是、入进织来前请找和其并就两个第条少加位份委报副一"
)
# Kinds of areas, not names of one: 园区, 贫困县, 全市; 山区 alone, while 苍山区 may be a name.
_GENERIC = expression(
    "[全本我该各某市][县市区旗]$|[辖城郊社园景小库灾牧片校厂新市地特]区$|[城超股都集夜门上]市$|[大强族]县$"
    "|(?:^[山老贫穷邻外省市]|开发|高新|经开|工业|自治|保护|示范|试验|[县地副]级|直辖|贫困|百强|重点|试点|保税)[县市区旗]$"
)
# Words of congress news that stand before 县人大 and 市政府 without being a name: 督促县政府, 听取区人民政府报告.
_COMMON = frozenset(
    re.findall(
        "..",
        "审议听取推动督促要求建议支持部分全体召开交由转交反馈协助配合陪同汇报通过选举任命决定提请报告部署指导监督检查视察调研走访"
        "联系代表邀请会同联合提交接受批准讨论研究传达学习宣布补选担任出任当选成立设立关于随同率领带领其他本届上届新任现任原任时任"
        "历任先后本次首次昨天今天目前此前随后会后会上期间以来全省全国两级三级五级省市所有全部多数少数不少许多一些有关相关有的民族"
        "边境农业旅游小康产粮参加参与出席列席主持协调落实执行贯彻实行实施实现开展推进促进帮助服务面向针对围绕按照根据依照遵照经过"
        "通报报送印发转发下发发布公布公开答复办理处理交办督办转办责成责令安排布置动员号召呼吁提醒希望期待感谢肯定同意认为指出强调"
        "表示透露介绍获悉得知了解发现反映作为成为担当位于处于来自来到走进深入前往离开返回回到分别共同同时一起一同以及或者还有包括"
        "例如比如特别尤其主要重要首先其次最后最终最近近期当前当天当时当地本地外地异地各地市县区县乡镇城乡上级下级基层地方中央国家军分",
    )
)


def find_outside(text: str, matches: list[Match], known: Gazetteer) -> list[Match]:
    """`matches` and the outside units together, in order. A longer outside name swallows a stem inside it: 兴宁市."""
    merged: list[Match] = []
    invented: set[str] = set()
    beyond = len(text) + 1
    rest = iter([*matches, Match(beyond, beyond, "", Name((), "full"))])
    following = next(rest)
    for hit in _SUFFIX.finditer(text):
        while following.end < hit.end():
            merged.append(following)
            following = next(rest)
        if following.start < hit.end():
            continue
        floor = merged[-1].end if merged else 0
        found = _known(text, hit.end(), floor, merged, known) or _by_form(text, hit.end(), floor, invented)
        found = found or _after_province(text, hit.end(), merged, invented)
        if found:
            _append(merged, found)
    return [*merged, following, *rest][:-1]


def _append(merged: list[Match], found: Match) -> None:
    """Add `found`; drop a match that begins inside it."""
    while merged and merged[-1].start >= found.start:
        merged.pop()
    merged.append(found)


def _known(text: str, end: int, floor: int, merged: list[Match], known: Gazetteer) -> Match | None:
    """The longest known name that ends here; two characters (赵县) need a boundary before and no 县域 behind."""
    for length in _lengths(text, end):
        unit = known.outside.get(text[end - length : end])
        start = end - length
        if unit is None or start < 0 or _cuts(merged, start):
            continue
        if length == 2 and (_NEXT_WORD.match(text, end) or not _bounded(text, start, floor)):
            continue
        return Match(start, end, unit.name, Name((unit,), "full"))
    return None


def _lengths(text: str, end: int) -> range:
    """Autonomous units and banners have long names."""
    long = text[end - 3 : end - 1] == "自治" or text[end - 1] == "旗"
    return range(15 if long else 5, 1, -1)


def _cuts(merged: list[Match], start: int) -> bool:
    """A name that begins in the middle of a match would cut it in two."""
    return bool(merged) and merged[-1].start < start < merged[-1].end


def _bounded(text: str, start: int, floor: int) -> bool:
    return start <= floor or _stops(text[start - 1])


def _by_form(text: str, end: int, floor: int, invented: set[str]) -> Match | None:
    """A unit nobody listed: two characters after a boundary and before an office, or a name met before."""
    for name in (text[end - length : end] for length in (4, 3)):
        if name in invented and end - len(name) >= floor:
            return _invented(name, end)
    name = text[end - 3 : end]
    start = end - 3
    if start < floor or not _may_name(name):
        return None
    if not (_bounded(text, start, floor) or _in_city(text, start, floor)):
        return None
    if not (_has_office(text, end) or _heads_title(text, start, end)):
        return None
    invented.add(name)
    return _invented(name, end)


def _in_city(text: str, start: int, floor: int) -> bool:
    """临水市碧山区: a city nobody listed stands before it."""
    city = text[start - 3 : start] if start >= 3 else ""
    return city.endswith("市") and _may_name(city) and _bounded(text, start - 3, floor)


def _may_name(name: str) -> bool:
    """Two characters and a suffix that are no word of their own."""
    return len(name) > 2 and not any(map(_stops, name)) and name[:2] not in _COMMON and not _GENERIC.search(name)


def _after_province(text: str, end: int, merged: list[Match], invented: set[str]) -> Match | None:
    """湖南省石桥县: right after a place of another province a county needs no office."""
    if not merged or merged[-1].name.units[0].region != "elsewhere" or not 3 <= end - merged[-1].end <= 4:
        return None
    name = text[merged[-1].end : end]
    if name[-1] != "县" or not _may_name(name):
        return None
    invented.add(name)
    return _invented(name, end)


def _stops(character: str) -> bool:
    return character in _BOUND or not "一" <= character <= "鿿"


def _has_office(text: str, end: int) -> bool:
    """区 and 市 end many words: they need the office at once; 县 is a county where an office is near."""
    office = _NEAR_OFFICE if text[end - 1] == "县" else _OFFICE
    return office.match(text, end) is not None


def _heads_title(text: str, start: int, end: int) -> bool:
    """碧溪县上线履职地图: the title begins with a county, no office near."""
    return start == 0 and end == 3 and text[2] == "县" and not _NEXT_WORD.match(text, end)


def _invented(name: str, end: int) -> Match:
    return Match(end - len(name), end, name, Name((Unit(None, name, "county", "elsewhere"),), "full"))
