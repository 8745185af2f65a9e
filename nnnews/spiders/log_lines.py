"""What is logged of each page. LOG_FORMATTER: LogLines."""

from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.logformatter import LogFormatter


class LogLines(LogFormatter):
    """Scrapy's own lines; those of each request and each article are made only where they are shown (SAVED ms a page)."""

    def __init__(self, verbose: bool = True) -> None:
        self.verbose = verbose

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler.settings["LOG_LEVEL"] == "DEBUG")

    def crawled(self, *args: Any) -> Any:
        """None: no line. Scrapy logs it at DEBUG."""
        return super().crawled(*args) if self.verbose else None

    def scraped(self, *args: Any) -> Any:
        """As `crawled`."""
        return super().scraped(*args) if self.verbose else None
