"""Charts as SVG, drawn with presentation attributes and classes only: the page's policy allows no inline style."""

import math
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from statistics import median
from typing import NamedTuple

from markupsafe import Markup, escape

from nnnews.exporters.page.template import number

WIDTH, HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 16, 32
_TICKS = 4


class Spot(NamedTuple):
    """A value on a day, with words for who points at it."""

    day: date
    value: float
    label: str


class _Frame(NamedTuple):
    first: date
    days: int
    top: float

    def x(self, day: date) -> float:
        """Pixels from the left."""
        share = (day - self.first).days / self.days if self.days else 0.5
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        """Pixels from the top; the axis begins at zero."""
        return round(HEIGHT - _BOTTOM - value / self.top * (HEIGHT - _TOP - _BOTTOM), 1)


def line_chart(title: str, spots: Sequence[Spot]) -> Markup:
    """A dot a spot, and a line through the middle of each day; `spots` are in order."""
    frame = _frame(spots)
    days = groupby(spots, key=lambda spot: spot.day)
    middles = [(day, median(spot.value for spot in own)) for day, own in days]
    corners = " ".join(f"{frame.x(day)},{frame.y(value)}" for day, value in middles)
    dots = (
        f'<circle class="dot" cx="{frame.x(spot.day)}" cy="{frame.y(spot.value)}" r="4">'
        f"<title>{escape(spot.label)}</title></circle>"
        for spot in spots
    )
    return _drawn(title, frame, [f'<polyline class="line" fill="none" points="{corners}"/>', *dots])


def bar_chart(title: str, spots: Sequence[Spot]) -> Markup:
    """A bar a month; `spots` are in order."""
    frame = _frame(spots)
    width = max(2.0, min(24.0, (WIDTH - _LEFT - _RIGHT) / max(1, frame.days / 30.4) * 0.7))
    bars = (
        f'<rect class="bar" x="{frame.x(spot.day) - width / 2:.1f}" y="{frame.y(spot.value)}" '
        f'width="{width:.1f}" height="{frame.y(0) - frame.y(spot.value):.1f}">'
        f"<title>{escape(spot.label)}</title></rect>"
        for spot in spots
    )
    return _drawn(title, frame, list(bars))


def ceiling(value: float) -> float:
    """The next round number: 1, 2, 2.5, 4, 5 or 8 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(float(step * power) for step in (1, 2, 2.5, 4, 5, 8, 10) if value <= step * power * (1 + 1e-9))


def _frame(spots: Sequence[Spot]) -> _Frame:
    first, last = spots[0].day, spots[-1].day
    return _Frame(first, (last - first).days, ceiling(max(spot.value for spot in spots)))


def _drawn(title: str, frame: _Frame, marks: Sequence[str]) -> Markup:
    head = f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" aria-label="{escape(title)}">'
    return Markup("\n".join((head, *_grid(frame), *_dates(frame), *marks, "</svg>")))


def _grid(frame: _Frame) -> Iterator[str]:
    for tick in range(_TICKS + 1):
        value = frame.top * tick / _TICKS
        y = frame.y(value)
        yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text class="tick" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{number(value)}</text>'


def _dates(frame: _Frame) -> Iterator[str]:
    """The first day, the last, and some between."""
    ticks = _TICKS if frame.days >= _TICKS else frame.days
    for tick in range(ticks + 1):
        day = date.fromordinal(frame.first.toordinal() + round(frame.days * tick / max(1, ticks)))
        anchor = "middle" if 0 < tick < ticks or not ticks else ("start", "end")[tick > 0]
        x, y = frame.x(day), HEIGHT - 8
        yield f'<text class="tick" x="{x}" y="{y}" text-anchor="{anchor}">{day:%Y-%m-%d}</text>'
