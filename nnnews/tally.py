"""What is counted of each page, so that a site can be judged against its own past.

The counters stand in Scrapy's statistics under `nnnews/`, and in the history of runs without it:

pages                     answers that were read for a new article, also those that lacked a title or a body
field/<name>              of them, how many gave the field; `clock`: a time of day; `author`: anybody credited
layout/<name>             how many the site's layout of this name served; the others were served by the common rules
length/<step>             how many bodies were this long: 2^(step/2) characters
repeat/<field>            pages that share a title, a time of day, or most of a body with another page of the run
damaged                   pages with characters destroyed
agree/<of>, differ/<of>   what others say: of `title` and `day` the list or address, of `body` the common rules;
                          of `layout` known pages asked for again: whether a layout reads them as before
lists, lists_unchanged, lists_failed    lists that were read, answered 304, and should have answered
links                     links to articles on them
read/<url>, links/<url>   how often the first page of a list was read, and links to articles on it
newest                    the newest time of publication
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from math import log2
from typing import Any, Protocol

from nnnews.items import SHANGHAI, Article, Problem

FIELDS = ("", "lists", "layout", "title", "published", "source", "author", "text")
"""What has a state of its own; the empty one is the site itself."""

_COUNTERS = ("pages", "damaged", "lists", "lists_unchanged", "lists_failed", "links", "newest")
_FAMILIES = ("field/", "layout/", "length/", "repeat/", "agree/", "differ/", "read/", "links/")
_OF_SCRAPY = {"robotstxt/forbidden": "forbidden", "spider_exceptions/count": "crashes"}
_LOST = "\ufffd〓"
_SAID = 8  # characters of a line below which it says nothing of its own
_MOSTLY = 0.5  # share of a body that must be said elsewhere, too
_REMEMBERED = 20_000  # sayings, of a thousand pages or so: what a site repeats is repeated soon
_KEPT = "…⋯.．"  # what a list ends a cut title with


def tallied(stats: Mapping[str, Any]) -> dict[str, Any]:
    """The counters out of Scrapy's statistics."""
    own = {key.removeprefix("nnnews/"): value for key, value in stats.items() if key.startswith("nnnews/")}
    chosen = {key: value for key, value in own.items() if key in _COUNTERS or key.startswith(_FAMILIES)}
    return chosen | {name: stats[key] for key, name in _OF_SCRAPY.items() if key in stats}


class Counters(Protocol):
    """What Scrapy's statistics do."""

    def inc_value(self, key: str) -> None:
        """One more."""

    def max_value(self, key: str, value: Any) -> None:
        """The greatest so far."""


class Tally:
    """Counts the pages of one site in one run."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self._said: dict[int, int] = {}  # hash of what a page said → hash of what tells that page

    def add(self, item: Article | Problem) -> None:
        """An article, or an address that gave none: only what lacks a field was a page at all."""
        if isinstance(item, Article):
            self._add_article(item)
        elif item.kind == "missing":
            self._count("pages")
            if "title" not in item.reason:
                self._count("field/title")

    def _count(self, name: str) -> None:
        self._counters.inc_value(f"nnnews/{name}")

    def _add_article(self, article: Article) -> None:
        self._count("pages")
        for name, given in _given(article).items():
            if given:
                self._count(f"field/{name}")
        if article.layout:
            self._count(f"layout/{article.layout}")
        self._count(f"length/{step_of(len(article.text))}")
        if article.published:
            self._counters.max_value("nnnews/newest", article.published.astimezone(SHANGHAI).isoformat())
        for name in self._repeated(article):
            self._count(f"repeat/{name}")
        if any(mark in article.text or mark in (article.title or "") for mark in _LOST):
            self._count("damaged")

    def _repeated(self, article: Article) -> Iterator[str]:
        """What another page has said already; a copy of an article, with its title and body, repeats nothing."""
        title, text = article.title or "", article.text
        if self._said_before(title, text):
            yield "title"
        if article.published and _has_clock(article) and self._said_before(article.published, title):
            yield "published"
        lines = [line for line in text.split("\n") if len(line) >= _SAID]
        if sum(len(line) for line in lines if self._said_before(line, title)) > _MOSTLY * len(text):
            yield "text"

    def _said_before(self, what: object, page: str) -> bool:
        """Whether another page said it; `page` tells one page from another and a copy not from its original."""
        if len(self._said) >= _REMEMBERED:
            self._said.clear()
        return self._said.setdefault(hash(what), hash(page)) != hash(page)


def _given(article: Article) -> dict[str, bool]:
    return {
        "title": bool(article.title),
        "published": article.published is not None,
        "clock": _has_clock(article),
        "source": bool(article.source),
        "author": bool(article.byline),
        "text": bool(article.text),
    }


def _has_clock(article: Article) -> bool:
    return article.published_precision in ("minute", "second")


def step_of(length: int) -> int:
    """The step of a body's length: 16 for 256 characters."""
    return round(2 * log2(max(length, 1)))


def agrees_title(read: str | None, listed: str) -> bool | None:
    """Whether the page's title is that of the list, which may cut it; None when the list tells none."""
    wanted = squeezed(listed).rstrip(_KEPT)
    own = squeezed(read or "")
    if not wanted:
        return None
    return bool(own) and (wanted in own or own in wanted)


def agrees_day(read: datetime | None, told: date | None) -> bool | None:
    """Whether the page's day is the one that its address or the list tells, or next to it; None when none is told."""
    if read is None or told is None:
        return None
    return abs((read.astimezone(SHANGHAI).date() - told).days) <= 1


def squeezed(text: str) -> str:
    """The characters that tell one title from another: no spaces, no punctuation."""
    return "".join(char for char in text if char.isalnum() or char in _KEPT)
