"""What the archive knows of a site: articles as a layout read them, and lists that led to articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from nnnews.archive import Terms, index_folder
from nnnews.archive.shelf import Shelf
from nnnews.config import Config
from nnnews.errors import PageError
from nnnews.items import SHANGHAI, Article, Page
from nnnews.kit.repair.evidence import read_fields
from nnnews.platforms.base import Site
from nnnews.storage import archive_index, health, open_store, reading
from nnnews.storage.archive_index import Capture

Remembered = tuple[Article, Page]

_BATCH = 50
_MOST_READ = 2000  # articles looked at to find enough that a layout read
_WIDTH = 3  # times as many are looked at as are asked for again: columns are crawled one after the other
_SPREAD = 60  # articles of all years, for the layouts of other times
_OF_EACH = 3  # of them kept of each layout
_LISTS = 400  # captures of other pages that are looked at
_FULL = 3  # articles from which a page is a list


@dataclass(frozen=True, slots=True)
class Past:
    """The newest articles, some of the layouts that do not occur among them, and the first pages of lists."""

    recent: Sequence[Remembered] = ()
    old: Sequence[Remembered] = ()
    lists: Sequence[Page] = ()


def recall(config: Config, site: Site, pages: int, before: date | None = None) -> Past:
    """What was fetched before that day; all that there is, when none is named."""
    engine = open_store(config.database_url)
    index_folder(engine, Terms(config.archive_folder))
    with reading(engine) as connection, Shelf(connection, config.archive_folder) as shelf:
        keys = list(archive_index.keys(connection, site.name))
        newest = _read(shelf, keys[: -_MOST_READ - 1 : -1], site, before)
        recent = _spread(list(islice(newest, _WIDTH * pages)), pages)
        spread = _read(shelf, keys[:: max(1, len(keys) // _SPREAD)], site, before)
        lists = list(_lists(shelf, archive_index.unkeyed(connection, site.name, _LISTS), site, before))
        later = {url for page in lists for url in site.links(page).pages}
        first = [page for page in lists if page.url not in later]
        return Past(recent, _others(spread, {article.layout for article, _ in recent}), first)


def broken_since(config: Config, site: str) -> date | None:
    """The day on which the monitor found the site or one of its fields broken; None when it did not."""
    with reading(open_store(config.database_url)) as connection:
        spells = [one for one in health.current(connection) if one.site == site and one.state == "broken"]
    return min((one.since.astimezone(SHANGHAI).date() for one in spells), default=None)


def _read(shelf: Shelf, keys: Sequence[str], site: Site, before: date | None) -> Iterator[Remembered]:
    """Each article as it was first read by a layout."""
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        captures = shelf.by_key(batch)
        for key in batch:
            if found := _first_reading(shelf, captures.get(key, []), site, before):
                yield found


def _first_reading(shelf: Shelf, captures: Sequence[Capture], site: Site, before: date | None) -> Remembered | None:
    for capture in reversed(captures):
        if capture.status != 200 or not _is_before(capture, before):
            continue
        page = _page(shelf, capture)
        known = read_fields(page, site) if page else None
        if page and known and known.method == "layout":
            return known, page
    return None


def _lists(shelf: Shelf, captures: Sequence[Capture], site: Site, before: date | None) -> Iterator[Page]:
    """Of each address the newest capture that led to articles."""
    met: set[str] = set()
    for capture in captures:
        if capture.url in met or capture.url.endswith("/robots.txt") or not _is_before(capture, before):
            continue
        page = _page(shelf, capture)
        if page and len(site.links(page).articles) >= _FULL:
            met.add(capture.url)
            yield page


def _spread(found: list[Remembered], most: int) -> list[Remembered]:
    """Some of all of them, from end to end."""
    return [found[place * len(found) // most] for place in range(most)] if len(found) > most else found


def _others(spread: Iterator[Remembered], met: set[str | None]) -> list[Remembered]:
    kept: dict[str | None, list[Remembered]] = {}
    for article, page in spread:
        of_layout = kept.setdefault(article.layout, [])
        if article.layout not in met and len(of_layout) < _OF_EACH:
            of_layout.append((article, page))
    return [one for group in kept.values() for one in group]


def _is_before(capture: Capture, before: date | None) -> bool:
    return before is None or capture.fetched.astimezone(SHANGHAI).date() < before


def _page(shelf: Shelf, capture: Capture) -> Page | None:
    try:
        return shelf.read(capture).page
    except PageError:
        return None
