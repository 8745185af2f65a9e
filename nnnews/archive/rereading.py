"""The captures of one article → the article as it is read today. What the spider does with answers, without network."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nnnews.archive.exchange import reason
from nnnews.archive.shelf import Shelf
from nnnews.errors import PageError
from nnnews.extract import extract, next_part
from nnnews.extract.parts import numbered
from nnnews.items import Article, Problem
from nnnews.platforms.base import Link, Site
from nnnews.reading import assemble, check, refine
from nnnews.sites import all_sites
from nnnews.storage.archive_index import Capture

_MOST_PARTS = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's captures give: the article, a problem, or neither when the site does not want it.

    `seen` is when all of it had first been fetched.
    """

    key: str
    seen: datetime
    article: Article | None = None
    problem: Problem | None = None


def read_captures(key: str, captures: Sequence[Capture], shelf: Shelf) -> Reading | None:
    """The newest capture that can be read; the problem of the newest when none can. `captures`: newest first.

    None when there are but redirects: the article is what they lead to.
    """
    site = all_sites().get(captures[0].site or "")
    problem, seen = None, captures[-1].fetched
    for capture in _heads(captures):
        try:
            if _is_good(capture):
                article, whole = _read_article(key, capture, shelf, site)
                seen = max(seen, whole) if capture is captures[-1] else seen
                return Reading(key, seen, article)
            found = (f"http-{capture.status}", reason(capture.status))
        except PageError as error:
            found = (error.kind, error.reason)
        if not problem and capture.status not in range(300, 400):
            problem = Problem(key, capture.url, site.name if site else "", *found)
    return Reading(key, seen, problem=problem) if problem else None


def _heads(captures: Sequence[Capture]) -> list[Capture]:
    """Without those that continue another one's text: part 2 is not the article."""
    told = [numbered(capture.url) for capture in captures]
    first: dict[str, int] = {}
    for stem, part in told:
        first[stem] = min(part, first.get(stem, part))
    return [capture for capture, (stem, part) in zip(captures, told, strict=True) if part == first[stem]]


def _is_good(capture: Capture) -> bool:
    return 200 <= capture.status < 300


def _read_article(key: str, capture: Capture, shelf: Shelf, site: Site | None) -> tuple[Article | None, datetime]:
    """The article, None when the site does not want it, and when its last part was fetched. Raises PageError."""
    archived = shelf.read(capture)
    if site is None:
        return refine(check(extract(archived.page))), capture.fetched
    parts, fetched = [extract(archived.page, site)], capture.fetched
    page = archived.page
    while (url := next_part(page)) and len(parts) <= _MOST_PARTS and site.owns(url):
        following = shelf.beside(url, fetched)
        if following is None or not _is_good(following):
            told = reason(following.status) if following else "not in the archive"
            parts[0] = replace(parts[0], problems=(*parts[0].problems, f"part {len(parts) + 1}: {told}"))
            break
        page, fetched = shelf.read(following).page, following.fetched
        parts.append(extract(page, site))
    article = assemble(parts, Link(key, capture.url, archived.link_title), site)
    return (None if site.unwanted(article.title or "") else refine(check(article))), fetched
