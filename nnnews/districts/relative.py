"""Words that mean a place already named: 全市, 全城区, 该县, 市人大常委会."""

import re

from nnnews.districts.context import Context
from nnnews.districts.gazetteer import GUANGXI, Unit
from nnnews.districts.matching import Reading
from nnnews.text.expressions import expression

_OFFICES = (
    "(?=(?:第.{1,3}届)?(?:人大|人民代表|人民政府|人民法院|人民检察院|政府|政协|[区县市]?委(?:书记|常委|办|、|，)"
    "|监委|法院|检察院))"
)
# Each alternative begins with a character of its own, so that the search may skip to one of them.
_SCOPES = "|".join(f"{word}(?:城区|市|区|县)(?!域)" for word in "全本该我")
_ACTORS = "|".join(f"{word}{_OFFICES}" for word in ("城区", "市", "区", "县"))
RELATIVE = expression(f"{_SCOPES}|{_ACTORS}|自治区")
_OTHER_REGIONS = frozenset("古族尔藏")
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
    word, before = hit.group(), context.text[hit.start() - 1 : hit.start()]
    if word == "自治区":
        unit = None if before in _OTHER_REGIONS else context.known.units[GUANGXI]
    elif word in _LEVELS and word != "城区" and before.isalnum():
        unit = None
    else:
        unit = _meant(word.lstrip("全本该我"), hit.start(), context)
    return Reading(hit.start(), hit.end(), unit, f"{word} = {unit.name}") if unit else None


def _meant(word: str, position: int, context: Context) -> Unit | None:
    """该区 is the nearest that fits, 全市 the first: the title or the lead has named whose news it is."""
    levels = _LEVELS[word]
    nearest = context.nearest(position)
    if word != "市" and nearest and nearest.level in levels:
        return nearest
    fitting = context.first_of(levels)
    if fitting is None and word == "区" and context.names_guangxi:
        return context.known.units[GUANGXI]
    return fitting
