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
from nnnews.crawl.run import Reports, Run, crawl

_COLUMNS = ("requests", "found", "new", "changed", "copies")


def run_crawl(config: Config, plan: Plan, wait: float = 0.0) -> int:
    """Crawl and publish; gives the exit code. Silent without a terminal unless something is wrong."""
    with locked(config.data, wait):
        run = crawl(config, plan, show_progress)
        if plan.export and run.verdict.word in ("ok", "partial", "failed"):
            publish(config)
    if sys.stderr.isatty():
        Console(stderr=True).print(tabulate(run.reports))
    for line in _failures(run):
        print(f"nnnews: {line}", file=sys.stderr)
    return run.verdict.code


def _failures(run: Run) -> list[str]:
    """A line for each site that failed; for all of them one when the run was stopped or could not write."""
    if run.verdict.word == "unwritten":
        return list(dict.fromkeys(report.unwritten for report in run.reports if report.unwritten))
    if run.verdict.word == "stopped":
        return ["stopped; what is left waits for the next run"]
    return [f"{report.site}: {report.failure}" for report in run.reports if report.failure]


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
