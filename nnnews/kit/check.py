"""Each selector of a site's layouts on saved or live pages: how often it hits, what it gives, how long it takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from nnnews.crawl.fetch import Fetcher
from nnnews.errors import MissingField, PageError
from nnnews.extract.document import Document
from nnnews.extract.tree import nodes, words
from nnnews.items import Article, Page
from nnnews.kit.repair.choosing import compiled
from nnnews.kit.visit import Visit
from nnnews.platforms.base import Layout, Links, Site
from nnnews.platforms.paper import Paper
from nnnews.reading import read

FIELDS = ("title", "kicker", "subtitle", "published", "source", "author", "editor", "info", "body", "drop")
_REQUIRED = ("title", "published", "text")
_ARTICLES = 3
_LISTS = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """A selector on a page. `hits` is None where the selector itself is malformed."""

    layout: str
    field: str
    selector: str
    hits: int | None
    value: str
    seconds: float


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A page: the article read from it or the links of a list, its selectors, and what is wrong, a line each."""

    name: str
    page: Page
    tried: tuple[Tried, ...] = ()
    article: Article | None = None
    links: Links | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A site with its pages. `unmatched` are selectors that hit on no page, as (layout, field, selector)."""

    site: Site
    pages: tuple[CheckedPage, ...]
    unmatched: tuple[tuple[str, str, str], ...]
    faults: tuple[str, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether every page gives what it must."""
        return not self.faults and not any(page.faults for page in self.pages)


def check_pages(site: Site, pages: Iterable[tuple[str, Page]], faults: Sequence[str] = ()) -> Checked:
    """The check of named pages; an address of an article is read as one, others as lists."""
    checked = tuple(_check(site, name, page) for name, page in pages)
    articles = [one for one in checked if one.tried]
    hit = {(one.layout, one.field, one.selector) for page in articles for one in page.tried if one.hits}
    declared = [(layout.name, field, css) for layout in site.layouts for field, css in _selectors(layout)]
    return Checked(site, checked, tuple(one for one in declared if articles and one not in hit), tuple(faults))


def live_pages(fetcher: Fetcher, site: Site) -> tuple[list[tuple[str, Page]], list[str]]:
    """Some lists of the site and some articles of them as they answer now, and what did not answer."""
    visit, faults = Visit(fetcher), list[str]()
    found: list[tuple[str, Page]] = []
    articles: list[str] = []
    for url in _fronts(visit, site):
        try:
            page = visit.page(url)
        except PageError as error:
            faults.append(str(error))
            continue
        found.append(("list", page))
        articles += [link.url for link in site.links(page).articles]
    for url in list(dict.fromkeys(articles))[:_ARTICLES]:
        try:
            found.append(("article", visit.page(url)))
        except PageError as error:
            faults.append(str(error))
    return found, faults


def _fronts(visit: Visit, site: Site) -> list[str]:
    """A paper's newest issue, by its root; else the first lists."""
    if isinstance(site, Paper) and site.root:
        newest = [site.newest(page) for page in visit.pages([site.root])]
        return [newest[0] or site.root if newest else site.root]
    return list(site.lists[:_LISTS])


def _check(site: Site, name: str, page: Page) -> CheckedPage:
    if not site.article_key(page.url):
        return _check_list(site, name, page)
    try:
        document = Document(page)
        tried = tuple(_try(document, layout.name, *one) for layout in site.layouts for one in _selectors(layout))
        article = read(page, site)
    except PageError as error:
        return CheckedPage(name, page, faults=(error.reason,))
    return CheckedPage(name, page, tried, article, faults=tuple(_faults(site, page, article, tried)))


def _check_list(site: Site, name: str, page: Page) -> CheckedPage:
    """A page that leads to articles, to lists, or to a paper's newest issue."""
    links = site.links(page)
    leads_on = links.articles or links.lists or (isinstance(site, Paper) and (site.newest(page) or site.issues(page)))
    return CheckedPage(name, page, links=links, faults=() if leads_on else ("leads to no article and no list",))


def _selectors(layout: Layout) -> list[tuple[str, str]]:
    return [(field, css) for field in FIELDS if (css := getattr(layout, field))]


def _try(document: Document, layout: str, field: str, css: str) -> Tried:
    path = compiled(css)
    if path is None:
        return Tried(layout, field, css, None, "", 0.0)
    started = perf_counter()
    matched = nodes(path, document.root)
    seconds = perf_counter() - started
    return Tried(layout, field, css, len(matched), next(filter(None, map(words, matched)), ""), seconds)


def _faults(site: Site, page: Page, article: Article, tried: Iterable[Tried]) -> list[str]:
    found = [MissingField(page.url, field).reason for field in _REQUIRED if not getattr(article, field)]
    if site.layouts and not article.layout:
        found.append("no layout fits; the general reader serves")
    return found + [f"{one.layout}.{one.field}: malformed selector {one.selector}" for one in tried if one.hits is None]
