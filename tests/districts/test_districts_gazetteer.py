"""The packaged gazetteer: complete, consistent, each township in its district."""

import re
from collections import Counter

import pytest

from nnnews.districts import locate
from nnnews.districts.gazetteer import COUNTY_LEVELS, Unit, gazetteer

ADMINISTRATIVE = {"subdistrict", "town", "township", "ethnic_township", "statistical_pseudo_township", "zone"}


def townships() -> list[Unit]:
    """The units of Nanning with a code of nine digits that are in force."""
    found = {unit.code: unit for name in gazetteer().names.values() for unit in name.units if name.form != "former"}
    return [unit for code, unit in found.items() if code and len(code) == 9]


def test_nanning_has_its_138_townships() -> None:
    assert len(townships()) == 138
    assert {unit.level for unit in townships()} <= ADMINISTRATIVE


def test_guangxi_has_14_prefectures_and_111_county_level_units() -> None:
    levels = Counter("county" if unit.is_county else unit.level for unit in gazetteer().units.values())
    assert (levels["prefecture_city"], levels["county"]) == (14, 111)


@pytest.mark.parametrize("unit", townships(), ids=lambda unit: unit.name)
def test_a_township_gives_its_district(unit: Unit) -> None:
    district = gazetteer().units[unit.within or ""]
    located = locate(None, f"{district.name}{unit.name}的代表近日开展视察。")
    assert located.district == district.name
    assert unit.code in {place.code for place in located.places}


@pytest.mark.parametrize("unit", [unit for unit in townships() if unit.name != "城厢镇"], ids=lambda unit: unit.name)
def test_a_township_gives_its_district_where_only_the_city_is_named(unit: Unit) -> None:
    located = locate(None, f"南宁市{unit.name}的代表近日开展视察。")
    assert located.district == gazetteer().units[unit.within or ""].name


def test_a_code_begins_with_that_of_the_unit_above() -> None:
    for unit in townships():
        assert unit.within == (unit.code or "")[:6]
        assert gazetteer().units[unit.within or ""].level in COUNTY_LEVELS


def test_every_surface_has_two_characters_at_least_and_is_found_by_its_head() -> None:
    known = gazetteer()
    assert all(len(surface) in known.heads[surface[:2]] for surface in known.names)
    assert all(known.candidate.match(surface) for surface in known.names)


def test_names_elsewhere_end_in_a_suffix_of_their_level() -> None:
    assert all(re.search("[县市区旗]$", name) for name in gazetteer().outside)
