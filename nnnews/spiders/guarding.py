"""What cannot be written ends the crawl: it would fetch pages only to lose them. EXTENSIONS: WriteGuard."""

from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from nnnews.errors import OutputError
from nnnews.spiders.stopping import stop


class WriteGuard:
    """The store or the archive failed: `nnnews/unwritten` says how, and the crawl ends."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        guard = cls(crawler)
        for signal in (signals.spider_error, signals.item_error):
            crawler.signals.connect(guard.failed, signal=signal)
        return guard

    def failed(self, failure: Failure) -> None:
        """Other failures are counted by Scrapy."""
        if isinstance(failure.value, OutputError) and self.crawler.stats:
            self.crawler.stats.set_value("nnnews/unwritten", str(failure.value))
            stop(self.crawler, "unwritten")
