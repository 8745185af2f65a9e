"""What befalls many sites at once is one matter: the network, this machine, a new version; or a holiday."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

from nnnews.monitor.judging import Judged
from nnnews.storage.stored import NETWORK, Health, SiteDay

_MANY = 3  # sites; fewer tell nothing of what they share
_HALF = 0.5
_REST = 0.34  # of a site's mean, from which a day is one of rest
_LONGEST_REST = 10  # days in a row; what lasts longer is no holiday


def hold_back(
    judged: Sequence[Judged], standing: Mapping[tuple[str, str], Health], elsewhere: Mapping[str, bool]
) -> tuple[Health, ...]:
    """The states to be kept: of each site its own, or one of the network in place of many.

    `elsewhere`: of the sites that other runs asked within the hour, whether they could not be reached.
    """
    told = {one.site: one for one in judged if one.access}
    away = {site for site, one in told.items() if one.access == "unreachable"}
    away |= {site for site, unreachable in elsewhere.items() if unreachable and site not in told}
    if _are_many(away, {*told, *elsewhere}):
        reason = (
            f"{len(away)} of {len({*told, *elsewhere})} sites cannot be reached: look at the network of this machine"
        )
        kept = [health for one in told.values() if one.site not in away for health in one.states]
        return (*kept, *_network(judged, "unreachable", reason))
    fallen = {site for site, one in told.items() if any(_breaks(health, standing) for health in one.states)}
    if _are_many(fallen, told):
        reason = (
            f"{len(fallen)} of {len(told)} sites broke in one run: look at this machine and what was installed last"
        )
        kept = [_held(health, standing) for one in told.values() for health in one.states]
        return (*kept, *_network(judged, "together", reason))
    over = (NETWORK, "") in standing and any(one.access == "fine" for one in told.values())
    fine = [replace(health, state="fine") for health in _network(judged, "", "")] if over else []
    return (*(health for one in told.values() for health in one.states), *fine)


def quiet_days(days: Iterable[SiteDay]) -> frozenset[date]:
    """Days on which most sites rested, though they were asked: a holiday that no table knows."""
    by_site = defaultdict(list)
    for day in days:
        if day.runs:
            by_site[day.site].append(day)
    resting: dict[date, list[bool]] = defaultdict(list)
    for own in by_site.values():
        usual = fmean(day.new for day in own)
        for day in own:
            resting[day.day].append(day.new < usual * _REST)
    rests = {day for day, rested in resting.items() if len(rested) >= _MANY and fmean(rested) > _HALF}
    return frozenset(day for day in rests if not all(day - timedelta(n) in rests for n in range(_LONGEST_REST)))


def _are_many(some: Collection[str], asked: Collection[str]) -> bool:
    return len(some) >= _MANY and len(some) >= len(asked) * _HALF


def _breaks(health: Health, standing: Mapping[tuple[str, str], Health]) -> bool:
    before = standing.get((health.site, health.field))
    return health.state == "broken" and (before is None or before.state != "broken")


def _held(health: Health, standing: Mapping[tuple[str, str], Health]) -> Health:
    """What breaks together waits for the matter of all; the evidence is kept."""
    return replace(health, state="uneasy") if _breaks(health, standing) else health


def _network(judged: Sequence[Judged], measure: str, reason: str) -> list[Health]:
    first = next((health for one in judged for health in one.states), None)
    if first is None:
        return []
    return [Health(NETWORK, "", "broken", first.since, first.run_id, reason, measure)]
