"""The exports of a spider that Scrapy runs alone."""

from scrapy.crawler import Crawler

from nnnews.config import PREFIX, scoped_config
from nnnews.pipelines.step import OfCrawler
from nnnews.storage import shared_store


class PublishPipeline(OfCrawler):
    """Writes the exports when the spider closes, unless the run does so itself (NNNEWS_PUBLISH)."""

    def __init__(self, crawler: Crawler) -> None:
        self.wanted = crawler.settings.getbool(PREFIX + "PUBLISH")
        self.config = scoped_config(crawler.settings)

    def close_spider(self) -> None:
        """Publish what the store holds now."""
        if self.wanted:
            from nnnews.exporters import export_all

            export_all(shared_store(self.config.database_url), self.config)
