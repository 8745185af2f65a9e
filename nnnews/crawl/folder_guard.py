"""`scrapy crawl` holds the data folder as `nnnews crawl` does. EXTENSIONS: FolderGuard."""

from contextlib import ExitStack
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from nnnews.config import PREFIX, scoped_config
from nnnews.crawl.lock import locked
from nnnews.errors import LockedError

REFUSED = "nnnews/refused"  # in Scrapy's statistics: the exit code


class FolderGuard:
    """Held from the making of the crawler until its spider closes, unless the run holds it (NNNEWS_LOCK).

    Raises LockedError while Scrapy builds the crawler; its command looks into the statistics for the exit code.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool(PREFIX + "LOCK"):
            raise NotConfigured("the run holds the lock")
        self._held = ExitStack()
        try:
            self._held.enter_context(locked(scoped_config(crawler.settings).data))
        except LockedError as error:
            if crawler.stats:
                crawler.stats.set_value(REFUSED, error.exit_code)
            raise
        crawler.signals.connect(self.closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def closed(self) -> None:
        """Another run may begin."""
        self._held.close()
