"""`nnnews crawl`: run, publish, and tell the verdict."""

import sys
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console
from rich.live import Live
from rich.table import Table

from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.crawl.plan import Plan
from nnnews.crawl.publish import publish
from nnnews.crawl.report import SiteReport
from nnnews.crawl.run import Reports, crawl

_COLUMNS = ("requests", "found", "new", "changed", "copies")


def run_crawl(config: Config, plan: Plan) -> int:
    """Crawl and publish; the exit code is 1 when a site failed. Silent without a terminal unless something is wrong."""
    with locked(config.data):
        reports = crawl(config, plan, show_progress)
        if plan.export:
            publish(config)
    if sys.stderr.isatty():
        Console(stderr=True).print(tabulate(reports))
    failed = [report for report in reports if report.failure]
    for report in failed:
        print(f"nnnews: {report.site}: {report.failure}", file=sys.stderr)
    return 1 if failed else 0


def show_progress(reports: Reports) -> AbstractContextManager[object]:
    """A table that grows while the crawl runs; nothing where there is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return nullcontext()
    return Live(get_renderable=lambda: tabulate(reports()), console=console, refresh_per_second=4, transient=True)


def tabulate(reports: list[SiteReport]) -> Table:
    """One row a site."""
    table = Table("site", *_COLUMNS, "problems", "failure")
    for report in reports:
        problems = str(sum(report.problems.values()))
        table.add_row(report.site, *(str(getattr(report, name)) for name in _COLUMNS), problems, report.failure or "")
    for column in table.columns[1:-1]:
        column.justify = "right"
    return table
