"""First contact with a site: what it is, how it is read, and the file that would declare it."""

from dataclasses import dataclass

from nnnews.crawl.fetch import Fetcher
from nnnews.errors import PageError
from nnnews.items import Article, Page
from nnnews.kit.article_forms import ArticleForm
from nnnews.kit.charset import Charset, read_charset
from nnnews.kit.declaring import Discovery, declare
from nnnews.kit.finding import find_articles
from nnnews.kit.lists import SeenList, see_list
from nnnews.kit.recognise import Recognised
from nnnews.kit.site_file import load, render
from nnnews.kit.visit import Visit, complete
from nnnews.platforms.base import Site
from nnnews.reading import read
from nnnews.sites import site_for


@dataclass(frozen=True, slots=True)
class SeenArticle:
    """An article as the site's profile reads it and as the general reader does; None where one cannot, and why."""

    page: Page
    profile: Article | None
    general: Article | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of a site after the first look. `source` is its file, empty where it has one already (`owner`).

    `crawl_delay` is what robots.txt asks for. `forms` are the forms of article addresses, which headlines lead to.
    """

    asked: str
    front: Page
    charset: Charset
    crawl_delay: float | None
    owner: Site | None
    recognised: Recognised | None
    forms: tuple[ArticleForm, ...]
    lists: tuple[SeenList, ...]
    articles: tuple[SeenArticle, ...]
    site: Site
    source: str


def explore(fetcher: Fetcher, url: str, name: str = "") -> Contact:
    """Asks for about ten pages.

    Raises UsageError for what is no address, NotFetched, BlockPage, and MissingField where nothing leads to articles.
    """
    visit = Visit(fetcher)
    front = visit.arrive(url)
    found, pages = find_articles(visit, front)
    owner = site_for(found.page.url)
    if owner:
        site, source = owner, ""
        lists: tuple[SeenList, ...] = (see_list(visit, owner, found.page),)
    else:
        declaration, lists = declare(Discovery(visit, complete(url), found, pages), name)
        source = render(declaration)
        site = load(source)
    return Contact(
        asked=complete(url),
        front=front,
        charset=read_charset(found.page),
        crawl_delay=fetcher.crawl_delay(found.page.url),
        owner=owner,
        recognised=found.recognise(pages),
        forms=found.forms,
        lists=lists,
        articles=tuple(see_article(site, page) for page in pages),
        site=site,
        source=source,
    )


def see_article(site: Site | None, page: Page) -> SeenArticle:
    """Both readings of a page."""
    profile, reason = _try(page, site)
    general, other = _try(page, None)
    return SeenArticle(page, profile, general, reason or other)


def _try(page: Page, site: Site | None) -> tuple[Article | None, str]:
    try:
        return read(page, site), ""
    except PageError as error:
        return None, error.reason
