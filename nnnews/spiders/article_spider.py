"""Articles are asked for once, read, and their failures handed on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from nnnews.errors import OutputError, PageError
from nnnews.items import Article, Problem
from nnnews.platforms.base import Link, Site
from nnnews.spiders.arguments import read_count, read_day, read_switch
from nnnews.spiders.failures import PostponedError, error_of, name_failure
from nnnews.spiders.memory import Known, Memory, RunMemory, open_memory
from nnnews.spiders.pages import location_of, page_of, validators_of
from nnnews.spiders.recheck import Rechecks, is_front, is_gone
from nnnews.spiders.witnesses import Witnesses

Output = Iterator[Request | Article | Problem]

_REDIRECTS = (301, 302, 303, 307, 308)
_ARTICLES_FIRST, _RECHECKS_LAST = 10, -10
_MOST_HOPS = 5
_MOST_PARTS = 20


class ArticleSpider(Spider):
    """The articles of one site.

    `since` (YYYY-MM-DD) is the oldest day wanted; lists are then read as far back, whatever is known already.
    `limit` is the most articles to ask for. `full` asks again for all that is known, if it has changed.
    """

    site: ClassVar[Site]

    def __init__(
        self, since: str | None = None, limit: str | int | None = None, full: str | bool = False, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.full = read_switch("full", full)
        self.since = read_day("since", since)
        self.limit = read_count("limit", limit)
        self.memory: Memory = RunMemory()
        self.witnesses = Witnesses(self.count)
        self._seen: set[str] = set()
        self.taken: set[str] = set()  # keys of the articles that this run has to read
        self.rechecks = Rechecks()
        self.asked = 0  # how many of them were requested; the limit leaves some to the next run

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """As Scrapy asks for it; the memory is opened with the crawl."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.memory = open_memory(crawler.settings)
        return spider

    def closed(self, reason: str) -> None:  # noqa: ARG002  (Scrapy's signature)
        """What was missed is judged; the hosts and what was not read go back; the memory may go."""
        self._judge_missed()
        self.memory.release(self.site.name, self.settings.getfloat("DOWNLOAD_DELAY"))
        self.memory.close()

    def pending(self, kind: str) -> list[Known]:
        """What earlier runs found and did not read."""
        return [known for known in self.memory.pending(self.site.name) if known.kind == kind]

    def resume_articles(self) -> Iterator[Request]:
        """Requests for the articles that earlier runs left."""
        links = (
            Link(known.key, known.url, day=self.site.published_hint(known.url)) for known in self.pending("article")
        )
        yield from self.follow(self.unseen(links))

    def recheck(self) -> Iterator[Request]:
        """Requests for stored articles that are to be looked at again, behind all that is new; none under a limit."""
        most = 0 if self.limit or self.full else self.settings.getint("NNNEWS_RECHECK_LIMIT")
        for known in self.memory.aged(self.site.name, most) if most else ():
            link = Link(known.key, known.url, known.title)
            self.rechecks.ask(link.key, missed=known.missed)
            self.count("rechecked")
            headers = self.memory.validators(known.url)
            yield self._article_request(link, headers=headers).replace(priority=_RECHECKS_LAST)

    def unseen(self, links: Iterable[Link]) -> list[Link]:
        """Those not met in this run and not known to be too old."""
        return [link for link in links if link.key not in self._seen and not self.is_old(link.day)]

    def follow(self, links: Iterable[Link], found_on: str | None = None) -> Iterator[Request]:
        """Requests for the articles not known yet; what the limit cuts off is written down for the next run."""
        found = {link.key: link for link in links}
        self._seen.update(found)
        self.count("found", len(found))
        validators = {key: self.memory.validators(link.url) for key, link in found.items()} if self.full else {}
        addresses = [Known(link.key, link.url, "article", found_on) for link in found.values()]
        for key in found if self.full else ():
            if self.memory.is_done(key):
                self.rechecks.ask(key)
        due = self.memory.take(addresses, again=self.full)
        self.taken |= due
        for key in (key for key in found if key in due):
            if not self.is_full:
                self.asked += 1
                yield self._article_request(found[key], headers=validators.get(key))

    @property
    def goes_back(self) -> bool:
        """Whether lists are read whole and to their end, whatever is known."""
        return self.full or self.since is not None

    @property
    def is_full(self) -> bool:
        """Whether as many articles were asked for as are wanted."""
        return bool(self.limit) and self.asked >= self.limit

    def is_old(self, day: date | None) -> bool:
        """Whether the day is known, and before the oldest wanted."""
        return bool(self.since and day and day < self.since)

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
            self.witnesses.ask_rules(page, part)
        except PageError as error:
            # Or a notice in place of the article would be "not modified" the next time.
            self.memory.fetched(link.key, page.url, page.status, {})
            yield from self._unread(link, page.url, error.kind, error.reason)
            return
        following = next_part(page)
        if following and len(parts) < _MOST_PARTS and self.site.owns(following):
            yield self._article_request(link, url=following, parts=(*parts, part))
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

    def count(self, name: str, times: int = 1) -> None:
        """That many more of `nnnews/<name>` in Scrapy's statistics."""
        if self.crawler.stats and times:
            self.crawler.stats.inc_value(f"nnnews/{name}", times)

    def problem(self, key: str, url: str, kind: str, reason: str) -> Problem:
        """An address of this site that gave no article."""
        return Problem(key, url, self.site.name, kind, reason)

    def _article_request(
        self, link: Link, url: str = "", headers: Mapping[str, str] | None = None, **kwargs: Any
    ) -> Request:
        return Request(
            url or link.url,
            self.parse_article,
            headers=dict(headers or {}),
            meta={"dont_redirect": True, "handle_httpstatus_list": [304, *_REDIRECTS]},
            errback=self.article_failed,
            priority=_ARTICLES_FIRST,
            cb_kwargs={"link": link, **kwargs},
        )

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
            yield self._article_request(link, url=target, hops=hops + 1)
        else:
            yield from self.follow(self.unseen([replace(link, key=key, url=target)]), response.url)
            self.memory.done(link.key)

    def _finished(self, link: Link, parts: tuple[Article, ...]) -> Output:
        from nnnews.reading import assemble

        self.witnesses.ask_list(parts[0], link)
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
