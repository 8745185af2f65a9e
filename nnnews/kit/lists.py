"""The lists of a site: where its articles are named, and how such a list goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from nnnews.items import Page
from nnnews.kit.visit import Visit, links_of
from nnnews.platforms.addresses import clean_url, host_of
from nnnews.platforms.base import Link, Site
from nnnews.platforms.json_list import read_json_list
from nnnews.platforms.markup import Markup, Resolve

_FEWEST = 3  # articles that make a list
_MOST_COLUMNS = 4
_MOST_DATA = 3
_COLUMN = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}(?:要闻|新闻|动态|时政|政务|资讯|头条|快讯|社会|民生|综合|基层|通知|县区|区县|城区|乡镇|街道|人大|代表|监督|立法|常委会|会议|公告|工作)"
    r"[\u4e00-\u9fff]{0,4}){1,2}"
)
_LONGEST = 8  # characters of a column's name
# An address of data that a script of the page asks for: "/api/news/list?column=3&page=1", 'list.json'
_DATA = re.compile(r"""["'](?P<url>(?:https?://|\.{0,2}/)?[\w./:-]+(?:\.json(?:\?[^"'\s<>]*)?|\?[^"'\s<>]+))["']""")
_PAGE = re.compile(r"\.(?:js|css|s?html?|png|gif|jpe?g|ico|swf|woff2?)\?", re.I)


@dataclass(frozen=True, slots=True)
class SeenList:
    """A list: the articles that it names, the columns it leads to, and where it goes on.

    `following` holds each address of a next page with the number of articles there that the list does not name; None
    where nothing answered.
    """

    page: Page
    words: str
    articles: tuple[Link, ...]
    columns: tuple[str, ...]
    following: tuple[tuple[str, int | None], ...]

    @property
    def daily(self) -> float:
        """Articles a day, 0 where the list does not tell."""
        days = sorted(link.day for link in self.articles if link.day)
        if len(days) < 5 or days[0] == days[-1]:
            return 0.0
        rate = (len(days) - 1) / (days[-1] - days[0]).days
        return float(round(rate)) if rate >= 2 else round(rate, 1)


def is_front(url: str) -> bool:
    """Whether an address is that of a whole site."""
    return re.fullmatch(r"/?(?:(?:index|default|home)\.\w+)?", urlsplit(url).path, re.I) is not None


def see_list(visit: Visit, site: Site, page: Page, words: str = "") -> SeenList:
    """What the site makes of a list, and of the next page of it."""
    links = site.links(page)
    known = {link.key for link in links.articles}
    following: list[tuple[str, int | None]] = []
    for url in links.pages[:2]:
        found = visit.pages([url])
        fresh = {link.key for one in found for link in site.links(one).articles} - known
        following.append((url, len(fresh) if found else None))
    title = words or _title(page)
    return SeenList(page, title, links.articles, links.lists, tuple(following))


def find_columns(visit: Visit, site: Site, front: Page) -> list[SeenList]:
    """Columns with news that a front page leads to; those that the site finds by its own words are left out."""
    told = set(site.links(front).lists)
    found: list[SeenList] = []
    for url, words in column_links(front, site.resolve).items():
        if len(found) < _MOST_COLUMNS and url not in told and not site.article_key(url):
            for page in visit.pages([url]):
                seen = see_list(visit, site, page, words)
                found += [seen] if len(seen.articles) >= _FEWEST else []
    return found


def column_links(front: Page, resolve: Resolve = urljoin) -> dict[str, str]:
    """The addresses of columns that a page leads to, with their names."""
    own = ((url, words) for url, words in links_of(front, resolve) if host_of(url) == host_of(front.url))
    links = ((url, words) for url, words in own if not is_front(url))
    return {url: words for url, words in links if len(words) <= _LONGEST and _COLUMN.fullmatch(words)}


def find_data(visit: Visit, page: Page) -> Page | None:
    """The JSON list that a script of the page asks for."""
    found = (
        urljoin(page.url, match["url"]) for match in _DATA.finditer(Markup(page).text) if not _PAGE.search(match[0])
    )
    own = [url for url in dict.fromkeys(found) if host_of(url) == host_of(page.url)]
    for answer in visit.pages(own[:_MOST_DATA]):
        if len(read_json_list(Markup(answer).text) or ()) >= _FEWEST:
            return answer
    return None


def folders_of(url: str) -> Iterator[str]:
    """The folders that an address lies in, the innermost first, and the site's front."""
    parts = urlsplit(clean_url(url))
    path = parts.path
    while path.strip("/"):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        yield parts._replace(path=path, query="").geturl()


def _title(page: Page) -> str:
    found = re.search(r"<title[^>]*>(.*?)</title>", Markup(page).text, re.S | re.I)
    return " ".join(found[1].split())[:40] if found else ""
