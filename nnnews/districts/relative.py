"""Words that mean a place already named: 全市, 全城区, 该县, 市人大常委会."""

import re

from nnnews.districts.context import Context
from nnnews.districts.gazetteer import Unit
from nnnews.districts.matching import Reading

_OFFICES = (
    "(?=(?:第.{1,3}届)?(?:人大|人民代表|人民政府|人民法院|人民检察院|政府|政协|[区县市]?委(?:书记|常委|办|、|，)"
    "|监委|法院|检察院))"
)
RELATIVE = re.compile(
    f"[全本该我](?P<a>城区|市|区|县)(?!域)|(?<!\\w)(?P<b>城区|市|区|县){_OFFICES}|(?P<c>城区){_OFFICES}"
    f"|(?<![古族尔藏])(?P<d>自治区)"
)
_LEVELS = {
    "城区": ("district",),
    "区": ("district",),
    "县": ("county",),
    "市": ("county_level_city", "prefecture_city"),
}


def read_relative(context: Context) -> list[Reading]:
    """Readings of the relative words, in order; a word whose place is not named is left out."""
    return [reading for hit in RELATIVE.finditer(context.text) if (reading := _read(hit, context))]


def _read(hit: re.Match[str], context: Context) -> Reading | None:
    word = hit.group("a") or hit.group("b") or hit.group("c") or hit.group("d")
    if word == "自治区":
        unit: Unit | None = context.known.units["450000"]
    else:
        unit = _meant(word, hit.start(), context)
    return Reading(hit.start(), hit.end(), unit, f"{hit.group()} = {unit.name}") if unit else None


def _meant(word: str, position: int, context: Context) -> Unit | None:
    """该区 is the nearest that fits, 全市 the first: the title or the lead has named whose news it is."""
    levels = _LEVELS[word]
    nearest = context.nearest(position)
    if word != "市" and nearest and nearest.level in levels:
        return nearest
    fitting = context.first_of(levels)
    if fitting is None and word == "区" and context.names_guangxi:
        return context.known.units["450000"]
    return fitting
