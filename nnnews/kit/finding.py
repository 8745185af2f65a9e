"""From whatever page of a site to a list of its articles, and to some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nnnews.errors import PageError
from nnnews.items import Page
from nnnews.kit.article_forms import ArticleForm, find_forms
from nnnews.kit.lists import column_links, find_data, folders_of
from nnnews.kit.recognise import SYSTEMS, Recognised, recognise
from nnnews.kit.visit import Visit, links_of
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.markup import Markup
from nnnews.reading import read

_FEWEST = 3  # articles that make a list
_FOLDERS = 4
_SAMPLES, _TRIES = 3, 6
_PROSE = 60  # characters of a text; a captioned photograph has about so many


@dataclass(frozen=True, slots=True)
class Found:
    """A page that leads to articles: their addresses, and the forms of these."""

    page: Page
    articles: tuple[str, ...]
    forms: tuple[ArticleForm, ...]

    def recognise(self, articles: Iterable[Page]) -> Recognised | None:
        """The publishing system of the list and its articles."""
        return recognise([Markup(page) for page in (self.page, *articles)])


def find_list(visit: Visit, page: Page) -> Found:
    """The page itself where it leads to articles; else what its script asks for, a column, an article's folder."""
    found = _found(page)
    if _is_article(page, found):
        above = (_found(folder) for url in _above(page) for folder in visit.pages([url]))
        return next((one for one in above if len(one.articles) >= _FEWEST), found)
    if len(found.articles) >= _FEWEST:
        return found
    data = find_data(visit, page)
    below = (_found(one) for one in ((data,) if data else visit.pages(column_links(page))))
    return next((one for one in below if len(one.articles) >= _FEWEST), found)


def sample(visit: Visit, found: Found) -> list[Page]:
    """Three of the articles, from the beginning, the middle and the end of the list."""
    last = len(found.articles) - 1
    order = dict.fromkeys((0, last // 2, last, 1, last // 4, last * 3 // 4, *range(2, last)))
    pages: list[Page] = []
    for number in list(order)[:_TRIES] if last >= 0 else ():
        pages += [page for page in visit.pages([found.articles[number]]) if len(pages) < _SAMPLES and _has_text(page)]
    return pages


def _found(page: Page) -> Found:
    """By the forms that headlines have; on a page with few of them, by the forms of known systems."""
    links = links_of(page)
    forms = find_forms(links)
    kinds = [form.kind for form in forms] or [kind for system in SYSTEMS for kind in system.urls]
    urls = dict.fromkeys(url for url, _ in links if url != page.url and _fits(url, kinds))
    return Found(page, tuple(urls), forms)


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
