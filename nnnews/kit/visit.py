"""A look at a site: each address is asked for once, and what is no page of a site is refused by its name."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from nnnews.crawl.fetch import Answer, Fetcher
from nnnews.errors import NotFetched, UsageError
from nnnews.extract.document import Document
from nnnews.extract.generic import read_generic
from nnnews.items import Page
from nnnews.kit.names import registered
from nnnews.platforms.addresses import host_of
from nnnews.platforms.json_list import read_json_list
from nnnews.platforms.markup import Markup, Resolve
from nnnews.platforms.paper import Paper

_SHELL = 5  # links of a page that only leads elsewhere
_FEW = 10  # links below which a page may be a captcha, a login wall, an empty template
_HOPS = 3


class Visit:
    """What was fetched on it."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self._answers: dict[str, Answer] = {}

    def page(self, url: str) -> Page:
        """The page at an address. Raises NotFetched."""
        if url not in self._answers:
            self._answers[url] = self.fetcher.fetch([url])[0]
        answer = self._answers[url]
        if isinstance(answer, NotFetched):
            raise answer
        return answer

    def pages(self, urls: Iterable[str]) -> list[Page]:
        """Those of the pages that are there, in their order."""
        asked = []
        for url in urls:
            try:
                asked.append(self.page(url))
            except NotFetched:
                continue
        return asked

    def arrive(self, url: str) -> Page:
        """The page that a reader sees who types the address: also behind a refresh. Raises NotFetched, BlockPage."""
        page = self.page(complete(url))
        for _ in range(_HOPS):
            markup = Markup(page)
            target = Paper().newest(page) if len(markup.anchors) < _SHELL else None
            if not target or registered(host_of(target)) != registered(host_of(page.url)):
                break
            page = self.page(target)
        _refuse(page)
        return page


def complete(url: str) -> str:
    """The address with a scheme. Raises UsageError for what is no web address."""
    whole = url if re.match(r"[a-z][a-z0-9+.-]*:", url, re.I) and not re.match(r"[\w.-]+:\d", url) else f"http://{url}"
    try:
        parts = urlsplit(whole)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not host_of(whole):
        raise UsageError(f"{url!r} is no address of a web page; it begins with http:// or https://")
    return whole if parts.path else parts._replace(path="/").geturl()


def links_of(page: Page, resolve: Resolve = urljoin) -> list[tuple[str, str]]:
    """(address, words) of every link of a page or JSON list that stays with whoever registered its domain."""
    markup = Markup(page, resolve)
    entries = read_json_list(markup.text)
    if entries is None:
        found = [(anchor.url.partition("#")[0], anchor.whole) for anchor in markup.anchors]
    else:
        found = [(markup.absolute(entry.url), entry.title) for entry in entries]
    own = registered(host_of(page.url))
    return [(url, words) for url, words in found if url and registered(host_of(url)) == own]


def _refuse(page: Page) -> None:
    """Raises BlockPage for an answer with status 200 that shows nothing to a crawler."""
    markup = Markup(page)
    if read_json_list(markup.text) is None and len(markup.anchors) < _FEW:
        read_generic(Document(page))
