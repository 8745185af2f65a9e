"""What repair goes by: pages as they were read before, and the same addresses as they answer now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from nnnews.errors import PageError
from nnnews.extract import extract
from nnnews.items import SHANGHAI, Article, Page
from nnnews.platforms.base import Site
from nnnews.reading import check, credit, strip

Field = Literal["title", "published", "source", "byline", "text"]
FIELDS: tuple[Field, ...] = ("title", "published", "source", "byline", "text")
_SPACE = re.compile(r"\s+")
_ENOUGH = 0.97  # share of the body's characters that must be the same: an editor may have mended a word since


@dataclass(frozen=True, slots=True)
class Sample:
    """One address: the article as it was read on a page of the archive, and the page that answers now.

    `surely` is false where nothing older is known and the general reader's values of today stand in.
    """

    known: Article
    before: Page | None
    now: Page
    surely: bool = True


def read_fields(page: Page, site: Site) -> Article | None:
    """The article as far as repair compares it; None when the page holds none."""
    try:
        return credit(strip(check(extract(page, site))))
    except PageError:
        return None


def trial(site: Site, **declared: object) -> Site:
    """The site as it would be with other declarations."""
    kind = type(site)
    tried: Site = type(kind.__name__, (kind,), declared)()
    return tried


def squeeze(text: str) -> str:
    """The text without white space."""
    return _SPACE.sub("", text)


def is_right(field: Field, known: Article, now: Article | None) -> bool:
    """Whether a reading gives what is known; what was not known before cannot be wrong now."""
    return now is not None and _AGREE[field](known, now)


def _same_title(known: Article, now: Article) -> bool:
    return squeeze(known.title or "") == squeeze(now.title or "")


def _same_moment(known: Article, now: Article) -> bool:
    """At the precision that was known."""
    return known.published is None or (
        now.published is not None and same_moment(known.published, known.published_precision, now.published)
    )


def same_moment(known: datetime, precision: str | None, now: datetime) -> bool:
    """Of a day, the day; of a minute or second, the minute: templates show seconds or leave them out."""
    if precision == "day":
        return known.astimezone(SHANGHAI).date() == now.astimezone(SHANGHAI).date()
    return abs((known - now).total_seconds()) < 60


def _same_source(known: Article, now: Article) -> bool:
    return known.source is None or known.source == now.source


def _same_byline(known: Article, now: Article) -> bool:
    return set(known.byline) == set(now.byline)


def _same_text(known: Article, now: Article) -> bool:
    old, new = (dict.fromkeys(map(squeeze, article.text.split("\n"))) for article in (known, now))
    shared = sum(len(line) for line in old if line in new)
    return shared >= _ENOUGH * max(sum(map(len, old)), sum(map(len, new)))


_AGREE = {
    "title": _same_title,
    "published": _same_moment,
    "source": _same_source,
    "byline": _same_byline,
    "text": _same_text,
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many of `pages` a site reads right, by field; `by_layout`: read by a layout, not the general reader."""

    pages: int
    right: Mapping[Field, int]
    whole: int
    by_layout: int

    def is_worse_than(self, other: "Score") -> bool:
        """In any field, or in pages of which every field is right."""
        return self.whole < other.whole or any(self.right[field] < other.right[field] for field in FIELDS)

    def is_better_than(self, other: "Score") -> bool:
        """In some field or in the layouts' share, and worse in nothing."""
        gains = (self.whole, self.by_layout, *self.right.values())
        return not self.is_worse_than(other) and sum(gains) > sum((other.whole, other.by_layout, *other.right.values()))


def score(site: Site, pages: list[tuple[Article, Page]]) -> Score:
    """What the site makes of the pages, against what is known of them."""
    readings = [(known, read_fields(page, site)) for known, page in pages]
    right = {field: sum(is_right(field, known, now) for known, now in readings) for field in FIELDS}
    whole = sum(all(is_right(field, known, now) for field in FIELDS) for known, now in readings)
    by_layout = sum(now is not None and now.method == "layout" for _, now in readings)
    return Score(len(pages), right, whole, by_layout)


def is_standing(sample: Sample, site: Site) -> bool:
    """Whether the site still reads the page by a layout, and as before."""
    now = read_fields(sample.now, site)
    return now is not None and now.method == "layout" and all(is_right(field, sample.known, now) for field in FIELDS)


def seen_on(sample: Sample) -> date | None:
    """The day on which the page was read as it is known."""
    fetched = sample.before.fetched if sample.before else None
    return fetched.astimezone(SHANGHAI).date() if fetched else None
