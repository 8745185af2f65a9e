"""`nnnews status`: how the sites do."""

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from nnnews.config import Config
from nnnews.errors import OutputError
from nnnews.items import SHANGHAI
from nnnews.monitor.prometheus import prometheus
from nnnews.monitor.standing import ALARMS, HISTORY, Known, Standing, standings
from nnnews.sites import all_sites
from nnnews.storage import health, open_store, reading, site_days
from nnnews.storage.runs import last_run
from nnnews.storage.stored import Health

_WIDTH = 160  # where there is no terminal
_COLOURS = {"broken": "red", "blocked": "red", "silent": "red", "uneasy": "yellow", "fine": "green"}


def tell_status(config: Config, metrics: Path | None, *, as_json: bool) -> int:
    """Print a row a site; gives 1 when one is broken, blocked or silent, or many fail at once, else 0."""
    with reading(open_store(config.database_url)) as connection:
        told = _standings(connection)
        if metrics:
            _write(metrics, prometheus(told, last_run(connection)))
    if as_json:
        for one in told:
            print(json.dumps(_row(one), ensure_ascii=False))
    else:
        Console(width=None if sys.stdout.isatty() else _WIDTH).print(_table(told))
    return int(any(one.state in ALARMS for one in told))


def write_metrics(config: Config, file: Path) -> None:
    """The textfile alone. Raises OutputError."""
    with reading(open_store(config.database_url)) as connection:
        _write(file, prometheus(_standings(connection), last_run(connection)))


def _standings(connection: Connection) -> list[Standing]:
    today = datetime.now(SHANGHAI).date()
    days = site_days.numbers(connection, today - HISTORY)
    known = Known(health.current(connection), days, site_days.last_successes(connection))
    daily = {name: site.daily for name, site in all_sites().items() if not site.dead}
    return list(standings(known, daily, today))


def _write(file: Path, text: str) -> None:
    """A reader sees the old file or the new one."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(text, "utf-8")
        part.chmod(0o644)
        part.replace(file)
    except OSError as error:
        raise OutputError(f"{file}: cannot be written ({error.strerror})") from error


def _row(one: Standing) -> dict[str, Any]:
    """Everything that is known of a site."""
    return {
        "site": one.site,
        "state": one.state,
        "since": _time(one.told.since) if one.told else None,
        "field": one.told.field if one.told else "",
        "reason": one.told.reason if one.told else "no run was judged",
        "last_success": _time(one.last_success),
        "articles": one.flow.week,
        "ordinary": round(one.flow.expected, 1),
        "rates": {field: round(rate, 4) for field, rate in one.rates.items()},
        "fields": {health.field: _field(health) for health in one.fields if health.field},
    }


def _field(health: Health) -> dict[str, Any]:
    told = {name: getattr(health, name) for name in ("state", "measure", "observed", "expected", "reason")}
    return {**told, "since": _time(health.since), "run": health.run_id}


def _table(told: Sequence[Standing]) -> Table:
    table = Table("site", "state", "since", "last success", "7 days", "fields", "reason")
    for one in told:
        colour = _COLOURS.get(one.state, "")
        state = f"[{colour}]{one.state}[/]" if colour else one.state
        since = _minute(one.told.since) if one.told else ""
        articles = f"{one.flow.week} of {one.flow.expected:.0f}"
        table.add_row(one.site, state, since, _minute(one.last_success), articles, _rates(one), _reason(one))
    return table


def _rates(one: Standing) -> str:
    return " ".join(f"{field} {rate:.0%}" for field, rate in one.rates.items())


def _reason(one: Standing) -> str:
    """Nothing where nothing is to be done."""
    if one.told is None:
        return "no run was judged"
    return "" if one.state == "fine" else reason(one.told)


def reason(one: Health) -> str:
    """The field, unless it is the site itself, and what was seen."""
    return f"{one.field}: {one.reason}".removeprefix(": ")


def _time(when: datetime | None) -> str | None:
    return when.astimezone(SHANGHAI).isoformat(timespec="seconds") if when else None


def _minute(when: datetime | None) -> str:
    return when.astimezone(SHANGHAI).strftime("%m-%d %H:%M") if when else ""
