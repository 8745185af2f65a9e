"""Which of the places the article is about: title, lead, acting institutions and frequency, weighed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nnnews.districts.context import INSTITUTION
from nnnews.districts.gazetteer import CITY_LEVELS, Gazetteer, Unit
from nnnews.districts.matching import Reading

IN_TITLE, IN_LEAD, IN_BODY = 6.0, 2.0, 1.0
ACTING = 1.0
# 南宁市 in 南宁市青秀区, and a place that is only compared with or come from.
ASIDE = 0.3
RELATIVE = 0.5
# A visitor from elsewhere comes after the unit of Guangxi that it visits.
FOREIGN = 0.8
# Beside a district that the article is clearly about, another one needs this share of its weight.
SHARE = 0.34
LEAD = 120

_ASIDE_BEFORE = re.compile(
    "(?:学习借鉴|借鉴|来自|毗邻|接壤|相邻|原籍|祖籍|籍贯|出生于|出生在|毕业于|途经|开往|发往|销往)[了着]?(?:[\u4e00-\u9fff]{2,4}市)?$"
)
_ASIDE_AFTER = re.compile("籍|人[，,。]|[等的]?(?:先进)?经验|方向")


@dataclass(slots=True)
class Weight:
    """What the article says of one unit. `own` counts its name, `through` the names of what lies in it."""

    unit: Unit
    first: int
    score: float = 0.0
    own: int = 0
    through: int = 0
    in_title: bool = False
    in_lead: bool = False

    @property
    def is_prominent(self) -> bool:
        """In the title, or acting or repeated in the lead."""
        return self.in_title or (self.in_lead and self.score >= IN_LEAD + ACTING)


@dataclass(frozen=True, slots=True)
class Shape:
    """Where title and lead end in the joined text."""

    text: str
    title_end: int
    lead_end: int

    def weight(self, reading: Reading, acting: bool) -> float:
        """How much one mention says."""
        if _ASIDE_AFTER.match(self.text, reading.end) or _ASIDE_BEFORE.search(
            self.text, max(0, reading.start - 10), reading.start
        ):
            return ASIDE
        place = IN_TITLE if reading.start < self.title_end else IN_LEAD if reading.start < self.lead_end else IN_BODY
        foreign = reading.unit is not None and reading.unit.region == "elsewhere"
        return (place + ACTING * acting) * (FOREIGN if foreign else 1.0)


def shape(title: str, body: str) -> Shape:
    """The joined text; the lead is the first sentence of the body, at most 120 characters."""
    start = len(title) + 1
    stop = body.find("。", 0, LEAD)
    return Shape(f"{title}\n{body}", start, start + (stop if stop > 0 else LEAD))


def weigh(readings: Sequence[Reading], relative: Sequence[Reading], form: Shape, known: Gazetteer) -> dict[str, Weight]:
    """The weight of every unit by its code, or by its name where it has none."""
    weights: dict[str, Weight] = {}
    acting = _acting(readings, form.text)
    for index, reading in enumerate(readings):
        if reading.unit is None:
            continue
        follower = readings[index + 1] if index + 1 < len(readings) else None
        score = ASIDE if _qualifies(reading, follower, known) else form.weight(reading, acting[index])
        _add(weights, reading, reading.unit, score, form).own += 1
        district = known.district_of(reading.unit)
        if district and district is not reading.unit:
            _add(weights, reading, district, score, form).through += 1
    for reading in relative:
        found = weights.get(_key(reading.unit)) if reading.unit else None
        if found:
            found.score += RELATIVE
    return weights


def _key(unit: Unit) -> str:
    return unit.code or unit.name


def _acting(readings: Sequence[Reading], text: str) -> list[bool]:
    """Whether an institution follows the name; in 浦北县、灵山县人大 it is that of both."""
    acting = [INSTITUTION.match(text, reading.end) is not None for reading in readings]
    for index in range(len(readings) - 2, -1, -1):
        if readings[index + 1].start - readings[index].end == 1:
            acting[index] |= acting[index + 1]
    return acting


def _qualifies(reading: Reading, follower: Reading | None, known: Gazetteer) -> bool:
    """横州市 in 横州市那阳镇 and 南宁市 in 南宁市青秀区: the name right behind takes the weight, and hands it up."""
    if follower is None or follower.unit is None or follower.start != reading.end or reading.unit is None:
        return False
    return not reading.unit.is_county or known.district_of(follower.unit) is reading.unit


def _add(weights: dict[str, Weight], reading: Reading, unit: Unit, score: float, form: Shape) -> Weight:
    found = weights.setdefault(_key(unit), Weight(unit, reading.start))
    found.score += score
    if score > ASIDE:
        found.in_title |= reading.start < form.title_end
        found.in_lead |= form.title_end <= reading.start < form.lead_end
    return found


def ranked(weights: dict[str, Weight]) -> list[Weight]:
    """Heaviest first; of equals the wider one, then the one named first. Passing districts are left out."""
    order = sorted(weights.values(), key=lambda w: (-w.score, not w.unit.is_county, w.first))
    counties = [weight for weight in order if weight.unit.is_county]
    kept = {id(weight) for weight in _kept(counties)}
    return [weight for weight in order if not weight.unit.is_county or id(weight) in kept]


def _kept(counties: list[Weight]) -> list[Weight]:
    """Beside a prominent district those that are named in passing go; a text without one keeps all."""
    if not counties:
        return []
    top = counties[0]
    floor = top.score * SHARE if top.is_prominent else min(top.score, ASIDE + 0.01)
    return [weight for weight in counties if weight.score >= floor or _is_told_of(weight)]


def _is_told_of(weight: Weight) -> bool:
    """More than a passing word: in title or lead, or named again. A partner from elsewhere often stands in a lead."""
    return weight.in_title or (weight.in_lead and weight.unit.region != "elsewhere") or weight.own > 1


def district_of(weights: Sequence[Weight]) -> Unit | None:
    """The one county-level unit the article is about; None for a story of the whole city or of several districts."""
    counties = [weight for weight in weights if weight.unit.is_county]
    titled = [weight for weight in counties if weight.in_title]
    if len(titled) == 1:
        return titled[0].unit
    if not counties or (len(titled) > 1 or _is_citywide(weights, counties[0])):
        return None
    clear = len(counties) == 1 or counties[0].score >= 2 * counties[1].score
    return counties[0].unit if clear else None


def _is_citywide(weights: Sequence[Weight], district: Weight) -> bool:
    """The city is in the title or acts in the lead, and the district is named once, later."""
    city = next((weight for weight in weights if weight.unit.level in CITY_LEVELS), None)
    return city is not None and city.is_prominent and district.score < IN_LEAD and not district.in_lead
