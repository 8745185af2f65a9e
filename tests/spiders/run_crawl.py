"""One crawl as it is ordered, in a process of its own: Scrapy starts once in a process."""

import json
import os
import warnings
from pathlib import Path
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


def run(order: dict[str, Any], folder: str) -> None:
    """Run the crawl; its result and its log are files in the folder."""
    log = os.open(f"{folder}/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 2)
    warnings.simplefilter("error", ScrapyDeprecationWarning)
    items: list[dict[str, Any]] = []
    process = AsyncCrawlerProcess({**SETTINGS, **order["settings"]})
    crawler = process.create_crawler(order["site"])
    crawler.signals.connect(lambda item: items.append(ItemAdapter(item).asdict()), signals.item_scraped, weak=False)
    process.crawl(crawler, **order["arguments"])
    process.start()
    result = json.dumps({"items": items, "stats": crawler.stats.get_stats()}, default=str)
    Path(folder, "result.json").write_text(result, "utf-8")
