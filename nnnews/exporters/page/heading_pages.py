"""A page a district and a topic: its newest articles, and charts of what is told of it over time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from nnnews.exporters.files import File, Pieces
from nnnews.exporters.page.chart import Spot, bar_chart, line_chart
from nnnews.exporters.page.rows import Row, newest_first, read
from nnnews.exporters.page.series import Point, Series, series_of
from nnnews.exporters.page.site import Site
from nnnews.exporters.page.sources import digest
from nnnews.exporters.page.template import render
from nnnews.exporters.page.texts import version
from nnnews.storage import facets
from nnnews.storage.facets import Facet

_READ = 1000  # articles whose figures are looked at, the newest
_LISTED = 20  # articles on the page
_MONTHS = 24  # in the chart of numbers of articles


@dataclass(frozen=True, slots=True)
class _Subject:
    kind: str
    name: str
    slug: str
    ids: Sequence[int]
    months: Counter[str]


def heading_files(site: Site) -> Iterator[File]:
    """Also before the first article."""
    for kind, letter, names in (("district", "d", site.districts), ("topic", "t", site.topics)):
        for name, slug in names.items():
            ids = facets.newest(site.snapshot.connection, Facet(kind, name), len(site.snapshot.stamps))
            months = Counter(site.snapshot.stamps[article_id].month for article_id in ids)
            subject = _Subject(kind, name, f"{letter}/{slug}", ids[:_READ], months)
            made_of = digest(site.made_of, name, str(sorted(months.items())), version(site.snapshot, ids[:_READ]))
            yield File(f"{subject.slug}.html", made_of, partial(_render, site, subject))


def _render(site: Site, subject: _Subject) -> Pieces:
    rows: list[Row] = []
    figures: list[tuple[Any, Point]] = []
    for row, record in read(site.snapshot.connection, subject.ids):
        rows.append(row)
        figures += _figures(row, record)
    return render(
        "heading.html",
        above="../",
        site=site,
        subject=subject,
        total=sum(subject.months.values()),
        rows=newest_first(rows)[:_LISTED],
        months=_months(subject),
        months_chart=_months_chart(subject),
        charts=[(one, _chart(one)) for one in series_of(figures)],
    )


def _figures(row: Row, record: Mapping[str, Any]) -> Iterator[tuple[Any, Point]]:
    """The figures of an article as its record has them, each with its point."""
    day = date.fromisoformat(row.day)
    for figure in record["figures"]:
        yield figure, Point(day, figure["value"], figure["text"], row.title, row.path)


def _chart(series: Series) -> Markup:
    spots = [Spot(point.day, point.value, f"{point.day} {point.text}") for point in series.points]
    return line_chart(series.title, spots)


def _months(subject: _Subject) -> list[tuple[str, int]]:
    return sorted(subject.months.items())[-_MONTHS:]


def _months_chart(subject: _Subject) -> Markup:
    spots = [
        Spot(date.fromisoformat(f"{month}-01"), count, f"{month}：{count} 篇") for month, count in _months(subject)
    ]
    return bar_chart(f"{subject.name}：每月篇数", spots) if spots else Markup()
