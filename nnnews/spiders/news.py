"""A news site: columns → articles, page by page until a page brings nothing new."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response

from nnnews.spiders.article_spider import Output
from nnnews.spiders.pages import asked_of, page_of
from nnnews.spiders.site_spider import SiteSpider

_SEARCHED = "人大"


class NewsSpider(SiteSpider):
    """Declared lists, columns about congresses that they link to, and the site's own search."""

    async def start(self) -> AsyncIterator[Any]:
        """What earlier runs left, then the lists."""
        if self.site.dead:
            self.logger.warning("%s: %s", self.name, self.site.dead)
            self.count("dead")
            return
        for request in (*self.resume_articles(), *self._first_lists(), *self._resume_lists(), *self.recheck()):
            yield request

    def parse_list(self, response: Response, number: int = 1, expected: bool = True, **_: Any) -> Output:
        """Articles, then the columns that a declared list leads to, then the next page.

        All is written down before the first of it is asked for: a run that is killed while it reads the articles
        of this page must not hide the next one from the run after it, to which they are known.
        """
        if response.status == 304:
            self.keep_list(response)
            return
        links = self.site.links(page_of(response))
        if not links.articles and not links.lists and (reason := self.refusal(response)):
            self.count("lists_failed")
            yield self.problem(self.list_key(asked_of(response)), response.url, "blocked", reason)
            return
        self.count("links", len(links.articles))
        if number == 1:
            self.witnesses.note_list(asked_of(response), len(links.articles))
        fresh = self.unseen(links.articles)
        output: list[Any] = [*self.follow(fresh, response.url)]
        if number == 1 and expected:
            output += (request for url in links.lists for request in self.follow_list(url, expected=False))
            if not links.articles and not links.lists:
                output += [self.problem(self.list_key(response.url), response.url, "empty-list", "leads to no article")]
        # Another list of this run may have been first to name them; they are new all the same.
        if any(link.key in self.taken for link in links.articles) or (self.goes_back and fresh):
            output += self._next_pages(links.pages, number)
        self.keep_list(response)
        yield from output

    def _first_lists(self) -> Iterator[Request]:
        for url in self.site.lists:
            yield from self.follow_list(url)
        if search := self.site.search_url(_SEARCHED):
            yield from self.follow_list(search, expected=False)

    def _resume_lists(self) -> Iterator[Request]:
        for known in self.pending("list"):
            yield from self.follow_list(known.url, number=2, expected=False)

    def _next_pages(self, urls: tuple[str, ...], number: int) -> Iterator[Request]:
        """Nothing past the ceiling of pages in a column."""
        for url in urls if number < self.settings.getint("NNNEWS_PAGE_LIMIT", 20) else ():
            yield from self.follow_list(url, number=number + 1, expected=False)
