"""For maintainers: a trouble when it begins and when it ends, and once a day those that last."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from nnnews.alerts.window import Entry, Window
from nnnews.items import SHANGHAI
from nnnews.storage import health, runs, told
from nnnews.storage.stored import NETWORK, Health
from nnnews.subscriptions import Schedule

BEGUN, ENDED, LASTING = "trouble begins", "trouble ends", "still in trouble"
_TROUBLED = ("broken", "silent", "blocked")
_STORE = "*store"
_NAMES = {NETWORK: "the network", _STORE: "store or archive"}


class _Trouble(NamedTuple):
    """`subject` is the same as long as it lasts."""

    site: str
    field: str
    words: str
    since: datetime

    @property
    def place(self) -> str:
        return f"{self.site}/{self.field}"


def due(window: Window) -> Iterator[Entry]:
    """Beginnings, endings, then the digest of what was told before and lasts."""
    states = health.current(window.connection)
    troubles = {trouble.place: trouble for trouble in (*_of_health(states), *_of_runs(window))}
    open_ = _open(window)
    for place, trouble in troubles.items():
        if place not in open_:
            yield Entry((f"trouble {place} {window.now:%Y-%m-%dT%H:%M:%S}",), BEGUN, _line(trouble))
    fine = {f"{state.site}/{state.field}" for state in states if state.state == "fine"} | {f"{_STORE}/"}
    for place, subject in open_.items():
        if place in fine and place not in troubles:
            yield Entry((subject.replace("trouble", "ended", 1),), ENDED, _name(*place.split("/", 1)))
    if _digest_is_due(window):
        yield from (Entry((), LASTING, _line(trouble)) for place, trouble in troubles.items() if place in open_)


def _open(window: Window) -> dict[str, str]:
    """By place, the troubles that were told to begin and not to end."""
    name = window.subscription.name
    ended = {subject.removeprefix("ended ") for subject in told.starting(window.connection, name, "ended ")}
    begun = told.starting(window.connection, name, "trouble ")
    left = (subject for subject in begun if subject.removeprefix("trouble ") not in ended)
    return {subject.split(" ")[1]: subject for subject in left}


def _digest_is_due(window: Window) -> bool:
    """Once a day, and with every message of a subscription that is not told at once."""
    if window.looked is None or window.subscription.schedule.days:
        return window.looked is not None
    return Schedule(1, window.subscription.schedule.at).last_due(window.now) > window.looked


def _of_health(states: tuple[Health, ...]) -> Iterator[_Trouble]:
    """Where the site itself is in trouble, its fields are not told one by one."""
    whole = {state.site for state in states if state.state in _TROUBLED and not state.field}
    for state in states:
        if state.state in _TROUBLED and (not state.field or state.site not in whole):
            yield _Trouble(state.site, state.field, f"{state.state}: {state.reason}", state.since)


def _of_runs(window: Window) -> Iterator[_Trouble]:
    """The last run that ended could not write."""
    ended = [run for run in runs.recent_runs(window.connection, 5) if run.finished]
    if ended and ended[0].verdict == "unwritten":
        yield _Trouble(_STORE, "", "the last run could not write all of what it read", ended[0].started)


def _line(trouble: _Trouble) -> str:
    since = trouble.since.astimezone(SHANGHAI)
    return f"{_name(trouble.site, trouble.field)} {trouble.words} (since {since:%Y-%m-%d %H:%M})"


def _name(site: str, field: str) -> str:
    return f"{_NAMES.get(site, site)} {field}".strip()
