"""`scrapy crawl` that ends as `nnnews crawl` does: Scrapy's own ends with 0 whatever the sites answered."""

import argparse

from scrapy import Spider
from scrapy.commands import crawl
from scrapy.crawler import Crawler

from nnnews.crawl.folder_guard import REFUSED
from nnnews.crawl.report import report
from nnnews.crawl.verdict import judge


class Command(crawl.Command):
    """The codes of verdict.py, and 75 when another run holds the data folder; 1 when it was stopped by a signal."""

    crawler: Crawler | None = None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's, and the verdict after it."""
        super().run(args, opts)
        stats = self.crawler.stats.get_stats() if self.crawler and self.crawler.stats else {}
        self.exitcode = stats.get(REFUSED) or judge([report(args[0], stats, ended=True)]).code

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        self.crawler = super()._create_crawler(spidercls)
        return self.crawler
