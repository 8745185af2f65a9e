"""Scrapy's statistics without what they cost."""

from types import SimpleNamespace
from typing import Any, cast

from nnnews.settings import project_settings
from nnnews.spiders.statistics import Statistics


def test_the_statistics_count_as_those_of_scrapy_do() -> None:
    crawler: Any = SimpleNamespace(settings=project_settings(), spider=None)
    counted = Statistics(crawler)
    counted.inc_value("nnnews/new")
    counted.inc_value("nnnews/new", 2)
    counted.max_value("nnnews/newest", "2026-03-02")
    counted.max_value("nnnews/newest", "2026-03-01")
    assert cast("dict[str, Any]", counted.get_stats()) == {"nnnews/new": 3, "nnnews/newest": "2026-03-02"}


def test_a_crawl_uses_them() -> None:
    assert project_settings()["STATS_CLASS"].endswith(".statistics.Statistics")
