"""Every answer goes to the archive as it came: lists and robots.txt, redirects, 304s, each 503 that is tried again.

DOWNLOADER_MIDDLEWARES: 999, nearest to the network, where a body still has its content coding.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from nnnews import __version__
from nnnews.archive import Archive, Exchange, Terms
from nnnews.config import Config, scoped_config
from nnnews.platforms.base import Link
from nnnews.storage import shared_store

_users: Counter[Archive] = Counter()  # crawlers that write to it; the last one closes it


class ArchivingMiddleware:
    """Writes what passes. The bytes are in the file before anything read out of them can be stored."""

    def __init__(self, crawler: Crawler) -> None:
        config = scoped_config(crawler.settings)
        if not config.archive:
            raise NotConfigured("archive is off")
        self.stats = crawler.stats
        self.archive = _shared_archive(config, crawler.settings["USER_AGENT"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.request_scheduled, signal=signals.request_scheduled)
        crawler.signals.connect(middleware.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    def spider_opened(self) -> None:
        """One more writes to it."""
        _users[self.archive] += 1

    def spider_closed(self) -> None:
        """The last one closes it."""
        _users[self.archive] -= 1
        if not _users[self.archive]:
            self.archive.close()

    def request_scheduled(self, request: Request) -> None:
        """Most articles are new; the lists are captured many times."""
        if _link_of(request):
            self.archive.expect(request.url)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raises OutputError when the archive cannot be written."""
        if response.url.startswith("http"):
            capture = self.archive.add(_exchange(request, response))
            if self.stats:
                self.stats.inc_value("nnnews/archived")
                self.stats.inc_value("nnnews/archived_bytes", capture.length)
        return response


def _exchange(request: Request, response: Response) -> Exchange:
    link = _link_of(request)
    return Exchange(
        url=response.url,
        status=response.status,
        headers=tuple(_pairs(response)),
        body=response.body,
        fetched=datetime.now(UTC),
        protocol=response.protocol or "HTTP/1.1",
        ip=str(response.ip_address) if response.ip_address else None,
        link_title=link.title if link else "",
    )


def _link_of(request: Request) -> Link | None:
    """The article that is asked for."""
    link = request.cb_kwargs.get("link")
    return link if isinstance(link, Link) else None


def _pairs(response: Response) -> Iterator[tuple[bytes, bytes]]:
    for name, values in response.headers.items():
        yield from ((name, value) for value in values)


@cache
def _shared_archive(config: Config, agent: str) -> Archive:
    """One archive for all spiders of a process."""
    info = {
        "software": f"nnnews/{__version__}",
        "format": "WARC File Format 1.1",
        "http-header-user-agent": agent,
        "robots": "obey",
    }
    age = timedelta(hours=config.archive_hours)
    terms = Terms(config.archive_folder, config.archive_size << 20, age, info)
    return Archive(shared_store(config.database_url), terms)
