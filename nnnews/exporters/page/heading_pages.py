"""A page a district and a topic: its newest articles, and charts of what is told of it over time."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from nnnews.exporters.files import File, Pieces
from nnnews.exporters.page.chart import Spot, bar_chart, line_chart
from nnnews.exporters.page.rows import path, read_rows, shorten
from nnnews.exporters.page.series import Point, Series, series_of
from nnnews.exporters.page.site import Site
from nnnews.exporters.page.sources import digest
from nnnews.exporters.page.template import render
from nnnews.exporters.page.texts import version
from nnnews.record import format_time
from nnnews.storage import facets
from nnnews.storage.facets import Facet
from nnnews.storage.records import told_of

_READ = 1000  # articles whose figures are looked at, the newest
_LISTED = 30  # articles on the page
_MONTHS = 36  # in the chart of numbers of articles


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
    rows = sorted(read_rows(site.snapshot.connection, subject.ids), key=lambda row: (row.day, row.id), reverse=True)
    series = series_of(_figures(site, subject.ids))
    return render(
        "heading.html",
        above="../",
        site=site,
        subject=subject,
        total=sum(subject.months.values()),
        rows=rows[:_LISTED],
        months=_months(subject),
        months_chart=_months_chart(subject),
        charts=[(one, _chart(one)) for one in series],
    )


def _figures(site: Site, ids: Sequence[int]) -> Iterator[tuple[Any, Point]]:
    """The figures of these articles as their records have them, each with its point."""
    some = sorted(ids)
    for article_id, told in zip(some, told_of(site.snapshot.connection, some), strict=True):
        record = json.loads(told.line)
        day = date.fromisoformat((record["published"] or format_time(told.first_seen) or "")[:10])
        for figure in record["figures"]:
            title = shorten(record["title"] or "")
            yield figure, Point(day, figure["value"], figure["text"], title, path(article_id))


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
