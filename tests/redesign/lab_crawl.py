"""A crawl of a practice portal without network and clock: the project's own spiders, steps and counters, one by one.

What Scrapy does between spider and server is done here in a loop; a page that was read before is not read again, since
the same bytes give the same article.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import heappop, heappush
from types import SimpleNamespace
from typing import Any, Protocol
from unittest.mock import patch
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from nnnews import extract, reading
from nnnews.crawl.report import SiteReport, report
from nnnews.demo.web import Answer
from nnnews.errors import PageError
from nnnews.items import Article, Page, Problem
from nnnews.platforms.base import Links, Site
from nnnews.spiders.loader import spider_for
from nnnews.spiders.memory import Known, RunMemory
from nnnews.tally import Tally

_STEPS = (reading.check, reading.strip, reading.credit)  # what the counters can see


class Web(Protocol):
    """What answers: a portal, or one that makes it noisy. None is an answer that never came."""

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer | None:
        """The answer to GET."""


class Stats(dict[str, Any]):
    """As Scrapy's collector counts."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] = self.get(key, 0) + count

    def max_value(self, key: str, value: Any) -> None:
        self[key] = max(self.get(key, value), value)


class News(RunMemory):
    """As if all had been read before but what is `fresh`; of that, `known` is to be asked for again."""

    def __init__(self, fresh: frozenset[str], known: Sequence[Known] = ()) -> None:
        super().__init__()
        self.fresh, self.known = fresh, known

    def aged(self, site: str, most: int) -> Sequence[Known]:  # noqa: ARG002  (the protocol's signature)
        """What is known."""
        return self.known

    def is_done(self, key: str) -> bool:
        """Everything that is not fresh."""
        return key not in self.fresh or super().is_done(key)


class Reader:
    """Reads each page once."""

    def __init__(self) -> None:
        self.read: dict[tuple[Any, ...], Any] = {}
        self._extract, self._disagreements = extract.extract, extract.disagreements

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What was made of it the first time, or the error."""
        if key not in self.read:
            try:
                self.read[key] = make()
            except PageError as error:
                self.read[key] = error
        if isinstance(self.read[key], PageError):
            raise self.read[key]
        return self.read[key]

    @contextmanager
    def installed(self) -> Iterator[None]:
        """In place of what the spiders call."""
        whole = Site.links

        def links(site: Site, page: Page) -> Links:
            return self.once(("links", page.url, page.body), lambda: whole(site, page))

        with (
            patch.object(extract, "extract", self.article),
            patch.object(extract, "disagreements", self.disagreements),
            patch.object(Site, "links", links),
        ):
            yield

    def article(self, page: Page, site: Site | None = None) -> Article:
        """As nnnews.extract.extract."""
        return self.once(("extract", page.url, page.body), lambda: self._extract(page, site))

    def disagreements(self, page: Page, article: Article) -> tuple[str, ...]:
        """As nnnews.extract.disagreements."""
        return self.once(("doubt", page.url, page.body), lambda: self._disagreements(page, article))

    def refined(self, article: Article) -> Article:
        """After the steps that change what is counted."""

        def make() -> Article:
            done = article
            for step in _STEPS:
                done = step(done)
            return done

        return self.once(("refined", article), make)


class Crawl:
    """One site in one run."""

    def __init__(self, site: Site, web: Web, news: News, reader: Reader) -> None:
        self.site, self.web, self.reader = site, web, reader
        self.stats = Stats()
        self.tally = Tally(self.stats)
        self.spider: Any = spider_for(site)()
        self.spider.memory = news
        self.spider.settings = Settings({"NNNEWS_RECHECK_LIMIT": 100})
        self.spider.crawler = SimpleNamespace(stats=self.stats, engine=self)
        self._waiting: list[tuple[int, int, Request]] = []
        self._number = 0

    def run(self) -> SiteReport:
        """To its end, and what came of it."""
        with self.reader.installed():
            asyncio.run(self._start())
            while self._waiting:
                self._take(heappop(self._waiting)[2])
        self.stats["finish_reason"] = "finished"
        return report(self.site.name, self.stats, ended=True)

    async def _start(self) -> None:
        async for item in self.spider.start():
            self._put(item)

    async def download_async(self, request: Request) -> HtmlResponse:
        """As Scrapy's engine does for the spider of a paper; redirects are followed."""
        response = self._fetch(request)
        if isinstance(response, Exception):
            raise response
        return response

    def _put(self, item: Request | Article | Problem) -> None:
        if isinstance(item, Request):
            self._number += 1
            heappush(self._waiting, (-item.priority, self._number, item))
            return
        if isinstance(item, Article):
            try:
                item = self.reader.refined(item)
            except PageError as error:
                item = Problem(item.key, error.url, item.site or "", error.kind, error.reason)
        if item.key in self.spider.rechecks:
            return
        self.tally.add(item)
        self.stats.inc_value("nnnews/new" if isinstance(item, Article) else f"nnnews/problem/{item.kind}")

    def _take(self, request: Request) -> None:
        response = self._fetch(request)
        allowed = request.meta.get("handle_httpstatus_list", [])
        if isinstance(response, HtmlResponse) and response.status != 200 and response.status not in allowed:
            response = HttpError(response)
        if isinstance(response, Exception):
            failure = Failure(response)
            failure.request = request  # type: ignore[attr-defined]
            output = request.errback(failure) if request.errback else ()
        else:
            output = request.callback(response, **request.cb_kwargs) if request.callback else ()
        for item in output or ():
            self._put(item)

    def _fetch(self, request: Request, first: str = "") -> HtmlResponse | Exception:
        self.stats.inc_value("downloader/request_count")
        parts = urlsplit(request.url)
        answer = self.web.answer(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), {})
        if answer is None:
            self.stats.inc_value("downloader/exception_type_count/scrapy.exceptions.DownloadTimeoutError")
            return DownloadTimeoutError("no answer")
        self.stats.inc_value(f"downloader/response_status_count/{answer.status}")
        location = answer.headers.get("Location")
        if location and not request.meta.get("dont_redirect") and not first.count("\n") > 5:
            target = request.replace(url=urljoin(request.url, location))
            target.meta.setdefault("redirect_urls", [request.url])
            return self._fetch(target, f"{first}\n")
        return HtmlResponse(request.url, answer.status, dict(answer.headers), answer.body, request=request)
