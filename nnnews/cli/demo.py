"""`nnnews demo`: the practice portal served, crawled, and compared with what it planted."""

import shutil
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

from rich.console import Console

from nnnews.cli.crawl import show_progress, tabulate
from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.crawl.plan import Plan
from nnnews.crawl.publish import publish
from nnnews.crawl.report import SiteReport
from nnnews.crawl.run import crawl
from nnnews.demo.check import Comparison, Stored, compare
from nnnews.demo.portal import Portal
from nnnews.demo.server import serve
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI
from nnnews.storage import open_store, queries, reading

_MARK = ".nnnews-demo"


def run_demo(folder: Path, seed: int) -> int:
    """Crawl the practice portal into `folder`, which is emptied first; 0 when all that was planted is stored once."""
    _empty(folder)
    console = Console(stderr=True)
    started = time.monotonic()
    portal = Portal(seed, datetime.now(SHANGHAI).date())
    with serve(portal) as server:
        config = Config(
            data=folder / "data", exports=folder / "exports", delay=0.0, loopback=f"127.0.0.1:{server.port}"
        )
        with locked(config.data):
            sites = tuple(sorted({one.site for one in portal.planted()}))
            reports = crawl(config, Plan(sites), show_progress).reports
            publish(config)
    console.print(tabulate(reports))
    comparison = _compare(portal, config)
    print(comparison.table())
    met, planted = _problems(reports), portal.expected().problems
    print(
        "problems: " + ", ".join(f"{kind} {met[kind]} of {planted.get(kind, 0)}" for kind in sorted({*met, *planted}))
    )
    print(*comparison.findings, sep="\n", end="\n" if comparison.findings else "")
    print(f"{time.monotonic() - started:.0f} seconds; feeds are in {config.exports / 'feeds'}")
    return 0 if comparison.ok and met == planted and not any(report.failure for report in reports) else 1


def _problems(reports: list[SiteReport]) -> Counter[str]:
    return sum((Counter(report.problems) for report in reports), Counter())


def _compare(portal: Portal, config: Config) -> Comparison:
    with reading(open_store(config.database_url)) as connection:
        stored = [Stored.of(one) for one in queries.every(connection)]
    return compare(portal.planted(), stored)


def _empty(folder: Path) -> None:
    """Only a folder that an earlier demo made is emptied. Raises UsageError for any other that holds something."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise UsageError(f"{folder} holds something else; name another with --folder")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / _MARK).touch()
