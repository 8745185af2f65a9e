"""`nnnews runs`: what the last runs came to."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from nnnews.config import Config
from nnnews.items import SHANGHAI
from nnnews.storage import open_store, reading
from nnnews.storage.runs import recent_runs
from nnnews.storage.stored import Run

_COUNTS = ("requests", "new", "changed", "edited", "withdrawn", "copies", "problems", "bytes", "seconds")
_WIDTH = 160  # where there is no terminal
_UNFINISHED = "unfinished"  # it goes on, or was killed


def list_runs(config: Config, limit: int, *, as_json: bool) -> None:
    """The newest first, a row for each site; as JSON one object a run and site."""
    with reading(open_store(config.database_url)) as connection:
        runs = recent_runs(connection, limit)
    if as_json:
        for row in (row for run in runs for row in _rows(run)):
            print(json.dumps(row, ensure_ascii=False))
        return
    table = Table("run", "started", "verdict", "site", *_COUNTS, "outcome")
    for run in runs:
        for row in _rows(run):
            table.add_row(*_cells(run, row))
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(table)


def _rows(run: Run) -> Iterator[dict[str, Any]]:
    """Every field that is kept; a run that has not ended has no sites yet."""
    head = {
        "run": run.id,
        "started": run.started.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "finished": run.finished and run.finished.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "verdict": run.verdict or _UNFINISHED,
    }
    for site in run.sites:
        yield {**head, "site": site.site, "outcome": site.verdict, **site.counts}
    if not run.sites:
        yield {**head, "site": None, "outcome": None}


def _cells(run: Run, row: dict[str, Any]) -> list[str]:
    counts = [row.get(name, 0) for name in _COUNTS]
    told = [str(sum(count.values()) if isinstance(count, dict) else count) for count in counts]
    started = run.started.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return [str(run.id), started, row["verdict"], row["site"] or "", *told, row["outcome"] or ""]
