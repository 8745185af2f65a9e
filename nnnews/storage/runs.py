"""The history of runs."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, insert, select, update

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
    return _read(connection, select(runs.c.id).order_by(runs.c.id.desc()).limit(limit))


def last_run(connection: Connection) -> Run | None:
    """The newest that has ended."""
    newest = select(runs.c.id).where(runs.c.finished.is_not(None)).order_by(runs.c.id.desc()).limit(1)
    return next(iter(_read(connection, newest)), None)


def _read(connection: Connection, chosen: Select[tuple[int]]) -> list[Run]:
    rows = connection.execute(select(runs).where(runs.c.id.in_(chosen)).order_by(runs.c.id.desc())).all()
    sites = defaultdict(list)
    counted = select(run_sites).where(run_sites.c.run_id.in_([row.id for row in rows])).order_by(run_sites.c.site)
    for run_id, *fields in connection.execute(counted):
        sites[run_id].append(SiteRun(*fields))
    return [Run(row.id, row.started, row.finished, row.verdict, tuple(sites[row.id])) for row in rows]
