"""Articles are read, and their failures handed on."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from nnnews.errors import OutputError, PageError
from nnnews.items import Article, Problem
from nnnews.platforms.base import Link
from nnnews.spiders.asking_spider import AskingSpider
from nnnews.spiders.failures import PostponedError, error_of, name_failure
from nnnews.spiders.pages import location_of, page_of, validators_of
from nnnews.spiders.recheck import is_front, is_gone

Output = Iterator[Request | Article | Problem]

_REDIRECTS = (301, 302, 303, 307, 308)
_ARTICLES_FIRST = 10
_MOST_HOPS = 5
_MOST_PARTS = 20


class ArticleSpider(AskingSpider):
    """The articles of one site."""

    def closed(self, reason: str) -> None:
        """What was missed is judged first."""
        self._judge_missed()
        super().closed(reason)

    def article_request(
        self, link: Link, url: str = "", headers: Mapping[str, str] | None = None, **kwargs: Any
    ) -> Request:
        """Redirects come back here, and "not modified" does."""
        return Request(
            url or link.url,
            self.parse_article,
            headers=dict(headers or {}),
            meta={"dont_redirect": True, "handle_httpstatus_list": [304, *_REDIRECTS]},
            errback=self.article_failed,
            priority=_ARTICLES_FIRST,
            cb_kwargs={"link": link, **kwargs},
        )

    def parse_article(self, response: Response, link: Link, parts: tuple[Article, ...] = (), hops: int = 0) -> Output:
        """The article, with its further parts; where the address leads elsewhere, what is there."""
        if response.status == 304:
            self._unchanged(link)
            return
        if response.status in _REDIRECTS:
            yield from self._redirected(response, link, hops)
            return
        from nnnews.extract import extract, next_part  # most runs of a day find nothing new to read

        page = page_of(response)
        # A validator stands for one page: of an article on several, the first is always asked for.
        self.memory.fetched(link.key, page.url, page.status, {} if parts else validators_of(page))
        try:
            part = extract(page, self.site)
            if link.key not in self.rechecks:
                self.witnesses.ask_rules(page, part)
        except PageError as error:
            # Or a notice in place of the article would be "not modified" the next time.
            self.memory.fetched(link.key, page.url, page.status, {})
            yield from self._unread(link, page.url, error.kind, error.reason)
            return
        following = next_part(page)
        if following and len(parts) < _MOST_PARTS and self.site.owns(following):
            yield self.article_request(link, url=following, parts=(*parts, part))
        else:
            yield from self._finished(link, (*parts, part))

    def article_failed(self, failure: Failure) -> Output:
        """The address is a problem; of a long article what is there already is kept."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error, link, parts = error_of(failure), request.cb_kwargs["link"], request.cb_kwargs.get("parts", ())
        if isinstance(error, PostponedError):
            return
        if isinstance(error, OutputError):
            raise error
        kind, reason = name_failure(error)
        if parts:
            problems = (*parts[0].problems, f"part {len(parts) + 1}: {reason}")
            yield from self._finished(link, (replace(parts[0], problems=problems), *parts[1:]))
        else:
            if isinstance(error, HttpError):
                self.memory.fetched(link.key, request.url, error.response.status, {})
            yield from self._unread(link, request.url, kind, reason)

    def _redirected(self, response: Response, link: Link, hops: int) -> Output:
        """Followed here and not by Scrapy, which would forget the first address when the second is known."""
        target = location_of(response)
        key = self.site.article_key(target)
        if not key or hops >= _MOST_HOPS:
            reason = f"leads to {target}, no article here"
            if link.key in self.rechecks and is_front(self.site, target):
                self.rechecks.miss(link.key, reason)
            else:
                yield self.problem(link.key, response.url, f"http-{response.status}", reason)
        elif key == link.key:
            yield self.article_request(link, url=target, hops=hops + 1)
        else:
            yield from self.follow(self.unseen([replace(link, key=key, url=target)]), response.url)
            self.memory.done(link.key)

    def _finished(self, link: Link, parts: tuple[Article, ...]) -> Output:
        from nnnews.reading import assemble

        if link.key not in self.rechecks:
            self.witnesses.ask_list(parts[0], link)
        elif self.rechecks.had_layout(link.key):
            self.witnesses.ask_store(parts[0])
        article = assemble(parts, link, self.site)
        if self.is_old(article.published.date() if article.published else None):
            self.count("older")
        elif self.site.unwanted(article.title or ""):
            self.count("unwanted")
            self.memory.done(link.key)
        else:
            self.rechecks.stood()
            yield article

    def _unchanged(self, link: Link) -> None:
        """That a known article stands says nothing of the lists: it is counted apart."""
        self.count("unchanged" if self.full or link.key not in self.rechecks else "recheck/unchanged")
        self.rechecks.stood()
        self.count("restored", self.memory.stands(link.key))

    def _unread(self, link: Link, url: str, kind: str, reason: str) -> Output:
        """A problem, unless it says that a stored article is gone: that is judged when the crawl ends."""
        if link.key in self.rechecks and is_gone(kind, reason):
            self.rechecks.miss(link.key, f"{kind}: {reason}")
        else:
            yield self.problem(link.key, url, kind, reason)

    def _judge_missed(self) -> None:
        missed, believed = self.rechecks.missed, not self.rechecks.is_outage
        if not believed:
            self.logger.warning("%s: %d articles are missed at once; the site is out of order", self.name, len(missed))
            self.count("outage")
        if missed:
            self.count("missed", len(missed))
            self.count("withdrawn", self.memory.missed(missed, believed=believed))
