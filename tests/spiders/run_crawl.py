"""One crawl as standard input orders it; items and counts go to standard output as JSON."""

import json
import sys
import warnings
from typing import Any

from itemadapter import ItemAdapter
from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import ScrapyDeprecationWarning

HANDLER = "nnnews.spiders.loopback.LoopbackDownloadHandler"
SETTINGS = {
    "SPIDER_LOADER_CLASS": "nnnews.spiders.loader.SiteSpiderLoader",
    "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "nnnews.spiders.middlewares.DeclaredHostsMiddleware": 50,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "nnnews.spiders.middlewares.RobotsMiddleware": 100,
        "nnnews.spiders.middlewares.PatienceMiddleware": 560,
    },
    "USER_AGENT": "nnnews-test (+mailto:test@nnnews.example)",
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "RETRY_TIMES": 1,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "WARNING",
}


def main() -> None:
    """Run the crawl."""
    warnings.simplefilter("error", ScrapyDeprecationWarning)
    order = json.load(sys.stdin)
    items: list[dict[str, Any]] = []
    process = AsyncCrawlerProcess({**SETTINGS, **order["settings"]})
    crawler = process.create_crawler(order["site"])
    crawler.signals.connect(lambda item: items.append(ItemAdapter(item).asdict()), signals.item_scraped, weak=False)
    process.crawl(crawler, **order["arguments"])
    process.start()
    json.dump({"items": items, "stats": crawler.stats.get_stats()}, sys.stdout, default=str)


if __name__ == "__main__":
    main()
