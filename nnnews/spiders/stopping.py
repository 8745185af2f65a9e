"""Ending a crawl before its time: what is under way is finished, what waits stays in the memory."""

import asyncio

from scrapy.crawler import Crawler

_tasks: set[asyncio.Task[None]] = set()  # asyncio itself keeps no task alive


def stop(crawler: Crawler, reason: str) -> None:
    """The finish reason becomes `reason`; a crawl that is ending already keeps its own."""
    if crawler.engine and crawler.engine.spider:
        task = asyncio.ensure_future(crawler.engine.close_spider_async(reason=reason))
        _tasks.add(task)
        task.add_done_callback(_tasks.discard)
