"""Single pages for a person at work, asked for as a crawl would ask: robots.txt, delays, no private addresses, archive.

Nothing goes into the article store. Scrapy's reactor runs in a thread of its own until the process ends, so that
pages can be asked for one after the other, each in the light of the last, with one start of Scrapy.

    with Fetcher(config) as fetcher:
        page = fetcher.page(url)                # raises NotFetched
        answers = fetcher.fetch(urls)           # a Page or a NotFetched for each, in their order
"""

import asyncio
from collections.abc import Coroutine, Iterable
from concurrent.futures import Future
from contextlib import ExitStack
from functools import cache
from threading import Thread
from typing import Any, Self, TypeVar

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DontCloseSpider
from scrapy.robotstxt import RobotParser
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging
from scrapy.utils.misc import load_object
from scrapy.utils.reactor import install_reactor

from nnnews.config import PREFIX, Config
from nnnews.crawl.lock import locked
from nnnews.errors import NnnewsError, NotFetched
from nnnews.items import Page
from nnnews.platforms.addresses import host_of
from nnnews.settings import ASYNCIO_EVENT_LOOP, configured, project_settings
from nnnews.spiders.failures import name_failure, name_status
from nnnews.spiders.pages import page_of
from nnnews.spiders.resolving import PublicResolver, refusal

Answer = Page | NotFetched
_Result = TypeVar("_Result")
_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
_OWN = {
    "ITEM_PIPELINES": {},  # nothing is stored
    "SPIDER_MIDDLEWARES": {},
    PREFIX + "LOCK": False,
    PREFIX + "PUBLISH": False,
    PREFIX + "HOURS": "",  # a person waits for the page
    "LOG_ENABLED": False,
}


def fetch(config: Config, urls: Iterable[str]) -> tuple[Answer, ...]:
    """A Page or the reason why there is none, for each address in its order. Raises LockedError."""
    with Fetcher(config) as fetcher:
        return fetcher.fetch(urls)


class Fetcher:
    """Context manager. With an archive it holds the data folder as a crawl does: one writes, one asks a host."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._held = ExitStack()
        self._rules: dict[str, RobotParser] = {}
        self._crawler: Crawler
        self._ended: asyncio.Future[None]

    def __enter__(self) -> Self:
        """Raises LockedError when another run holds the data folder."""
        with ExitStack() as stack:
            if self.config.archive:
                stack.enter_context(locked(self.config.data))
            _wait_for(self._open())
            self._held = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        with self._held:
            _wait_for(self._close())

    def fetch(self, urls: Iterable[str]) -> tuple[Answer, ...]:
        """A Page or the reason why there is none, for each address in its order."""
        return tuple(_wait_for(self._answer(url)) for url in urls)

    def page(self, url: str) -> Page:
        """The page, whose address is the one after redirects. Raises NotFetched."""
        answer = _wait_for(self._answer(url))
        if isinstance(answer, NotFetched):
            raise answer
        return answer

    def crawl_delay(self, url: str) -> float | None:
        """What robots.txt of the host asks for; None when it asks for nothing or was not read yet."""
        rules = self._rules.get(host_of(url))
        return rules.crawl_delay(str(self._crawler.settings["USER_AGENT"])) if rules else None

    async def _open(self) -> None:
        from twisted.internet import reactor  # it is the one that runs

        self._crawler = crawler = Crawler(_PageSpider, _settings(self.config))
        PublicResolver.from_crawler(crawler, reactor).install_on_reactor()
        opened = asyncio.get_running_loop().create_future()
        crawler.signals.connect(lambda: opened.set_result(None), signals.spider_opened, weak=False)
        crawler.signals.connect(self._keep_rules, signals.robots_parsed)
        self._ended = asyncio.ensure_future(crawler.crawl_async())
        await asyncio.wait((opened, self._ended), return_when=asyncio.FIRST_COMPLETED)
        if self._ended.done():
            self._ended.result()

    async def _close(self) -> None:
        if self._crawler.engine and self._crawler.engine.spider:
            await self._crawler.engine.close_spider_async(reason="finished")
        await self._ended

    def _keep_rules(self, robotparser: RobotParser, request: Request) -> None:
        self._rules[host_of(request.url)] = robotparser

    async def _answer(self, url: str) -> Answer:
        engine = self._crawler.engine
        if not engine or not engine.spider:
            return NotFetched(url, "postponed", "the ceiling of requests is reached")
        try:
            response = await engine.download_async(Request(url))
        except NnnewsError:
            raise
        except Exception as error:
            return _failure(url, error)
        if response.status >= 300:
            kind, phrase = name_status(response.status)
            return NotFetched(url, kind, f"the server answers {response.status} {phrase}")
        return page_of(response)


class _PageSpider(Spider):
    """Has no requests of its own, and stays open until it is closed."""

    name = "page"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.stay, signals.spider_idle)
        return spider

    def stay(self) -> None:
        """Raises DontCloseSpider, as Scrapy wants it said."""
        raise DontCloseSpider


def _failure(url: str, error: Exception) -> NotFetched:
    if isinstance(error, CannotResolveHostError) and (reason := refusal(host_of(url))):
        return NotFetched(url, "private-address", reason)
    return NotFetched(url, *name_failure(error))


def _settings(config: Config) -> Settings:
    settings = project_settings()
    settings.update({**configured(config), **_OWN}, priority="cmdline")
    return settings


def _wait_for(work: Coroutine[Any, Any, _Result]) -> _Result:
    return asyncio.run_coroutine_threadsafe(work, _loop()).result()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The event loop that the reactor runs on."""
    configure_logging({"LOG_ENABLED": False})
    started: Future[asyncio.AbstractEventLoop] = Future()
    Thread(target=_run, args=(started,), name="reactor", daemon=True).start()
    return started.result()


def _run(started: Future[asyncio.AbstractEventLoop]) -> None:
    # Or Scrapy would make one of asyncio's own before it, and leave that open.
    asyncio.set_event_loop(load_object(ASYNCIO_EVENT_LOOP)())
    install_reactor(_REACTOR, ASYNCIO_EVENT_LOOP)
    from twisted.internet import reactor  # importing it chooses the reactor, which is Scrapy's to do

    reactor.callWhenRunning(started.set_result, asyncio.get_event_loop())
    reactor.run(installSignalHandlers=False)  # type: ignore[misc, call-arg]  # Twisted's stub is of an interface
