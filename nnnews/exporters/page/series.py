"""Figures that are told again and again, as series over time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from nnnews.exporters.markup import clean

MOST = 6  # series on a page
_POINTS = 30  # in a series, the newest
_DAYS = 3  # on which a figure is told at least, to be a series
_SHOWN = 16  # characters of a subject


class Point(NamedTuple):
    """A figure as it is told; `title` is its article's, `path` leads to that one's page."""

    day: date
    value: float
    text: str
    title: str
    path: str


class Series(NamedTuple):
    """Points by day; `unit` may be empty."""

    subject: str
    unit: str
    points: Sequence[Point]

    @property
    def title(self) -> str:
        """What is counted, and in what."""
        return f"{self.subject}（{self.unit}）" if self.unit else self.subject


def series_of(figures: Iterable[tuple[Any, Point]]) -> list[Series]:
    """The series told on most days; of figures (as their records have them) with their points.

    What an article says twice is one point.
    """
    points: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    for figure, point in figures:
        subject = clean(figure["subject"])
        if subject and len(subject) <= _SHOWN:
            points[subject, clean(figure["unit"] or "")].append(point)
    days = {key: len({point.day for point in found}) for key, found in points.items()}
    chosen = sorted((key for key in days if days[key] >= _DAYS), key=lambda key: (-days[key], key))[:MOST]
    return [Series(*key, sorted(set(points[key]))[-_POINTS:]) for key in chosen]
