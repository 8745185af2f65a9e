"""One machine a host: a site is crawled while its hosts are held, and by nobody else meanwhile.

SPIDER_MIDDLEWARES: LeaseMiddleware, outermost. While it crawls it renews the lease; a machine that died loses its
hosts when the lease runs out, and whoever waits for them goes on.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler

from nnnews.spiders.article_spider import ArticleSpider
from nnnews.spiders.stopping import stop

_LOOK = 1.0  # seconds between two looks at a host that another machine holds


class LeaseMiddleware:
    """Nothing is asked before the hosts are held; what another machine has crawled to its end is not crawled again."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.term = crawler.settings.getfloat("NNNEWS_LEASE", 120)
        self._renewal: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """The spider's first requests, once its hosts are held."""
        spider = self.crawler.spider
        if isinstance(spider, ArticleSpider) and spider.site.hosts and not spider.site.dead:
            if not await self._hold(spider):
                spider.count("elsewhere")
                return
            self._renewal = asyncio.create_task(self._renew(spider))
        async for request in start:
            yield request

    def spider_closed(self) -> None:
        """The memory gives the hosts back when it is closed."""
        if self._renewal:
            self._renewal.cancel()

    async def _hold(self, spider: ArticleSpider) -> bool:
        """Waits for another machine; False when it has crawled the site to its end."""
        hosts, memory = spider.site.hosts, spider.memory
        while not memory.hold(hosts):
            await asyncio.sleep(min(_LOOK, self.term / 4))
            if memory.is_done_elsewhere(hosts, spider.site.name):
                return False
        return True

    async def _renew(self, spider: ArticleSpider) -> None:
        while True:
            await asyncio.sleep(self.term / 4)
            if not spider.memory.renew():
                stop(self.crawler, "lease lost")
                return
