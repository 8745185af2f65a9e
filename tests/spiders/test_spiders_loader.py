"""Scrapy's commands find the spiders."""

import subprocess
import sys

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.utils.spider import spidercls_for_request

from nnnews.errors import UsageError
from nnnews.sites import all_sites
from nnnews.spiders.epaper import EpaperSpider
from nnnews.spiders.loader import SiteSpiderLoader, spider_for
from nnnews.spiders.news import NewsSpider

LOADER = SiteSpiderLoader.from_settings(Settings())


def test_every_site_has_a_spider_of_its_name() -> None:
    assert LOADER.list() == list(all_sites())
    assert [LOADER.load(name).name for name in LOADER.list()] == LOADER.list()


def test_a_paper_is_crawled_by_issues_and_a_news_site_by_columns() -> None:
    assert issubclass(LOADER.load("nnrb"), EpaperSpider)
    assert issubclass(LOADER.load("nnnews"), NewsSpider)


def test_an_unknown_name_is_a_key_error_as_scrapy_expects() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        LOADER.load("nowhere")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://m.nnnews.net/p/100001.html", "nnnews"),
        ("http://nnrb.nnnews.net/", "nnrb"),
        ("http://news.gxnews.com.cn/staticmores/510/46510-1.shtml", "gxnews"),
    ],
)
def test_an_address_finds_its_spider(url: str, name: str) -> None:
    spider = spidercls_for_request(LOADER, Request(url))
    assert spider is not None
    assert spider.name == name
    assert LOADER.find_by_request(Request("http://elsewhere.example/")) == []


def test_a_spider_counts_as_part_of_its_site_file() -> None:
    assert spider_for(all_sites()["gxrd"]).__module__ == "nnnews.sites.gxrd"


@pytest.mark.parametrize("argument", [{"since": "gestern"}, {"limit": "many"}, {"limit": "-1"}])
def test_a_wrong_argument_is_named(argument: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(argument))):
        spider_for(all_sites()["nnnews"])(**argument)


def test_scrapy_list_prints_the_sites() -> None:
    command = [
        sys.executable,
        "-m",
        "scrapy",
        "list",
        "-s",
        "SPIDER_LOADER_CLASS=nnnews.spiders.loader.SiteSpiderLoader",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == list(all_sites())
