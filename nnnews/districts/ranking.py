"""Which of the places the article is about: title, lead, acting institutions and frequency, weighed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nnnews.districts.context import INSTITUTION
from nnnews.districts.gazetteer import CITY_LEVELS, Gazetteer, Unit
from nnnews.districts.matching import Reading
from nnnews.text.expressions import expression

IN_TITLE, IN_LEAD, IN_BODY = 6.0, 2.0, 1.0
ACTING = 1.0
# 南宁市 in 南宁市青秀区, and a place that is only compared with or come from.
ASIDE = 0.3
RELATIVE = 0.5
# Beside the heaviest district another one that is named once needs this share of its weight.
SHARE = 0.45
LEAD = 120

_JOINT = expression("[、和与及]?")
_ASIDE_BEFORE = expression(
    "(?:学习借鉴|借鉴|来自|毗邻|接壤|相邻|原籍|祖籍|籍贯|出生于|出生在|毕业于|途经|开往|发往|销往)[了着]?(?:\\w{2,4}市)?$"
)
# 到桂林市象山区, 深入宾阳县、上林县: the article goes there.
_GOES_TO = expression("(?:到|赴|深入|走进|前往)(?:\\w{2,7}[省市县区][、和]?){0,4}$")
# 来自邕宁、武鸣的代表: deputies act for where they come from.
_DEPUTIES = expression("(?:[、和与]\\w{2,7}?){0,4}的[^，。；]{0,8}?(?:代表|委员)")
_ASIDE_AFTER = expression("籍|人[，,。]|[等的]?(?:先进)?经验|方向")


@dataclass(slots=True)
class Weight:
    """What the article says of one unit. `own` counts its name, `through` the names of what lies in it.

    `is_told_of`: it is in the title, or it acts or is visited in the lead.
    """

    unit: Unit
    first: int
    score: float = 0.0
    own: int = 0
    through: int = 0
    in_title: bool = False
    in_lead: bool = False
    is_told_of: bool = False

    @property
    def is_prominent(self) -> bool:
        """In the title, or acting or repeated in the lead."""
        return self.in_title or (self.in_lead and self.score >= IN_LEAD + ACTING)


class Force(NamedTuple):
    """How much one mention says, and where it stands."""

    score: float
    in_title: bool = False
    in_lead: bool = False
    is_told_of: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """Where title and lead end in the joined text."""

    text: str
    title_end: int
    lead_end: int

    def force(self, reading: Reading, acting: bool) -> Force:
        """What a mention says that no other name takes over."""
        if self._is_aside(reading):
            return Force(ASIDE)
        in_title = reading.start < self.title_end
        in_lead = not in_title and reading.start < self.lead_end
        place = IN_TITLE if in_title else IN_LEAD if in_lead else IN_BODY
        told = in_title or (in_lead and (acting or self._matches(_GOES_TO, reading)))
        return Force(place + ACTING * acting, in_title, in_lead, told)

    def _is_aside(self, reading: Reading) -> bool:
        if _ASIDE_AFTER.match(self.text, reading.end):
            return True
        return self._matches(_ASIDE_BEFORE, reading) and _DEPUTIES.match(self.text, reading.end) is None

    def _matches(self, before: re.Pattern[str], reading: Reading) -> bool:
        """`before` ends where the name begins; it looks back 16 characters."""
        return before.search(self.text, max(0, reading.start - 16), reading.start) is not None


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
        force = Force(ASIDE) if _qualifies(reading, follower, known) else form.force(reading, acting[index])
        _add(weights, reading.unit, reading.start, force).own += 1
        district = known.district_of(reading.unit)
        if district and district is not reading.unit:
            _add(weights, district, reading.start, force).through += 1
    for reading in relative:
        found = weights.get(_key(reading.unit)) if reading.unit else None
        if found:
            found.score += RELATIVE
    return weights


def _key(unit: Unit) -> str:
    return unit.code or unit.name


def _acting(readings: Sequence[Reading], text: str) -> list[bool]:
    """Whether an institution follows the name; in 浦北县、钦州市灵山县人大 it is that of all three."""
    acting = [INSTITUTION.match(text, reading.end) is not None for reading in readings]
    for index in range(len(readings) - 2, -1, -1):
        if _JOINT.fullmatch(text, readings[index].end, readings[index + 1].start):
            acting[index] |= acting[index + 1]
    return acting


def _qualifies(reading: Reading, follower: Reading | None, known: Gazetteer) -> bool:
    """横州市 in 横州市那阳镇 and 南宁市 in 南宁市青秀区: the name right behind takes the weight, and hands it up."""
    if follower is None or follower.unit is None or follower.start != reading.end or reading.unit is None:
        return False
    return not reading.unit.is_county or known.district_of(follower.unit) is reading.unit


def _add(weights: dict[str, Weight], unit: Unit, start: int, force: Force) -> Weight:
    found = weights.setdefault(_key(unit), Weight(unit, start))
    found.score += force.score
    found.in_title |= force.in_title
    found.in_lead |= force.in_lead
    found.is_told_of |= force.is_told_of
    return found


def ranked(weights: dict[str, Weight]) -> list[Weight]:
    """Heaviest first; of equals the wider one, then the one named first.

    Passing districts are left out; a visitor from elsewhere comes after the unit of Guangxi that it visits.
    """
    host = any(w.unit.is_county and w.unit.region != "elsewhere" and w.is_told_of for w in weights.values())
    order = sorted(
        weights.values(),
        key=lambda w: (host and w.unit.region == "elsewhere", -w.score, not w.unit.is_county, w.first),
    )
    kept = {id(weight) for weight in _kept([weight for weight in order if weight.unit.is_county])}
    return [weight for weight in order if not weight.unit.is_county or id(weight) in kept]


def _kept(counties: list[Weight]) -> list[Weight]:
    """Beside the heaviest those go that are named once, in passing: neither in the title nor acting or visited."""
    if not counties:
        return []
    floor = SHARE * max(weight.score for weight in counties)
    return [weight for weight in counties if weight.score >= floor or weight.is_told_of or weight.own > 1]


def district_of(weights: Sequence[Weight]) -> Weight | None:
    """The one county-level unit the article is about; None for a story of the whole city or of several districts."""
    named = [weight for weight in weights if weight.unit.is_county]
    counties = [weight for weight in named if weight.unit.region != "elsewhere"] or named
    titled = [weight for weight in counties if weight.in_title]
    if len(titled) == 1:
        return titled[0]
    if not counties or len(titled) > 1 or _is_citywide(weights, counties[0]):
        return None
    clear = len(counties) == 1 or counties[0].score >= 2 * counties[1].score
    return counties[0] if clear else None


def with_first(weights: Sequence[Weight], district: Weight | None) -> list[Weight]:
    """The same order, but the district before all other county-level units."""
    if district is None:
        return list(weights)
    rest = [weight for weight in weights if weight is not district]
    place = next((index for index, weight in enumerate(weights) if weight.unit.is_county), 0)
    return [*rest[:place], district, *rest[place:]]


def _is_citywide(weights: Sequence[Weight], district: Weight) -> bool:
    """The city is in the title or acts in the lead, and the district is named once, later."""
    city = next((weight for weight in weights if weight.unit.level in CITY_LEVELS), None)
    return city is not None and city.is_prominent and district.score < IN_LEAD and not district.in_lead
