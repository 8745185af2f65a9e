"""After a run: how the sites do. What goes wrong here is logged and never fails the run."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine

from nnnews.items import SHANGHAI
from nnnews.monitor import Seen, hold_back, judge, quiet_days
from nnnews.monitor.access import access
from nnnews.monitor.standing import ALARMS
from nnnews.sites import all_sites
from nnnews.storage import health, site_days, writing
from nnnews.storage.runs import recent_runs
from nnnews.storage.stored import Health, SiteDay, SiteRun
from nnnews.tally import FIELDS

_REMEMBERED = timedelta(days=120)
_TOGETHER = timedelta(hours=1)  # runs of single sites within it are looked at as one
_RUNS = 50
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that came to its end. `whole`: all that is new was asked for. A `backfill` is no day of any site."""

    number: int
    at: datetime
    sites: tuple[SiteRun, ...]
    whole: bool = True
    backfill: bool = False


def watch(store: Engine, ended: Ended) -> tuple[Health, ...]:
    """Judges the sites of the run against their past, and learns from it, in one transaction. Gives the new alarms."""
    try:
        with writing(store) as connection:
            watch_run(connection, ended)
            return _begun(connection, ended.number)
    except Exception:  # whatever it is, the articles are stored and the run has a verdict of its own
        logger.exception("the health of the sites could not be judged")
        return ()


def watch_run(connection: Connection, ended: Ended) -> None:
    """As `watch`, in a transaction of the caller's."""
    today = ended.at.astimezone(SHANGHAI).date()
    days = site_days.recent(connection, today - _REMEMBERED)
    own: dict[str, list[SiteDay]] = {one.site: [] for one in ended.sites}
    for day in days:
        own.setdefault(day.site, []).append(day)
    if ended.backfill:
        done = [one.site for one in ended.sites if one.verdict == "ok"]
        site_days.keep(connection, [_reached(SiteDay(site, today), own[site], ended.at) for site in done])
        return
    standing = {(one.site, one.field): one for one in health.current(connection)}
    quiet = quiet_days(days)
    judged = [judge(_seen(ended, one), own[one.site], _fields(standing, one.site), quiet) for one in ended.sites]
    health.settle(connection, hold_back(judged, standing, _elsewhere(connection, ended)))
    site_days.keep(connection, [one.day for one in judged if one.day])


def _begun(connection: Connection, run_id: int) -> tuple[Health, ...]:
    began = (one.after for one in health.transitions(connection, run_id - 1))
    return tuple(one for one in began if one.run_id == run_id and one.state in ALARMS)


def _seen(ended: Ended, one: SiteRun) -> Seen:
    site = all_sites().get(one.site)
    return Seen(one.site, site.daily if site else 1.0, ended.number, ended.at, one.verdict, one.counts, ended.whole)


def _fields(standing: Mapping[tuple[str, str], Health], site: str) -> dict[str, Health]:
    return {field: standing[site, field] for field in FIELDS if (site, field) in standing}


def _reached(today: SiteDay, own: Sequence[SiteDay], at: datetime) -> SiteDay:
    return replace(own[-1] if own and own[-1].day == today.day else today, last_success=at)


def _elsewhere(connection: Connection, ended: Ended) -> dict[str, bool]:
    """Of the sites that other runs asked within the hour, whether they could not be reached; the newest run counts."""
    runs = [run for run in recent_runs(connection, _RUNS) if run.id != ended.number and run.finished]
    near = [run for run in reversed(runs) if run.finished and ended.at - run.finished <= _TOGETHER]
    return {one.site: access(one.verdict, one.counts) == "unreachable" for run in near for one in run.sites}
