"""From the lists that the sites declare, every planted article can be reached by their own links."""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from nnnews.demo import Portal
from nnnews.items import Page
from nnnews.platforms.base import Site
from nnnews.platforms.paper import Paper
from nnnews.sites import all_sites


@pytest.fixture(scope="module")
def portal() -> Portal:
    return Portal()


def fetch(portal: Portal, url: str) -> Page:
    parts = urlsplit(url)
    answer = portal.answer(parts.netloc, f"{parts.path}?{parts.query}" if parts.query else parts.path, {})
    if answer.status == 302:
        return fetch(portal, urljoin(url, answer.headers["Location"]))
    return Page(url, answer.body, answer.headers, status=answer.status)


def starts(portal: Portal, site: Site) -> Iterator[str]:
    yield from site.lists
    if search := site.search_url("人大"):
        yield search
    if isinstance(site, Paper):
        newest = site.newest(fetch(portal, site.root)) if site.root else site.front_urls(portal.base)[0]
        yield newest or ""
        for calendar in site.period_urls(portal.base):
            yield from site.issues(fetch(portal, calendar)).values()


def reachable(portal: Portal, site: Site) -> set[str]:
    waiting, asked, found = deque(starts(portal, site)), set(), set()
    while waiting:
        url = waiting.popleft()
        if url not in asked and (page := fetch(portal, url)).status == 200:
            links = site.links(page)
            found |= {link.key for link in links.articles}
            waiting.extend((*links.lists, *links.pages))
        asked.add(url)
    return found


@pytest.mark.parametrize("name", sorted({entry.site for entry in Portal().planted()}))
def test_every_planted_article_is_reached(portal: Portal, name: str) -> None:
    planted = {copy.key for entry in portal.planted() for copy in (entry.original, *entry.copies)}
    own = {key for key in planted if key.startswith(f"{name}/")}
    assert own
    assert own <= reachable(portal, all_sites()[name])
