"""Patience with hosts that ask for it."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from practice_portal import Crawled, Portal
from scrapy import Request
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.settings import Settings

from nnnews.platforms.base import Site
from nnnews.sites import all_sites
from nnnews.spiders.failures import OffsiteError, RetryLaterError
from nnnews.spiders.middlewares import DeclaredHostsMiddleware, PatienceMiddleware, read_retry_after

ROOT = "https://www.gxrd.gov.cn"
NOW = datetime(2026, 3, 5, 1, 0, tzinfo=UTC)


def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    assert read_retry_after("120", NOW) == 120
    assert read_retry_after("Thu, 05 Mar 2026 01:01:30 GMT", NOW) == 90
    assert read_retry_after("Thu, 05 Mar 2026 00:00:00 GMT", NOW) == 0
    assert read_retry_after("soon", NOW) is None


def test_a_busy_host_is_left_alone_as_long_as_it_asks(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    portal.put(f"{ROOT}/", "", 503, Retry_After="1")
    portal.put(f"{ROOT}/", '<a href="/html/xwzx/">新闻中心</a>')
    started = time.monotonic()
    done = crawl("gxrd")
    assert time.monotonic() - started >= 1
    assert portal.urls().count(f"{ROOT}/") == 2
    assert f"{ROOT}/" not in done.problems


def test_more_patience_than_a_run_has_is_refused() -> None:
    patience, request = PatienceMiddleware(Patient()), Request(f"{ROOT}/")  # type: ignore[arg-type]
    patience.process_response(request, Response(request.url, status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(RetryLaterError, match="3600 s of patience"):
        asyncio.run(patience.process_request(request))


def test_a_host_that_stays_busy_is_left_alone_longer_each_time() -> None:
    patience, request = PatienceMiddleware(Patient()), Request(f"{ROOT}/")  # type: ignore[arg-type]
    for _ in range(3):
        patience.process_response(request, Response(request.url, status=503))
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(patience.process_request(request), 0.1))


def test_crawl_delay_spaces_the_requests_of_a_host() -> None:
    async def ask() -> float:
        started = time.monotonic()
        for path in ("a", "b", "c"):
            await patience.process_request(Request(f"{ROOT}/{path}"))
        return time.monotonic() - started

    patience = PatienceMiddleware(Patient())  # type: ignore[arg-type]
    rules = ProtegoRobotParser(b"User-agent: *\nCrawl-delay: 0.2\n", None)
    patience.robots_parsed(rules, Request(f"{ROOT}/robots.txt"))
    assert asyncio.run(ask()) >= 0.4


class Patient:
    """A crawler with nothing but settings."""

    settings = Settings({"USER_AGENT": "nnnews-test"})


class OneSpider:
    """A crawler with nothing but its spider's site."""

    def __init__(self, site: Site | None) -> None:
        self.spider = type("Spider", (), {"site": site})()


def test_no_host_is_asked_that_the_site_does_not_declare() -> None:
    middleware = DeclaredHostsMiddleware(OneSpider(all_sites()["nnnews"]))  # type: ignore[arg-type]
    assert middleware.process_request(Request("http://m.nnnews.net/p/100001.html")) is None
    for url in ("http://www.nnnews.net.example/p/1.html", "http://nnrb.nnnews.net/"):
        with pytest.raises(OffsiteError):
            middleware.process_request(Request(url, dont_filter=True))
