"""Crawling the sites of a plan, all in one process."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from nnnews.config import PREFIX, Config
from nnnews.crawl.plan import Plan, choose_sites
from nnnews.crawl.report import SiteReport, report
from nnnews.settings import configured
from nnnews.sites import all_sites
from nnnews.storage import open_store, writing
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.stored import SiteRun

LOG = "crawl.log"  # of the last run, in the data folder
Reports = Callable[[], list[SiteReport]]
Display = Callable[[Reports], AbstractContextManager[object]]


def crawl(config: Config, plan: Plan, display: Display = lambda _: nullcontext()) -> list[SiteReport]:
    """Crawl and store; the reports come in the order of the sites. `display` may show them while they grow.

    Raises UsageError for an unknown site, ConfigError and DatabaseVersionError for a store that cannot be opened.
    """
    names = choose_sites(plan.sites or config.sites, tuple(all_sites()))
    store = open_store(config.database_url)
    with writing(store) as connection:
        run = start_run(connection, datetime.now(UTC))
    process = AsyncCrawlerProcess(_settings(config, plan))
    crawlers = [process.create_crawler(name) for name in names]
    for crawler in crawlers:
        process.crawl(crawler, since=plan.since and plan.since.isoformat(), limit=plan.limit)

    def reports(*, ended: bool = False) -> list[SiteReport]:
        return [report(name, _stats(crawler), ended=ended) for name, crawler in zip(names, crawlers, strict=True)]

    with display(reports):
        process.start()
    ended = reports(ended=True)
    with writing(store) as connection:
        finish_run(connection, run, Finish(datetime.now(UTC), verdict(ended), tuple(map(_site_run, ended))))
    return ended


def verdict(reports: list[SiteReport]) -> str:
    """The run in one word: `ok`, `partial` when some sites failed, `failed` when all did."""
    failed = sum(bool(one.failure) for one in reports)
    return "ok" if not failed else "failed" if failed == len(reports) else "partial"


def _site_run(one: SiteReport) -> SiteRun:
    counts = {name: value for name, value in asdict(one).items() if name not in ("site", "failure")}
    return SiteRun(one.site, one.failure or "ok", counts)


def _stats(crawler: Crawler) -> dict[str, Any]:
    """A crawler has no counters before it starts."""
    return dict(crawler.stats.get_stats()) if crawler.stats else {}


def _settings(config: Config, plan: Plan) -> Settings:
    """The project's settings under this configuration; the run publishes once, not each spider."""
    settings = get_project_settings()
    log = {"LOG_LEVEL": "DEBUG"} if plan.verbose else {"LOG_FILE": str(config.data / LOG), "LOG_FILE_APPEND": False}
    settings.update({**configured(config), **log, PREFIX + "PUBLISH": False}, priority="cmdline")
    return settings
