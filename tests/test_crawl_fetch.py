"""Single pages are asked for as a crawl asks, and the reason why there is none is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nnnews.config import Config
from nnnews.crawl.fetch import Fetcher, fetch
from nnnews.crawl.lock import locked
from nnnews.demo.faults import with_status
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve
from nnnews.errors import LockedError, NotFetched
from nnnews.items import Page

LIST = "http://www.nnnews.net/yaowen/"


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


@pytest.fixture
def config(server: PracticeServer, tmp_path: Path) -> Config:
    return Config(data=tmp_path, delay=0.0, jitter=0.0, loopback=f"127.0.0.1:{server.port}")


def failure(config: Config, url: str) -> tuple[str, str]:
    [answer] = fetch(config, [url])
    assert isinstance(answer, NotFetched)
    return answer.kind, answer.reason


def test_an_answer_for_each_address_in_its_order(config: Config) -> None:
    answers = fetch(config, [LIST, "http://www.nnnews.net/nowhere.html", LIST])
    assert [type(answer) for answer in answers] == [Page, NotFetched, Page]
    assert answers[0].url == LIST + "index.html"  # redirected


def test_pages_are_asked_for_one_after_the_other_and_robots_once(config: Config, server: PracticeServer) -> None:
    before = len(server.log)
    with Fetcher(config) as fetcher:
        fetcher.page(LIST + "index.html")
        fetcher.page("http://www.nnnews.net/xianqu/index.html")
    assert [one.path for one in server.log[before:]] == ["/robots.txt", "/yaowen/index.html", "/xianqu/index.html"]


def test_what_robots_forbid_is_not_asked_for(config: Config, server: PracticeServer) -> None:
    assert failure(config, "http://www.nnnews.net/zhuanti/index.html") == ("robots", "Forbidden by robots.txt")
    assert "/zhuanti/index.html" not in [one.path for one in server.log]


def test_the_status_of_a_refusal_is_its_kind(config: Config, server: PracticeServer) -> None:
    server.faults.set("www.nanning.gov.cn", with_status(403))
    assert failure(config, "https://www.nanning.gov.cn/") == ("http-403", "the server answers 403 Forbidden")
    server.faults.clear("www.nanning.gov.cn")


def test_a_private_address_is_refused_and_named(config: Config, server: PracticeServer) -> None:
    kind, reason = failure(replace(config, loopback=""), f"http://127.0.0.1:{server.port}/")
    assert (kind, "private_hosts" in reason) == ("private-address", True)


def test_the_archive_keeps_the_answer_and_the_store_no_article(config: Config) -> None:
    fetch(config, [LIST])
    assert list(config.archive_folder.glob("*.warc.gz"))
    with Fetcher(replace(config, archive=False, data=config.data / "none")):
        assert not (config.data / "none").exists()


def test_a_folder_that_a_crawl_holds_is_left_to_it(config: Config) -> None:
    with locked(config.data), pytest.raises(LockedError):
        fetch(config, [LIST])
