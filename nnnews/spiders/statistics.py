"""Scrapy's statistics at a third of their price. STATS_CLASS: Statistics."""

from scrapy.statscollectors import MemoryStatsCollector


class Statistics(MemoryStatsCollector):
    """Scrapy 2.19 looks at every use of them for an argument of old, 50 times a page (SAVED ms)."""

    __getattribute__ = object.__getattribute__
