"""What a name means where it stands: one rule for each kind of name, an example beside each.

A rule returns the unit, or None where the words are no place, and says why; `explain` shows the words of the rule.
"""

from typing import NamedTuple

from nnnews.districts.context import INSTITUTION, Context
from nnnews.districts.gazetteer import NANNING, Unit
from nnnews.districts.matching import Match, Reading
from nnnews.text.expressions import expression


class Break(NamedTuple):
    """What stands before or behind a stem where it is part of a longer word, and such a word."""

    before: str
    after: str
    example: str


_BREAKS = {
    "江南": Break(
        "[龙浙珠丽湘九镇吴松下]", "[部岸北侧水烟风大造古丝春小菜味文各]|一带|地区|客运|公园|机床", "珠江南部"
    ),
    "青秀": Break("", "山", "青秀山"),
    "马山": Break("[白五天骑石铁万跑]", "", "白马山"),
    "上林": Break("[山海地岭岸世]", "[湖苑业木场下]", "山上林木"),
    "隆安": Break("[乾兴昌]", "[置排全装保居家心]", "兴隆安置点"),
    "良庆": Break("[优精]", "[祝典贺]", "优良庆典"),
    "宾阳": Break("", "洞", "宾阳洞"),
    "横州": Break("纵", "", "纵横州县"),
    "横县": Break("纵", "[域级]", "纵横县域"),
    "北海": Break("", "[道公舰]", "北海道"),
}
# An empty side breaks nothing: `(?!)` never matches.
_BROKEN = {
    stem: (expression(line.before or "(?!)"), expression(line.after or "(?!)")) for stem, line in _BREAKS.items()
}
# Stems that are also ordinary words, hills or units elsewhere: they need a proof (江南, 马山, 上林, 兴宁, 青秀).
_NEEDS_PROOF = frozenset({"江南", "兴宁", "青秀", "马山", "上林"})
_ROAD = expression("[东西南北中]{0,2}(?:路|大道|街(?!道)|巷|大街)")
_THING = expression(
    f"{_ROAD.pattern}|[东西南北]?(?:大桥|立交|水库|江|河|湖|山|岛|港|公园|广场|酒店|大酒店|大厦"
    "|花园|花苑|苑|小区|社区|餐馆|酒家|饭店|[市县区])"
)
# 湖南 in 南湖南岸, 西湖南路.
_SIDE = expression("[岸部侧面边北]")

NO_PLACE = "part of another word"


def read_firm(index: int, context: Context) -> Reading | None:
    """The reading of a name that needs no more than its neighbours; None where the whole text must be asked."""
    match = context.matches[index]
    unit = match.name.units[0]
    if _is_broken(match, context.text):
        return _reading(match, None, NO_PLACE)
    if match.name.form in ("bare", "short", "twin") or match.surface == "新城区":
        return None
    if unit.region == "elsewhere":
        return _read_outer(match, unit, context)
    if unit.namesakes > 1 or (match.name.form == "former" and not unit.is_county):
        return None
    return _read_full(index, match, unit, context)


def read_open(index: int, context: Context) -> Reading:
    """The reading of a name that the whole text decides."""
    match = context.matches[index]
    if match.name.form == "twin":
        return _read_twin(index, match, context)
    if match.name.form == "bare":
        return _read_bare(index, match, context)
    if match.name.form == "short":
        return _read_short(index, match, context)
    if match.surface == "新城区":
        return _read_new_town(index, match, context)
    return _read_namesake(index, match, context)


def _reading(match: Match, unit: Unit | None, rule: str) -> Reading:
    return Reading(match.start, match.end, unit, rule)


def _is_broken(match: Match, text: str) -> bool:
    if match.surface not in _BROKEN:
        return False
    before, after = _BROKEN[match.surface]
    inside = match.start > 0 and before.match(text, match.start - 1)
    return bool(inside or after.match(text, match.end))


def _read_outer(match: Match, unit: Unit, context: Context) -> Reading:
    """中山路, 南湖南岸 are no places; 郴州市, 湖南, 永兴县 are."""
    bare = match.surface[-1] not in "省市县区旗州盟"
    if bare and (_ROAD.match(context.text, match.end) or _SIDE.match(context.text, match.end)):
        return _reading(match, None, NO_PLACE)
    return _reading(match, unit, "outside Guangxi")


def _read_full(index: int, match: Match, unit: Unit, context: Context) -> Reading:
    """A full name holds, unless the place right before it is another's: 西宁市|城北区, 浙江安吉县|五塘镇."""
    before = context.before(index)
    if before and _is_foreign(before, unit):
        return _reading(match, None, f"in {before.name}")
    if match.surface[-1] not in "市区县" and unit.level == "prefecture_city" and _ROAD.match(context.text, match.end):
        return _reading(match, None, "a road")
    return _reading(match, unit, "former name" if match.name.form == "former" else "full name")


