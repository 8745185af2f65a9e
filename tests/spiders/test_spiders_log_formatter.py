"""Lines about single pages are made when somebody reads them."""

import logging

import pytest
from scrapy import Request, Spider
from scrapy.http import Response

from nnnews.spiders.log_formatter import PageLogFormatter

URL = "http://www.nnnews.net/a.html"


@pytest.mark.parametrize("level", ["DEBUG", "debug", logging.DEBUG, logging.NOTSET])
def test_at_level_debug_scrapy_tells_of_each_page(level: str | int) -> None:
    told = PageLogFormatter(level).crawled(Request(URL), Response(URL), Spider("one"))
    assert told["level"] == logging.DEBUG
    assert told["args"]["status"] == 200


@pytest.mark.parametrize("level", ["INFO", "warning", logging.ERROR])
def test_above_it_nothing_is_made(level: str | int) -> None:
    formatter, spider = PageLogFormatter(level), Spider("one")
    assert formatter.crawled(Request(URL), Response(URL), spider) is None
    assert formatter.scraped({}, Response(URL), spider) is None
