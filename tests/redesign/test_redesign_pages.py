"""The redesigns are what they say: other pages, the same words, and the site's layouts lost."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from redesign_portal import HOSTS
from redesigns import REDESIGNS, Redesign, RedesignedPortal
from redesigns_held_out import HELD_OUT

from nnnews.demo.portal import Portal
from nnnews.extract.decode import decode
from nnnews.items import Article, Page
from nnnews.platforms.epaper_api import EpaperApi
from nnnews.reading import read
from nnnews.sites import all_sites

PORTAL = Portal(11)
ALL = (*REDESIGNS, *HELD_OUT)
ON_PAGES = [redesign for redesign in ALL if redesign.kind != "list"]
ON_LISTS = [redesign for redesign in ALL if redesign.kind == "list"]


def article_urls(name: str) -> list[str]:
    """Addresses of articles on the host that is redesigned."""
    site = all_sites()[name]
    urls = [one.original.url for one in PORTAL.planted() if one.site == name]
    fetched = [site.resolve(url, url) if isinstance(site, EpaperApi) else url for url in urls]
    return [url for url in fetched if urlsplit(url).hostname == HOSTS[name]]


def fetch(portal: Portal, url: str) -> Page:
    parts = urlsplit(url)
    answer = portal.answer(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), {})
    return Page(url, answer.body, answer.headers, status=answer.status)


def words(page: Page) -> str:
    """All that the page says, without markup and white space."""
    return re.sub(r"<[^>]*>|\s", "", decode(page).data.decode())


def shown(article: Article) -> tuple[object, ...]:
    return article.layout, article.title, article.published, article.source, article.text


def test_there_are_forty_and_twelve_under_names_of_their_own_on_every_site() -> None:
    assert (len(REDESIGNS), len(HELD_OUT)) == (40, 12)
    assert len({redesign.name for redesign in ALL}) == 52
    assert min(Counter(redesign.site for redesign in REDESIGNS)[site] for site in all_sites()) >= 3
    assert all(redesign.reason and redesign.name.startswith(redesign.site) for redesign in ALL)


@pytest.mark.parametrize("redesign", ON_PAGES, ids=lambda redesign: redesign.name)
def test_a_redesign_takes_a_field_or_the_whole_layout_and_keeps_the_words(redesign: Redesign) -> None:
    site, portal = all_sites()[redesign.site], RedesignedPortal(PORTAL, redesign)
    urls = article_urls(redesign.site)[:12:2]
    before = [read(fetch(PORTAL, url), site) for url in urls]
    after = [fetch(portal, url) for url in urls]
    assert all(article.layout for article in before)
    assert all(article.text.split("\n")[0][-9:] in words(page) for article, page in zip(before, after, strict=True))
    assert [shown(article) for article in before] != [shown(read(page, site)) for page in after]


@pytest.mark.parametrize("redesign", ON_LISTS, ids=lambda redesign: redesign.name)
def test_a_redesigned_list_hides_articles_from_the_old_rules(redesign: Redesign) -> None:
    site, portal = all_sites()[redesign.site], RedesignedPortal(PORTAL, redesign)
    lists = [url for url in PORTAL.site_map.resources if url.startswith(HOSTS[redesign.site])]
    pages = [fetch(PORTAL, f"http://{url}") for url in lists]
    full = [page for page in pages if len(site.links(page).articles) > 8]
    left = sum(len(site.links(fetch(portal, page.url)).articles) for page in full)
    assert left < sum(len(site.links(page).articles) for page in full) - 8


def test_a_page_is_the_same_whenever_it_is_served() -> None:
    hashes = next(redesign for redesign in REDESIGNS if redesign.name == "nnnews-hashes")
    body = fetch(PORTAL, article_urls("nnnews")[0]).body
    assert hashes.body(body) == hashes.body(body) != body
