"""Article → places: find the names, decide them, rank them."""

from dataclasses import dataclass

from nnnews.districts.context import Context
from nnnews.districts.gazetteer import Gazetteer, Unit, gazetteer
from nnnews.districts.matching import Reading, find_names
from nnnews.districts.outside import find_outside
from nnnews.districts.ranking import Weight, district_of, ranked, shape, weigh, with_first
from nnnews.districts.relative import read_relative
from nnnews.districts.rules import read_firm, read_open
from nnnews.districts.villages import read_villages
from nnnews.items import Place
from nnnews.text.expressions import expression

# What makes a bare stem the owner of an outlet.
_OUTLET = expression("人大|发布|融媒|新闻|政府|宣传|电视|广播|组工|政法|在线|微")


@dataclass(frozen=True, slots=True)
class Located:
    """The places, what the article is about first, and the county-level unit it is about."""

    places: tuple[Place, ...] = ()
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One name as it stands in the title or the text; `unit` is None where the rule found no place."""

    start: int
    end: int
    surface: str
    unit: Unit | None
    rule: str
    in_title: bool = False


def locate(title: str | None, text: str, source: str | None = None) -> Located:
    """The places of an article. `source` is asked where a text leaves open whose 城区 or 全县 it speaks of."""
    known = gazetteer()
    form = shape(title or "", text)
    context = _context(form.text, source, known)
    readings = _read(context)
    weights = ranked(weigh(readings, read_relative(context), form, known))
    if not weights and (unit := _of_source(context)):
        return Located((Place(unit.code, unit.name, unit.level, 1),), unit.name)
    found = district_of(weights)
    places = tuple(_place(weight) for weight in with_first(weights, found))
    return Located(places, found.unit.name if found and found.unit.code not in known.split else None)


def explain(title: str | None, text: str, source: str | None = None) -> tuple[Mention, ...]:
    """Every name of the gazetteer with the rule that read it; offsets are those of the title or of the text."""
    known = gazetteer()
    form = shape(title or "", text)
    context = _context(form.text, source, known)
    readings = sorted([*_read(context), *read_relative(context)], key=lambda reading: reading.start)
    return tuple(_mention(reading, form.text, form.title_end) for reading in readings)


def _context(text: str, source: str | None, known: Gazetteer) -> Context:
    matches = find_outside(text, find_names(text, known), known)
    return Context(text, matches, known, _units_of_source(source, known))


def _units_of_source(source: str | None, known: Gazetteer) -> frozenset[str]:
    """County-level units in the name of the source: 马山发布, 横县新闻; not 江南都市报."""
    names = find_names(source, known) if source else []
    units = (
        match.name.units[0] for match in names if match.name.form != "bare" or _OUTLET.match(source or "", match.end)
    )
    return frozenset(unit.code for unit in units if unit.is_county and unit.code and unit.region == "nanning")


def _read(context: Context) -> list[Reading]:
    """First what is sure, then what the sure ones decide."""
    firm = [read_firm(index, context) for index in range(len(context.matches))]
    for index, reading in enumerate(firm):
        if reading and reading.unit:
            context.add_firm(index, reading.unit)
    readings = [reading or read_open(index, context) for index, reading in enumerate(firm)]
    return sorted(readings + read_villages(context.text, readings), key=lambda reading: reading.start)


def _of_source(context: Context) -> Unit | None:
    """A text that names no place is about that of its source, which counts as naming it once."""
    if len(context.source_units) != 1 or context.names_guangxi:
        return None
    return context.known.units[next(iter(context.source_units))]


def _place(weight: Weight) -> Place:
    unit = weight.unit
    return Place(unit.code, unit.name, unit.level, weight.own or weight.through)


def _mention(reading: Reading, text: str, title_end: int) -> Mention:
    in_title = reading.start < title_end
    shift = 0 if in_title else title_end
    surface = text[reading.start : reading.end]
    return Mention(reading.start - shift, reading.end - shift, surface, reading.unit, reading.rule, in_title)
