"""What a crawl counts of each page."""

from scrapy.crawler import Crawler

from nnnews.pipelines.step import Item, OfCrawler
from nnnews.tally import Tally


class TallyPipeline(OfCrawler):
    """Counts what was found on the page, unless the article is known and only asked for again."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.tally = Tally(crawler.stats) if crawler.stats else None

    def process_item(self, item: Item) -> Item:
        """The item as it is."""
        if self.tally and item.key not in getattr(self.crawler.spider, "rechecks", ()):
            self.tally.add(item)
        return item
