"""The gazetteer in memory: units, and every name under which one may appear.

Nanning is known to its townships and zones, Guangxi to its county-level units, the rest of China by name only:
enough to see that a namesake belongs to somebody else. Where the facts come from: docs/gazetteer.md.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from nnnews.text.expressions import expression

Region = Literal["nanning", "guangxi", "elsewhere"]
Form = Literal["full", "former", "bare", "short", "twin"]

COUNTY_LEVELS = frozenset({"district", "county", "county_level_city"})
GUANGXI, NANNING = "450000", "450100"
CITY_LEVELS = frozenset({"prefecture_city", "prefecture"})

# A stem that is an ordinary word needs its suffix: 来宾 are guests, 东方 is the east.
WORDS = frozenset(
    re.findall(
        "..",
        "来宾东方大同安康日照白银和田三明朝阳巴中海东四平中山平安海南延安黄山保山山南开封新乡普洱南阳衡阳永州台中台南新竹桃园",
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A place. `within` is the code of the county-level unit it lies in; `namesakes` counts equal names nationwide."""

    code: str | None
    name: str
    level: str
    region: Region
    within: str | None = None
    namesakes: int = 1

    @property
    def is_county(self) -> bool:
        """Districts, counties and county-level cities, those of other provinces too."""
        return self.level in COUNTY_LEVELS


class Name(NamedTuple):
    """What a surface may mean. Twins are several units of one name (城厢镇 of 武鸣区 and of 隆安县)."""

    units: tuple[Unit, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` by surface; `heads` gives for two characters the lengths of the names that begin so, longest first.

    `units` are those of Guangxi by code, former codes too; `split` are codes of districts that several heirs share.
    """

    names: dict[str, Name]
    heads: dict[str, tuple[int, ...]]
    candidate: re.Pattern[str]
    units: dict[str, Unit]
    outside: dict[str, Unit]
    split: frozenset[str]

    def district_of(self, unit: Unit) -> Unit | None:
        """The county-level unit that `unit` is or lies in."""
        return unit if unit.is_county else self.units.get(unit.within or "")


def _read(file: str) -> Any:
    return json.loads(Path(__file__).with_name(file).read_text(encoding="utf-8"))


def _region(code: str) -> Region:
    return "nanning" if code.startswith(("4501", "4521")) else "guangxi"


def _within(code: str) -> str | None:
    """A township's code begins with that of its district."""
    return code[:6] if len(code) == 9 else None


def _stem(unit: Unit) -> str:
    """The name without its suffix: 青秀, 融水. Empty where one character or an ordinary word is left."""
    stem = re.sub(r"(?:\w{1,4}族自治)?[市区县]$", "", unit.name)
    return stem if len(stem) > 1 and stem not in WORDS else ""


def _unit_names(row: dict[str, Any]) -> Iterator[tuple[str, Form, Unit]]:
    code = row["code"]
    unit = Unit(code, row["name"], row["level"], _region(code), _within(code), row.get("namesakes", 1))
    yield from ((surface, "full", unit) for surface in (unit.name, *row.get("aliases", ())))
    yield from ((surface, "former", unit) for surface in row.get("former", ()))
    if unit.is_county and (stem := _stem(unit)):
        yield stem, "bare", unit


def _zone_names(row: dict[str, Any]) -> Iterator[tuple[str, Form, Unit]]:
    unit = Unit(row.get("code"), row["name"], "zone", "nanning", row.get("within"))
    yield from ((surface, "full", unit) for surface in (unit.name, *row.get("aliases", ())))
    yield from ((surface, "short", unit) for surface in row.get("short", ()))
    yield from ((surface, "former", unit) for surface in row.get("former", ()))


def _historic_name(row: dict[str, Any], units: dict[str, Unit]) -> tuple[str, Form, Unit]:
    """One heir of the same rank takes the mention; a unit that was split stays itself, a farm lies in its heir."""
    heirs = row["now"]
    if len(heirs) == 1 and row["level"] in COUNTY_LEVELS:
        return row["name"], "former", units[heirs[0]]
    within = heirs[0] if len(heirs) == 1 else None
    return row["name"], "former", Unit(row.get("code"), row["name"], row["level"], _region(heirs[0]), within)


def _outer_names(provinces: dict[str, dict[str, str]]) -> Iterator[tuple[str, Form, Unit]]:
    """Provinces and prefectures of the rest of China, with suffix and without: 湖南省, 湖南, 长沙市, 长沙."""
    for province, cities in provinces.items():
        outer = Unit(None, province, "province", "elsewhere")
        short = re.sub("(?:省|市|(?:回族|维吾尔)?自治区|特别行政区)$", "", province)
        yield from ((surface, "full", outer) for surface in (province, short, f"{short}自治区"))
        for city in (city for city in cities if city not in (province, "")):
            unit = Unit(None, city, "prefecture_city", "elsewhere")
            yield from ((surface, "full", unit) for surface in (city, _stem(unit)) if surface)


def _outer_counties(provinces: dict[str, dict[str, str]]) -> dict[str, Unit]:
    level = {"区": "district", "市": "county_level_city"}
    names = (name for cities in provinces.values() for line in cities.values() for name in line.split())
    return {name: Unit(None, name, level.get(name[-1], "county"), "elsewhere") for name in names}


def _heads(surfaces: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for surface in surfaces:
        lengths.setdefault(surface[:2], set()).add(len(surface))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _candidate(heads: Iterable[str]) -> re.Pattern[str]:
    """Finds the places where a name may begin: one character class and a look at the next character."""
    pairs = tuple(heads)
    first, second = ("".join(sorted({pair[k] for pair in pairs})) for k in (0, 1))
    return expression(f"[{re.escape(first)}](?=[{re.escape(second)}])")


@cache
def gazetteer() -> Gazetteer:
    """Read and indexed at the first call."""
    own, provinces = _read("gazetteer.json"), _read("elsewhere.json")
    found = [entry for row in own["units"] for entry in _unit_names(row)]
    units = {unit.code: unit for _, _, unit in found if unit.code}
    units |= {code: units[row["code"]] for row in own["units"] for code in row.get("former_codes", ())}
    found += [entry for row in own["zones"] for entry in _zone_names(row)]
    found += [_historic_name(row, units) for row in own["historic"]]
    names: dict[str, Name] = {}
    for surface, form, unit in found:
        twins = names[surface].units if surface in names else ()
        names[surface] = Name((*twins, unit), "twin" if twins and form == "full" else form)
    for surface, form, unit in _outer_names(provinces):
        names.setdefault(surface, Name((unit,), form))
    heads = _heads(names)
    split = (row["code"] for row in own["historic"] if len(row["now"]) > 1 and row["level"] in COUNTY_LEVELS)
    return Gazetteer(names, heads, _candidate(heads), units, _outer_counties(provinces), frozenset(split))
