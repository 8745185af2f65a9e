"""Scrapy's statistics, used 25 times for each page. STATS_CLASS: Statistics."""

from scrapy.statscollectors import MemoryStatsCollector


class Statistics(MemoryStatsCollector):
    """Without the look that Scrapy 2.19 has at each use for an argument that no one gives: 0.13 µs and not 1.9."""

    __getattribute__ = object.__getattribute__
