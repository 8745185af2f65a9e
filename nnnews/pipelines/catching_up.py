"""What is made of many stored articles at once: it would cost several times as much for one."""

from typing import ClassVar

from scrapy.crawler import Crawler
from sqlalchemy import Table

from nnnews.config import scoped_config
from nnnews.pipelines.step import Item, OfCrawler
from nnnews.storage import shared_store, waiting
from nnnews.storage.story_tables import unsettled
from nnnews.storage.tables import unindexed


class CatchUp(OfCrawler):
    """Does for a batch of stored articles what costs several times as much for one, and what a killed run left."""

    queue: ClassVar[Table]

    def __init__(self, crawler: Crawler) -> None:
        self.engine = shared_store(scoped_config(crawler.settings).database_url)
        self._stored = 0

    def process_item(self, item: Item) -> Item:
        """One more may wait."""
        self._stored += 1
        if self._stored % waiting.BATCH == 0:
            self.close_spider()
        return item

    def close_spider(self) -> None:
        """The rest."""
        waiting.catch_up(self.engine, [self.queue])


class SearchPipeline(CatchUp):
    """The words of the articles go into the search index: 0.2 ms each, not 0.9."""

    queue = unindexed


class StoryPipeline(CatchUp):
    """The articles find their stories: 0.7 ms each, not 2.2."""

    queue = unsettled
