"""What a run may ask: hosts that it holds, as many requests as are set, in the hours that are set.

DOWNLOADER_MIDDLEWARES: 570, so that a request which has waited is looked at when it has. What is refused stays in the
memory as it is and is due in the next run.
"""

from datetime import datetime, time
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from nnnews.hours import Hours
from nnnews.items import SHANGHAI
from nnnews.spiders.failures import PostponedError
from nnnews.spiders.stopping import stop

_LIMIT = "request limit"


class AllowanceMiddleware:
    """Ends the crawl of the site when the run may ask no more; the finish reason says why."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most = crawler.settings.getint("NNNEWS_REQUEST_LIMIT")
        self.hours = Hours.read(crawler.settings.get("NNNEWS_HOURS", ""))
        self._asked = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises PostponedError. That nothing is left for rechecks, which come last, is no failure."""
        if refusal := self._refusal():
            if request.priority < 0 and refusal == _LIMIT:
                raise PostponedError(refusal)
            stop(self.crawler, refusal)
            raise PostponedError(refusal)
        self._asked += 1

    def _refusal(self) -> str | None:
        """A spider that is not of a site (`scrapy fetch`) holds nothing."""
        memory = getattr(self.crawler.spider, "memory", None)
        if memory and not memory.is_held:
            return "lease lost"
        if self.most and self._asked >= self.most:
            return _LIMIT
        return None if self.hours.include(_now()) else "outside hours"


def _now() -> time:
    return datetime.now(SHANGHAI).time()
