"""How each site stands now: its states, its articles of a week, and the share of pages that gave each field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from nnnews.monitor.flow import Flow, flow
from nnnews.monitor.scores import Score
from nnnews.storage.stored import NETWORK, STATES, Health, SiteDay, State

HISTORY = timedelta(days=120)
ALARMS = frozenset({"broken", "blocked", "silent"})
_RATED = {
    "layout": "layout/fits",
    **{name: f"{name}/found" for name in ("title", "published", "source", "author", "text")},
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A site, or NETWORK. `told` is the row that its state comes from; None while nothing is known.

    `rates`: by field, the share of the pages of the last day that gave it.
    """

    site: str
    state: State
    told: Health | None
    last_success: datetime | None
    flow: Flow
    fields: tuple[Health, ...]
    rates: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store has: the open spells, the numbers of the days, the last successes."""

    states: Sequence[Health]
    days: Sequence[SiteDay]
    successes: Mapping[str, datetime]


def standings(known: Known, daily: Mapping[str, float], today: date) -> Iterator[Standing]:
    """Of every site that is known or declared (`daily`, by name), the network first where it is in trouble."""
    days, states = defaultdict(list), defaultdict(list)
    for day in known.days:
        days[day.site].append(day)
    for health in known.states:
        states[health.site].append(health)
    network = [NETWORK] if any(one.state != "fine" for one in states[NETWORK]) else []
    for site in (*network, *sorted({*daily, *states, *days} - {NETWORK})):
        own = states[site]
        told = min(own, key=lambda one: STATES.index(one.state), default=None)
        state: State = told.state if told else "unknown"
        flowing = flow(daily.get(site, 1.0), days[site], today)
        yield Standing(site, state, told, known.successes.get(site), flowing, tuple(own), _rates(own))


def _rates(states: Iterable[Health]) -> dict[str, float]:
    rates = {}
    for health in states:
        if kept := health.scores.get(_RATED.get(health.field, "")):
            good, trials = Score.read(kept).seen
            if trials:
                rates[health.field] = good / trials
    return rates
