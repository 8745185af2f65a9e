"""What Scrapy logs of each page. LOG_FORMATTER: PageLogFormatter."""

import logging
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure


class PageLogFormatter(LogFormatter):
    """Two lines a page at level DEBUG, made only when somebody reads them: Scrapy's root logger lets all through."""

    def __init__(self, level: str | int) -> None:
        number = level if isinstance(level, int) else logging.getLevelNamesMapping().get(level.upper(), logging.DEBUG)
        self.is_read = number <= logging.DEBUG

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler.settings["LOG_LEVEL"])

    def crawled(self, request: Request, response: Response, spider: Spider) -> LogFormatterResult:
        """None when nobody reads it, which Scrapy's type does not tell."""
        return super().crawled(request, response, spider) if self.is_read else None  # type: ignore[return-value]

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """The same."""
        return super().scraped(item, response, spider) if self.is_read else None  # type: ignore[return-value]
