"""What `nnnews status` costs on a year of runs: `python benchmarks/status.py [SITES]`, 100 where none is given.

Twelve runs a day, 438,000 rows of `run_sites`; the counters are those of an ordinary run. Prints the time by the clock
and the CPU time of the command, the median of five, and what judging the next run costs.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, insert

from nnnews.crawl.health import Ended, watch
from nnnews.items import SHANGHAI
from nnnews.storage import open_store, site_days, writing
from nnnews.storage.stored import SiteDay, SiteRun
from nnnews.storage.tables import run_sites, runs

DAYS, RUNS = 365, 12
NOW = datetime.now(UTC)
FIELDS = ("title", "published", "clock", "source", "author", "text")
ANSWERED = {
    "lists": 5,
    "links": 60,
    **{f"read/http://s/{n}": 1 for n in range(5)},
    **{f"links/http://s/{n}": 12 for n in range(5)},
}
TALLY = {
    "pages": 2,
    "layout/a": 2,
    "length/17": 1,
    "length/18": 1,
    **{f"field/{name}": 2 for name in FIELDS},
    **ANSWERED,
}
COUNTS: dict[str, Any] = {"requests": 9, "found": 60, "new": 2, "statuses": {"200": 9}, "problems": {}, "tally": TALLY}
SHARES = (
    "layout/fits",
    *(f"{name}/found" for name in FIELDS),
    "title/agrees",
    "text/agrees",
    "text/own",
    "lists/answered",
)


def main(sites: int) -> None:
    """Print one line a measure."""
    names = [f"site{number:03d}" for number in range(sites)]
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/nnnews.sqlite3")
        rows = fill(store, names)
        began = time.process_time()
        watch(store, Ended(DAYS * RUNS, NOW, tuple(SiteRun(name, "ok", COUNTS) for name in names)))
        judged = time.process_time() - began
        store.dispose()
        clock, cpu = zip(*(run(Path(folder)) for _ in range(5)), strict=True)
        size = Path(folder, "nnnews.sqlite3").stat().st_size >> 20
    print(f"{rows} rows of run_sites, {sites * DAYS} of site_days, store of {size} MB")
    print(f"nnnews status: {statistics.median(clock):.2f} s by the clock, {statistics.median(cpu):.2f} s of CPU")
    print(f"judging a run of {sites} sites: {judged:.2f} s of CPU, {judged / sites * 1000:.1f} ms a site")


def fill(store: Engine, names: list[str]) -> int:
    """A year until now; gives the number of rows."""
    with writing(store) as connection:
        for day in range(DAYS):
            began = NOW - timedelta(days=DAYS - day - 1)
            numbers = range(day * RUNS + 1, day * RUNS + RUNS + 1)
            connection.execute(
                insert(runs), [{"id": n, "started": began, "finished": began, "verdict": "ok"} for n in numbers]
            )
            connection.execute(insert(run_sites), list(_rows(names, numbers)))
            site_days.keep(connection, (_day(name, began) for name in names))
    return len(names) * DAYS * RUNS


def _rows(names: list[str], numbers: range) -> Iterator[dict[str, Any]]:
    for number in numbers:
        for name in names:
            yield {"run_id": number, "site": name, "verdict": "ok", "counts": COUNTS}


def _day(name: str, when: datetime) -> SiteDay:
    learned = {
        "shares": {key: [24, 24] for key in SHARES},
        "lengths": {str(step): 4 for step in range(13, 19)},
        "links": {f"http://s/{number}": [144, 12] for number in range(5)},
    }
    return SiteDay(name, when.astimezone(SHANGHAI).date(), RUNS, 24, when, learned)


def run(folder: Path) -> tuple[float, float]:
    """Seconds of the command, by the clock and of the CPU."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [Path(sys.executable).parent / "nnnews", "status", "--json"]
    subprocess.run(command, env={**os.environ, "NNNEWS_DATA": str(folder)}, cwd=folder, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, used


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
