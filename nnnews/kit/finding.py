"""From whatever page of a site to a list of its articles, and to some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from nnnews.errors import MissingField, PageError
from nnnews.items import Page
from nnnews.kit.article_forms import ArticleForm, find_forms
from nnnews.kit.lists import column_links, find_data, folders_of
from nnnews.kit.recognise import SYSTEMS, Recognised, recognise
from nnnews.kit.visit import Visit, links_of
from nnnews.platforms.addresses import ArticleURL, resolve_rooted
from nnnews.platforms.markup import Markup
from nnnews.reading import read

_FEWEST = 3  # articles that make a list
_FOLDERS = 4
_SAMPLES, _TRIES = 3, 6
_PROSE = 60  # characters of a text; a captioned photograph has about so many


@dataclass(frozen=True, slots=True)
class Found:
    """A page that leads to articles: their addresses, and the forms of these. `rooted`: its links lack their slash."""

    page: Page
    articles: tuple[str, ...]
    forms: tuple[ArticleForm, ...]
    rooted: bool = False

    def recognise(self, articles: Iterable[Page]) -> Recognised | None:
        """The publishing system of the list and its articles."""
        return recognise([Markup(page) for page in (self.page, *articles)])


def find_articles(visit: Visit, page: Page) -> tuple[Found, list[Page]]:
    """A list, and three articles of it. Raises MissingField where nothing leads to an article that is there."""
    for rooted in (False, True):
        found = _find_list(visit, page, rooted)
        if pages := _sample(visit, found):
            return found, pages
    raise MissingField(page.url, "link to an article that is there")


def _find_list(visit: Visit, page: Page, rooted: bool) -> Found:
    """The page itself where it leads to articles; else what its script asks for, a column, an article's folder."""
    found = _found(page, rooted)
    if _is_article(page, found):
        above = (_found(folder, rooted) for url in _above(page) for folder in visit.pages([url]))
        return next((one for one in above if len(one.articles) >= _FEWEST), found)
    if len(found.articles) >= _FEWEST:
        return found
    data = find_data(visit, page)
    below = (_found(one, rooted) for one in ((data,) if data else visit.pages(column_links(page))))
    return next((one for one in below if len(one.articles) >= _FEWEST), found)


def _sample(visit: Visit, found: Found) -> list[Page]:
    """Three of the articles, from the beginning, the middle and the end of the list."""
    last = len(found.articles) - 1
    order = dict.fromkeys((0, last // 2, last, 1, last // 4, last * 3 // 4, *range(2, last)))
    pages: list[Page] = []
    for tried, number in enumerate(list(order)[:_TRIES] if last >= 0 else ()):
        if tried == _SAMPLES and not pages:
            break
        pages += [page for page in visit.pages([found.articles[number]]) if len(pages) < _SAMPLES and _has_text(page)]
    return pages


def _found(page: Page, rooted: bool) -> Found:
    """By the forms that headlines have; on a page with few of them, by the forms of known systems."""
    links = links_of(page, resolve_rooted if rooted else urljoin)
    forms = find_forms(links)
    kinds = [form.kind for form in forms] or [kind for system in SYSTEMS for kind in system.urls]
    urls = dict.fromkeys(url for url, _ in links if url != page.url and _fits(url, kinds))
    return Found(page, tuple(urls), forms, rooted)


def _fits(url: str, kinds: Sequence[ArticleURL]) -> bool:
    return any(kind.match(url) for kind in kinds)


def _is_article(page: Page, found: Found) -> bool:
    """Whether the page has the address of an article and a text."""
    kinds = [*(form.kind for form in found.forms), *(kind for system in SYSTEMS for kind in system.urls)]
    return (_fits(page.url, kinds) or len(found.articles) < _FEWEST) and _has_text(page)


def _above(page: Page) -> list[str]:
    folders = list(folders_of(page.url))
    return list(dict.fromkeys([*folders[: _FOLDERS - 1], folders[-1]])) if folders else []


def _has_text(page: Page) -> bool:
    try:
        article = read(page, None)
    except PageError:
        return False
    return article.published is not None and len(article.text) >= _PROSE
