"""The history of runs."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from nnnews.storage.stored import Run, SiteRun
from nnnews.storage.tables import run_sites, runs


@dataclass(frozen=True, slots=True)
class Finish:
    """How a run ended."""

    at: datetime
    verdict: str
    sites: tuple[SiteRun, ...] = ()


def start_run(connection: Connection, started: datetime) -> int:
    """The id of a new run, which has no verdict yet."""
    return int(connection.execute(insert(runs).returning(runs.c.id), {"started": started}).scalar_one())


def finish_run(connection: Connection, run_id: int, finish: Finish) -> None:
    """The run's verdict, and a row for each of its sites."""
    ended = {"finished": finish.at, "verdict": finish.verdict}
    connection.execute(update(runs).where(runs.c.id == run_id).values(ended))
    if finish.sites:
        rows = [
            {"run_id": run_id, "site": s.site, "verdict": s.verdict, "counts": dict(s.counts)} for s in finish.sites
        ]
        connection.execute(insert(run_sites), rows)


def recent_runs(connection: Connection, limit: int = 20) -> list[Run]:
    """Newest first."""
    rows = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(limit)).all()
    sites = defaultdict(list)
    chosen = select(run_sites).where(run_sites.c.run_id.in_([row.id for row in rows])).order_by(run_sites.c.site)
    for run_id, *fields in connection.execute(chosen):
        sites[run_id].append(SiteRun(*fields))
    return [Run(row.id, row.started, row.finished, row.verdict, tuple(sites[row.id])) for row in rows]


def last_successes(connection: Connection) -> dict[str, datetime]:
    """By site, when the last run ended in which it did not fail."""
    chosen = select(run_sites.c.site, func.max(runs.c.finished)).join_from(run_sites, runs)
    rows = connection.execute(chosen.where(run_sites.c.verdict == "ok").group_by(run_sites.c.site))
    return {site: finished for site, finished in rows if finished}
