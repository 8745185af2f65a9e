"""Politeness beyond Scrapy's own: hosts as declared, robots.txt for all, Crawl-delay, Retry-After.

DOWNLOADER_MIDDLEWARES: DeclaredHostsMiddleware 50 in place of OffsiteMiddleware, RobotsMiddleware 100 in place of
RobotsTxtMiddleware, PatienceMiddleware 560, nearer to the network than RetryMiddleware.
"""

import asyncio
import time
from collections import defaultdict
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import uniform
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from nnnews.spiders.failures import OffsiteError, RetryLaterError
from nnnews.spiders.pages import header_of

_BUSY = (429, 503)
_DISALLOW_ALL = b"User-agent: *\nDisallow: /\n"


class DeclaredHostsMiddleware:
    """Nothing is asked of a host that the site does not declare, also not by redirect."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises OffsiteError; a spider without a site (`scrapy fetch`) may go anywhere."""
        site = getattr(self.crawler.spider, "site", None)
        if site and not site.owns(request.url):
            raise OffsiteError(f"{urlparse_cached(request).hostname} is no host of {site.name}")


class RobotsMiddleware(RobotsTxtMiddleware):
    """robots.txt, also for requests that wait for it together, and when it fails.

    Scrapy 2.19 hands the rules to the first request that waits for a robots.txt and lets the others pass. An answer
    5xx forbids everything for this run (RFC 9309, 2.3.1.4).
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The host's rules; one request asks for them, the others wait."""
        async with self._turns[_host(request)]:
            return await super().robot_parser(request)

    def process_response(self, request: Request, response: Response) -> Response:
        """A failed robots.txt as one that disallows all."""
        if response.status < 500 or urlparse_cached(request).path != "/robots.txt":
            return response
        return response.replace(status=200, body=_DISALLOW_ALL)


class PatienceMiddleware:
    """Waits as long as a host asks: Crawl-delay between requests, Retry-After once; else longer each time it is busy.

    A wait beyond NNNEWS_LONGEST_WAIT seconds (300) is not sat out: the host's requests fail with RetryLaterError.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]
        self.longest = crawler.settings.getfloat("NNNEWS_LONGEST_WAIT", 300)
        self.jitter = crawler.settings.getfloat("NNNEWS_JITTER")
        self.back_off = max(1.0, crawler.settings.getfloat("DOWNLOAD_DELAY"))
        self._gaps: dict[str, float] = {}  # host → Crawl-delay
        self._free: dict[str, float] = {}  # host → monotonic time of its next request
        self._busy: dict[str, int] = {}  # host → busy answers in a row

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signal=signals.robots_parsed)
        return middleware

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Notes the Crawl-delay that robots.txt sets for us."""
        delay = robotparser.crawl_delay(self.agent)
        if delay:
            self._gaps[_host(request)] = min(float(delay), self.longest)

    async def process_request(self, request: Request) -> None:
        """Waits for the host's next turn."""
        host, now = _host(request), time.monotonic()
        turn = max(self._free.get(host, now), now)
        if turn - now > self.longest:
            raise RetryLaterError(f"{host} wants {turn - now:.0f} s of patience")
        if gap := self._gaps.get(host):
            self._free[host] = turn + gap
        if turn > now:
            await asyncio.sleep(turn - now)

    def process_response(self, request: Request, response: Response) -> Response:
        """Notes how long a busy host wants to be left alone."""
        host = _host(request)
        if response.status not in _BUSY:
            self._busy.pop(host, None)
            return response
        self._busy[host] = self._busy.get(host, 0) + 1
        wait = read_retry_after(header_of(response, "Retry-After"), datetime.now(UTC))
        pause = max(wait or 0.0, self._busy[host] * self.back_off * uniform(1, 1 + self.jitter))
        self._free[host] = max(self._free.get(host, 0.0), time.monotonic() + pause)
        return response


def read_retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait: the header holds seconds or an HTTP date; None when it holds neither."""
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _host(request: Request) -> str:
    return urlparse_cached(request).netloc
