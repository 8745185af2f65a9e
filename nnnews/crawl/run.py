"""Crawling the sites of a plan, all in one process."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.defer import deferred_from_coro

from nnnews.config import PREFIX, Config
from nnnews.crawl.health import Ended, watch
from nnnews.crawl.interruption import Interruption
from nnnews.crawl.plan import Plan, choose_sites
from nnnews.crawl.report import SiteReport, report
from nnnews.crawl.verdict import Verdict, judge
from nnnews.settings import configured, project_settings
from nnnews.sites import all_sites
from nnnews.storage import shared_store, writing
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.stored import Health, SiteRun

LOG = "crawl.log"  # of the last run, in the data folder
Reports = Callable[[], list[SiteReport]]
Display = Callable[[Reports], AbstractContextManager[object]]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """How it ended: in all, and for each site. `begun`: what is broken, blocked or silent from this run on."""

    verdict: Verdict
    reports: list[SiteReport]
    begun: tuple[Health, ...] = ()


def crawl(config: Config, plan: Plan, display: Display = lambda _: nullcontext()) -> Run:
    """Crawl and store; the reports come in the order of the sites. `display` may show them while they grow.

    Raises UsageError for an unknown site, ConfigError and DatabaseVersionError for a store that cannot be opened,
    OutputError for one that cannot be written.
    """
    names = choose_sites(plan.sites or config.sites, tuple(all_sites()))
    store = shared_store(config.database_url)
    with writing(store) as connection:
        number = start_run(connection, datetime.now(UTC))
    crawlers, signal = _crawl(config, plan, names, display)
    reports = _report(crawlers, ended=True)
    verdict = judge(reports, signal)
    logger.info("verdict: %s", verdict.word)
    finish = Finish(datetime.now(UTC), verdict.word, tuple(map(site_run, reports)))
    with writing(store) as connection:
        finish_run(connection, number, finish)
    if verdict.word not in ("ok", "partial", "failed"):
        return Run(verdict, reports)
    backfill = plan.since is not None or plan.full
    ended = Ended(number, finish.at, finish.sites, whole=plan.limit is None, backfill=backfill)
    return Run(verdict, reports, watch(store, ended))


def _crawl(
    config: Config, plan: Plan, names: tuple[str, ...], display: Display
) -> tuple[dict[str, Crawler], int | None]:
    """The crawlers when they have ended, and the signal that ended them."""
    process = AsyncCrawlerProcess(_settings(config, plan))
    # A log that cannot be written is no reason to fill the terminal.
    logging.raiseExceptions = False
    crawlers = {name: process.create_crawler(name) for name in names}
    for crawler in crawlers.values():
        process.crawl(crawler, since=plan.since and plan.since.isoformat(), limit=plan.limit, full=plan.full)
    with Interruption(lambda: _stop(process)) as interruption, display(lambda: _report(crawlers, ended=False)):
        process.start(install_signal_handlers=False)
    return crawlers, interruption.signal


def _stop(process: AsyncCrawlerProcess) -> None:
    """Called in a signal handler: the reactor is told, and does it when it comes to it."""
    from twisted.internet import reactor  # importing it chooses the reactor, which is Scrapy's to do

    reactor.callFromThread(lambda: deferred_from_coro(process.stop()))


def _report(crawlers: dict[str, Crawler], *, ended: bool) -> list[SiteReport]:
    """A crawler has no counters before it starts."""
    stats = {name: dict(crawler.stats.get_stats()) if crawler.stats else {} for name, crawler in crawlers.items()}
    return [report(name, counted, ended=ended) for name, counted in stats.items()]


def site_run(one: SiteReport) -> SiteRun:
    """As it is kept."""
    counts: dict[str, Any] = {name: value for name, value in asdict(one).items() if name not in _WORDS}
    return SiteRun(one.site, one.failure or one.note or "ok", counts)


_WORDS = ("site", "failure", "note", "unwritten")


def _settings(config: Config, plan: Plan) -> Settings:
    """The project's settings under this configuration; the run locks and publishes once, not each spider."""
    settings = project_settings()
    log = {"LOG_LEVEL": "DEBUG"} if plan.verbose else {"LOG_FILE": str(config.data / LOG), "LOG_FILE_APPEND": False}
    own = {PREFIX + "PUBLISH": False, PREFIX + "LOCK": False}
    settings.update({**configured(config), **log, **own}, priority="cmdline")
    return settings
