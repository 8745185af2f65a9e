"""Villages and communities, read only inside a township that the text names: 95 of their names occur twice.

The table is read at the first text that names a township and a 村 or 社区.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nnnews.districts.gazetteer import Unit
from nnnews.districts.matching import Reading
from nnnews.text.expressions import expression

_WORD = expression("村|社区")


@cache
def _villages() -> dict[str, dict[str, Unit]]:
    """Township code → names → units. A line of the table: township code, then the last three digits and the name."""
    lines = Path(__file__).with_name("villages.txt").read_text(encoding="utf-8").splitlines()
    return {township: dict(_units(township, entries)) for township, *entries in map(str.split, lines)}


def _units(township: str, entries: list[str]) -> Iterator[tuple[str, Unit]]:
    for entry in entries:
        level = "community" if entry.endswith("社区") else "village"
        yield entry[3:], Unit(township + entry[:3], entry[3:], level, "nanning", township[:6])


def read_villages(text: str, readings: list[Reading]) -> list[Reading]:
    """Villages of the townships among `readings`; one whose name two of these townships have is left out."""
    townships = sorted({code for reading in readings if (code := _township(reading.unit))})
    if not townships or not _WORD.search(text):
        return []
    known: dict[str, Unit | None] = {}
    for township in townships:
        for name, unit in _villages().get(township, {}).items():
            known[name] = None if name in known else unit
    taken = {reading.start for reading in readings if reading.unit}
    found = (_reading(hit.end(), text, known) for hit in _WORD.finditer(text))
    return [reading for reading in found if reading and reading.start not in taken]


def _township(unit: Unit | None) -> str | None:
    """The code of a township or zone that has villages."""
    return unit.code if unit and unit.code and len(unit.code) == 9 else None


def _reading(end: int, text: str, known: dict[str, Unit | None]) -> Reading | None:
    """The longest known name that ends here, of three to nine characters."""
    for length in range(min(9, end), 1, -1):
        unit = known.get(text[end - length : end])
        if unit:
            return Reading(end - length, end, unit, f"a {unit.level} of the township")
    return None
