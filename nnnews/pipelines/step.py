"""What all pipelines work on."""

from typing import Self

from scrapy.crawler import Crawler

from nnnews.items import Article, Problem

Item = Article | Problem


class OfCrawler:
    """Is made for a crawler, as Scrapy asks for it."""

    def __init__(self, crawler: Crawler) -> None:
        """What the pipeline needs of it."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """The item as it is."""
        return item
