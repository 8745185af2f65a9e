"""Lists that lead to articles no more: addresses of another form, or a list that a script draws from JSON."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import NamedTuple
from urllib.parse import urljoin

from nnnews.errors import NotFetched
from nnnews.items import Page
from nnnews.kit.article_forms import find_forms
from nnnews.kit.repair.evidence import squeeze, trial
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Site
from nnnews.platforms.json_list import read_json_list
from nnnews.platforms.markup import Anchor, Markup

Fetch = Callable[[Iterable[str]], Sequence[Page | NotFetched]]

_LOST = 0.5  # share of a list's articles of which fewer are found no more
_MOST = 6  # addresses in scripts that are asked for
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.S | re.I)
_ADDRESS = re.compile(r"""["'`]((?:https?:)?/{1,2}[^"'`\s<>\\{}]{4,200})["'`]""")
_NO_DATA = re.compile(r"\.(?:js|css|png|jpe?g|gif|svg|ico|html?|shtml|mp4|woff2?)(?:\?|$)", re.I)
_STRAY = 0.2  # navigation links that may fit the form of articles, for each article
_CUT = 8  # characters of a headline cut short that still tell it


@dataclass(frozen=True, slots=True)
class ListProposal:
    """What the site file needs to find its articles again. Of `lost` articles that lists led to, `found` are found.

    `moved` are the addresses that known articles have now, by their keys. `left` says what a person has to do.
    `pages` are lists that can be read again.
    """

    article_urls: tuple[ArticleURL, ...]
    lists: tuple[str, ...]
    lost: int
    found: int
    moved: dict[str, str]
    left: tuple[str, ...]
    pages: tuple[Page, ...]


def mend_lists(site: Site, before: Sequence[Page], now: Sequence[Page], fetch: Fetch) -> ListProposal | None:
    """The proposal, which may find nothing; None when the lists lead on as they did. `now` answers `before`."""
    pairs = [(old, new) for old, new in zip(before, now, strict=True) if _is_lost(site, old, new)]
    if not pairs:
        return None
    titles = {squeeze(link.title): link.key for old, _ in pairs for link in site.links(old).articles if link.title}
    anchors = [anchor for _, new in pairs for anchor in Markup(new, site.resolve).anchors if site.owns(anchor.url)]
    moved = _moved(site, anchors, titles)
    kinds = _kinds(site, anchors, moved)
    drawn = [] if moved else list(_drawn(site, [new for _, new in pairs], titles, fetch))
    led = {key for key, url in moved.items() if any(kind.article_id(url) for kind in kinds)}
    found = led.union(*(one.keys for one in drawn))
    left = list(_left(trial(site, article_urls=(*kinds, *site.article_urls)), moved))
    if drawn:
        left.append("only the first page of each JSON list is read; see in a browser how the next is asked for")
    elif not moved:
        left.append(f"{pairs[0][1].url}: no known headline is on the page nor in the data that its scripts name")
    pages = (*(one.page for one in drawn), *(new for _, new in pairs if kinds))
    lists = tuple(one.page.url for one in drawn)
    return ListProposal(kinds, lists, len(titles), len(found), moved, tuple(left), pages)


def _is_lost(site: Site, old: Page, new: Page) -> bool:
    return len(site.links(new).articles) < _LOST * len(site.links(old).articles)


def _moved(site: Site, anchors: Iterable[Anchor], titles: dict[str, str]) -> dict[str, str]:
    """Addresses under which headlines that are known stand now, by the articles' keys."""
    found: dict[str, str] = {}
    for anchor in anchors:
        key = _key_of(anchor.whole, titles)
        if key and not site.article_key(anchor.url):
            found.setdefault(key, anchor.url)
    return found


def _key_of(words: str, titles: dict[str, str]) -> str | None:
    """By the whole headline, or by the beginning of it where the list cuts it short."""
    shown = squeeze(words)
    if shown in titles:
        return titles[shown]
    start = shown.rstrip(".…")
    if start == shown or len(start) < _CUT:
        return None
    return next((key for title, key in titles.items() if title.startswith(start)), None)


def _kinds(site: Site, anchors: Iterable[Anchor], moved: dict[str, str]) -> tuple[ArticleURL, ...]:
    """The forms of the new addresses, less one that also fits the site's navigation."""
    names = {anchor.url: anchor.whole for anchor in sorted(anchors, key=lambda anchor: len(anchor.whole))}
    kinds = [form.kind for form in find_forms((url, names[url]) for url in moved.values())]
    others = {url: words for url, words in names.items() if url not in moved.values() and not site.unwanted(words)}
    columns = [url for url, words in others.items() if 0 < len(words) < _CUT]
    kept = (kind for kind in kinds if sum(bool(kind.article_id(url)) for url in columns) <= _STRAY * len(moved))
    return tuple(_continued(site, kind, moved) for kind in kept)


def _continued(site: Site, kind: ArticleURL, moved: dict[str, str]) -> ArticleURL:
    """With the key of an older form when that gives the articles the ids that they have."""
    for key in dict.fromkeys(
        one.key for one in site.article_urls if _groups(one.key) <= {*kind.pattern.groupindex, "day"}
    ):
        same = ArticleURL(kind.pattern, key)
        if all(f"{site.name}/{same.article_id(url)}" == known for known, url in moved.items()):
            return same
    return kind


def _groups(key: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(key) if name}


class _Drawn(NamedTuple):
    """A JSON list and the known articles that it leads to."""

    page: Page
    keys: set[str]


def _drawn(site: Site, pages: Sequence[Page], titles: dict[str, str], fetch: Fetch) -> Iterator[_Drawn]:
    """JSON lists that the pages' scripts name."""
    asked = list(dict.fromkeys(url for page in pages for url in _named(site, page)))[: _MOST * len(pages)]
    for answer in fetch(asked) if asked else ():
        if not isinstance(answer, NotFetched) and read_json_list(Markup(answer).text):
            keys = {link.key for link in site.links(answer).articles} & set(titles.values())
            if keys:
                yield _Drawn(answer, keys)


def _named(site: Site, page: Page) -> Iterator[str]:
    """Addresses in scripts that may be data of the same site."""
    for script in _SCRIPT.findall(Markup(page).text):
        for address in _ADDRESS.findall(script):
            url = urljoin(page.url, address)
            if site.owns(url) and not _NO_DATA.search(address):
                yield url


def _left(mended: Site, moved: dict[str, str]) -> Iterator[str]:
    """What could not be derived of addresses that moved."""
    keys = {key: mended.article_key(now) for key, now in moved.items()}
    if lost := [moved[key] for key, new in keys.items() if new is None]:
        yield f"{lost[0]} has no form that its numbers tell; write article_urls by hand"
    if changed := [key for key, new in keys.items() if new not in (None, key)]:
        yield f"{len(changed)} of {len(keys)} articles get another id and are stored anew, as {changed[0]}"
