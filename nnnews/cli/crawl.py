"""`nnnews crawl`: run, publish, and tell the verdict."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.table import Table

from nnnews.cli.status import reason, write_metrics
from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.crawl.ping import Ping, pinged
from nnnews.crawl.plan import Plan
from nnnews.crawl.publish import publish
from nnnews.crawl.report import SiteReport
from nnnews.crawl.run import Reports, Run, crawl
from nnnews.errors import NnnewsError, OutputError

_COLUMNS = ("requests", "found", "new", "changed", "copies")


def run_crawl(config: Config, plan: Plan, wait: float = 0.0) -> int:
    """Crawl, publish, send what is due; gives the exit code. Silent without a terminal unless something is wrong."""
    with pinged(config.ping) as ping:
        ping.code = _run(config, plan, wait, ping)
    return ping.code


def _run(config: Config, plan: Plan, wait: float, ping: Ping) -> int:
    try:
        with locked(config.data, wait):
            ping.start()
            run = crawl(config, plan, show_progress)
            if plan.export and run.verdict.word in ("ok", "partial", "failed"):
                publish(config)
            if config.metrics:
                write_metrics(config, Path(config.metrics))
    except OutputError as error:
        _raise_alarm(config, error)
        raise
    if sys.stderr.isatty():
        Console(stderr=True).print(tabulate(run.reports))
    for line in (*_failures(run), *_begun(run)):
        print(f"nnnews: {line}", file=sys.stderr)
    alerted = 0 if run.verdict.word == "stopped" else _alert(config)
    return run.verdict.code or alerted


def _alert(config: Config) -> int:
    """The exit code of `nnnews alert`; what it ends with never stands for what the run came to."""
    if not config.alerts:
        return 0
    from nnnews.cli.alert import run_alert

    try:
        return run_alert(config)
    except NnnewsError as error:
        print(f"nnnews: alerts: {error}", file=sys.stderr)
        return error.exit_code


def _raise_alarm(config: Config, error: OutputError) -> None:
    """Past the outbox, which cannot be written either."""
    if config.alerts:
        from nnnews.alerts.alarm import raise_alarm

        raise_alarm(config, str(error))


def _failures(run: Run) -> list[str]:
    """A line for each site that failed; for all of them one when the run was stopped or could not write."""
    if run.verdict.word == "unwritten":
        return list(dict.fromkeys(report.unwritten for report in run.reports if report.unwritten))
    if run.verdict.word == "stopped":
        return ["stopped; what is left waits for the next run"]
    return [f"{report.site}: {report.failure}" for report in run.reports if report.failure]


def _begun(run: Run) -> list[str]:
    """A line for each site or field that is in trouble from this run on; a site that failed has its line already."""
    failed = {report.site for report in run.reports if report.failure}
    begun = [one for one in run.begun if one.site not in failed]
    return [f"{one.site}: {one.state}: {reason(one)}; see nnnews status" for one in begun]


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