def _is_foreign(before: Unit, unit: Unit) -> bool:
    """`unit` cannot lie in the place named right before it."""
    if unit.level == "zone" or unit.level == before.level:
        return False
    if before.region != unit.region and before.level != "autonomous_region":
        return before.region == "elsewhere" or before.level == "prefecture_city" or before.is_county
    return before.is_county and unit.within is not None and before.code != unit.within


def _read_namesake(index: int, match: Match, context: Context) -> Reading:
    """长塘镇, there are seven: ours where its district or Nanning is near, or where nothing else is named."""
    unit = match.name.units[0]
    before, nearest = context.before(index), context.nearest(match.start)
    if before and _is_foreign(before, unit):
        return _reading(match, None, f"in {before.name}")
    if unit.within in context.named or unit.within in context.source_units:
        return _reading(match, unit, "its district is named")
    if nearest and nearest.region != "nanning" and nearest.level != "autonomous_region":
        return _reading(match, None, f"nearest is {nearest.name}")
    return _reading(match, unit, "Nanning is near" if nearest else "no other place")


def _read_twin(index: int, match: Match, context: Context) -> Reading:
    """城厢镇 is in 武鸣区 and in 隆安县: the one right before, the only one named, the nearest; else it stays open."""
    twins = {unit.within: unit for unit in match.name.units}
    before = context.before(index)
    if before and before.is_county:
        return _reading(match, twins.get(before.code), f"right after {before.name}")
    named = [code for code in twins if code in context.named or code in context.source_units]
    if len(named) == 1:
        return _reading(match, twins[named[0]], "its district is named")
    nearest = context.nearest(match.start)
    district = context.known.district_of(nearest) if nearest else None
    if district and district.code in twins:
        return _reading(match, twins[district.code], f"nearest is {district.name}")
    if nearest and nearest.region != "nanning":
        return _reading(match, None, f"nearest is {nearest.name}")
    return _reading(
        match, Unit(None, match.surface, match.name.units[0].level, "nanning"), "two of the name, undecided"
    )


def _read_bare(index: int, match: Match, context: Context) -> Reading:
    """武鸣, 青秀人大, 南宁江南, 青秀、江南两个城区; not 江南水乡, 武鸣大道."""
    unit, before = match.name.units[0], context.before(index)
    if before and before.level == "prefecture_city":
        inside = before.code is not None and (unit.code or "").startswith(before.code[:4])
        return _reading(match, unit if inside else None, f"right after {before.name}")
    acting = INSTITUTION.match(context.text, match.end) is not None
    if before and before.region == "elsewhere":
        return _reading(match, None, f"in {before.name}")
    if acting and (unit.region == "nanning" or context.is_named(unit)):
        return _reading(match, unit, "before an institution")
    if unit.region != "nanning":
        return _reading(match, None, "a stem without proof")
    if context.in_series(index):
        return _reading(match, unit, "in a list of districts")
    if _THING.match(context.text, match.end):
        return _reading(match, None, NO_PLACE)
    if match.surface not in _NEEDS_PROOF:
        return _reading(match, unit, "stem")
    named = context.is_named(unit) and match.surface != "江南"
    return _reading(match, unit if named else None, "its full name is in the text" if named else "a stem without proof")


def _read_short(index: int, match: Match, context: Context) -> Reading:
    """高新区, 经开区: ours in a text about Nanning; 柳州高新区 and 临溪县经开区 are not."""
    unit, before = match.name.units[0], context.before(index)
    if before and before.region != "nanning":
        return _reading(match, None, f"in {before.name}")
    nearest = context.nearest(match.start)
    if not context.about_nanning or (nearest and nearest.region == "elsewhere"):
        return _reading(match, None, "a zone somewhere")
    asean = context.known.names["东盟经开区"].units[0]
    if match.surface.startswith("经") and _is_asean(before, asean, context):
        return _reading(match, asean, "short for 东盟经开区")
    if match.surface.startswith(("高新", "经")) and before and before.is_county and before.code != unit.within:
        return _reading(match, None, f"in {before.name}")
    return _reading(match, unit, "a zone of Nanning")


def _is_asean(before: Unit | None, asean: Unit, context: Context) -> bool:
    """武鸣's 经开区 is the 东盟 one, and so is 经开区 in a text that has named it in full."""
    return (before is not None and before.code == asean.within) or context.is_named(asean)


def _read_new_town(index: int, match: Match, context: Context) -> Reading:
    """新城区 was 青秀区 until 2004 and is else a new part of any town: only right after 南宁, or beside its sisters."""
    unit, before = match.name.units[0], context.before(index)
    if (before and before.code == NANNING) or (not before and context.known.split & context.named):
        return _reading(match, unit, "former name")
    return _reading(match, None, "a new part of a town")
