"""What a site may declare, and what it gets for nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from urllib.parse import quote, urljoin, urlsplit

from nnnews.items import Page
from nnnews.platforms.addresses import ArticleURL, clean_url, host_of, read_url_day, resolve_rooted
from nnnews.platforms.json_list import Entry, read_json_list
from nnnews.platforms.markup import Anchor, Markup
from nnnews.platforms.nearby import find_days
from nnnews.platforms.paging import next_number, next_pages

_LONGEST_COLUMN = 12  # characters of a navigation link; a longer one is a headline


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of one article template stand, as CSS selectors (`::text` and `::attr()` allowed).

    `body` is the container: all text below it counts, less what `drop` selects. An empty selector means that
    the common rules find the field. `info` is a bar that holds several labelled fields (来源：… 时间：…).
    `until` is the last day on which the site used the template.
    """

    name: str
    body: str
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    published: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    info: str = ""
    drop: str = ""
    until: date | None = None


def dated(layouts: Iterable[Layout], until: date, *names: str) -> tuple[Layout, ...]:
    """The layouts of a platform for a site that used those named until that day."""
    return tuple(replace(one, until=until) if one.name in names else one for one in layouts)


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a list leads to. `day` is the day its address or the list tells."""

    key: str
    url: str
    title: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What a list leads to: articles, other lists (columns, sheets), and where it goes on itself."""

    articles: tuple[Link, ...] = ()
    lists: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


class Site:
    """One site. A platform declares what several share, a site what differs.

    `hosts` beginning with a dot stand for all their subdomains. `list_urls` matches the paths of columns, where they
    can be told; else `column_words` in a navigation link tell them. `skip` matches titles that lead to no article.
    `rooted_links`: its addresses lack the leading slash that they mean (`html/art7.html` on a page below /html/).
    `numbering` are the numbers that page 2 of a list may bear (see paging). `search` holds `{words}`, which is
    percent-encoded in `search_charset`. `daily` is an ordinary day's number of articles; `dead` says why a site
    answers no more.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    hosts: ClassVar[tuple[str, ...]] = ()
    lists: ClassVar[tuple[str, ...]] = ()
    article_urls: ClassVar[tuple[ArticleURL, ...]] = ()
    list_urls: ClassVar[re.Pattern[str] | None] = None
    layouts: ClassVar[tuple[Layout, ...]] = ()
    column_words: ClassVar[tuple[str, ...]] = ("人大",)
    rooted_links: ClassVar[bool] = False
    numbering: ClassVar[tuple[int, ...]] = (1, 2)
    skip: ClassVar[re.Pattern[str] | None] = None
    search: ClassVar[str] = ""
    search_charset: ClassVar[str] = "utf-8"
    daily: ClassVar[float] = 1.0
    dead: ClassVar[str] = ""

    def owns(self, url: str) -> bool:
        """Whether the address is on one of the site's hosts, whatever the port."""
        return self.has_host(host_of(url))

    def has_host(self, host: str) -> bool:
        """Whether the host, in small letters, is one of the site's."""
        return host in self.hosts or any(own.startswith(".") and f".{host}".endswith(own) for own in self.hosts)

    def article_key(self, url: str) -> str | None:
        """`<site>/<id>`, one for all addresses of an article; None when the address is no article of the site."""
        if not self.owns(url):
            return None
        ids = (kind.article_id(url) for kind in self.article_urls)
        return next((f"{self.name}/{found}" for found in ids if found), None)

    def published_hint(self, url: str) -> date | None:
        """The day that the article's address tells, if it does."""
        matches = (kind.match(url) for kind in self.article_urls)
        return next((read_url_day(found.groupdict()) for found in matches if found), None)

    def canonical(self, url: str) -> str:
        """The address without what only tells where a reader came from."""
        return clean_url(url)

    def search_url(self, words: str) -> str:
        """Where the site's own search answers; empty when it has none."""
        return self.search.format(words=quote(words, encoding=self.search_charset)) if self.search else ""

    def resolve(self, base: str, href: str) -> str:
        """The absolute address that the site means by `href`."""
        return resolve_rooted(base, href) if self.rooted_links else urljoin(base, href)

    def unwanted(self, title: str) -> bool:
        """Whether a link of this title leads to no article."""
        return bool(self.skip and self.skip.fullmatch(title))

    def links(self, page: Page) -> Links:
        """What a list page, or the JSON behind its "load more" button, leads to."""
        markup = Markup(page, self.resolve)
        entries = read_json_list(markup.text)
        return self._markup_links(markup) if entries is None else self._json_links(markup, entries)

    def _markup_links(self, markup: Markup) -> Links:
        return Links(self._articles(markup), self._columns(markup), self.next_pages(markup))

    def _json_links(self, markup: Markup, entries: Iterable[Entry]) -> Links:
        found = {self.article_key(url := markup.absolute(entry.url)): (url, entry) for entry in entries}
        articles = (
            Link(key, url, entry.title, self.published_hint(url) or entry.day)
            for key, (url, entry) in found.items()
            if key and not self.unwanted(entry.title)
        )
        return Links(tuple(articles), (), self.next_pages(markup) or next_number(markup.url) if found else ())

    def next_pages(self, markup: Markup) -> tuple[str, ...]:
        """Addresses that may hold the list's next page."""
        return tuple(url for url in next_pages(markup, self.numbering) if self.owns(url))

    def _articles(self, markup: Markup) -> tuple[Link, ...]:
        """One link an article, under the longest title not cut short."""
        best: dict[str, Anchor] = {}
        keys = {}
        for anchor in markup.anchors:
            if key := self.article_key(anchor.url):
                keys[anchor.element] = key
                best[key] = max(best.get(key, anchor), anchor, key=_title_rank)
        days = find_days(keys)
        return tuple(
            Link(key, anchor.url, anchor.whole, self.published_hint(anchor.url) or days.get(key))
            for key, anchor in best.items()
            if self.wants(anchor)
        )

    def wants(self, anchor: Anchor) -> bool:
        """Whether the best anchor of an article is worth following."""
        return not self.unwanted(anchor.whole)

    def _columns(self, markup: Markup) -> tuple[str, ...]:
        urls = (anchor.url.partition("#")[0] for anchor in markup.anchors if self._is_column(anchor))
        return tuple(url for url in dict.fromkeys(urls) if url != markup.url)

    def _is_column(self, anchor: Anchor) -> bool:
        """The words are looked at first: most links of a list are articles."""
        called = len(anchor.text) <= _LONGEST_COLUMN and any(word in anchor.text for word in self.column_words)
        if not called and not (self.list_urls and self.list_urls.fullmatch(urlsplit(anchor.url).path)):
            return False
        return self.owns(anchor.url) and not self.article_key(anchor.url)


def _title_rank(anchor: Anchor) -> tuple[bool, bool, int]:
    """A title not cut short goes before a cut one, words before none, long before short."""
    return bool(anchor.whole), not anchor.is_cut, len(anchor.whole)
