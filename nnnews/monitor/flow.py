"""Whether articles come: days of silence against the site's own weekdays, the gaps it has had, and holidays."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log1p
from statistics import fmean, median

from nnnews.monitor.holidays import is_holiday
from nnnews.storage.stored import SiteDay

_DAY = timedelta(days=1)
_WEEK = 7
_PRIOR_DAYS = 7.0  # that the site file's own estimate counts for
_WEEKEND = 0.3  # an office's weekend, while nothing is known
_STEADIEST = 8.0  # shape of the negative binomial: the days of no site vary as little as dice
_SURE = 11.0  # e^11: such a silence once in sixty thousand
_LONGER = 1.5  # times the longest gap so far
_FEWER = 0.5
_FAR = 4.0  # standard deviations


@dataclass(frozen=True, slots=True)
class Flow:
    """`silent`: days without an article at the end, where they are too many to be chance."""

    week: int
    expected: float
    silent: int = 0
    fewer: bool = False


def flow(daily: float, days: Sequence[SiteDay], today: date, quiet: Collection[date] = ()) -> Flow:
    """Out of the whole days before today on which the site was asked. `quiet` are days on which all sites rest."""
    counts = {day.day: day.new for day in days if day.runs and day.day < today}
    usual = _weekdays(daily, counts)
    shape = _shape(counts, usual)
    working = {day: usual[day.weekday()] for day in counts if not (day in quiet or is_holiday(day))}
    gap = _gap(counts)
    weight = sum(shape * log1p(working[day] / shape) for day in gap if day in working)
    longest = max(_gaps(counts), default=0)
    silent = len(gap) if gap and weight >= _SURE and len(gap) > longest * _LONGER else 0
    week = [day for day in counts if day >= today - _WEEK * _DAY]
    expected = sum(working.get(day, 0.0) for day in week)
    varies = sum(working[day] + working[day] ** 2 / shape for day in week if day in working)
    seen = sum(counts[day] for day in week if day in working)
    fewer = seen < expected * _FEWER and expected - seen > _FAR * varies**0.5
    return Flow(sum(counts[day] for day in week), sum(usual[day.weekday()] for day in week), silent, fewer)


def _weekdays(daily: float, counts: Mapping[date, int]) -> list[float]:
    """The ordinary number for each day of the week, drawn towards the mean of all where little is known."""
    most = 3 * median(counts.values()) + 3 if counts else 0
    held = {day: min(count, most) for day, count in counts.items()}
    share = [_WEEKEND if weekday >= 5 else 1.0 for weekday in range(_WEEK)]
    usual = []
    for weekday in range(_WEEK):
        own = [count for day, count in held.items() if day.weekday() == weekday]
        prior = daily * share[weekday] * _WEEK / sum(share)
        usual.append((sum(own) + prior * _PRIOR_DAYS / _WEEK) / (len(own) + _PRIOR_DAYS / _WEEK))
    return usual


def _shape(counts: Mapping[date, int], usual: Sequence[float]) -> float:
    """How evenly articles come, by the days of the past; small where days of many and of none take turns."""
    if len(counts) < _WEEK:
        return 1.0
    mean = fmean(usual[day.weekday()] for day in counts)
    square = fmean((count - usual[day.weekday()]) ** 2 for day, count in counts.items())
    return min(max(mean**2 / max(square - mean, 0.01), 0.3), _STEADIEST)


def _gap(counts: Mapping[date, int]) -> list[date]:
    """The days at the end on which nothing came."""
    gap = []
    for day in sorted(counts, reverse=True):
        if counts[day]:
            break
        gap.append(day)
    return gap


def _gaps(counts: Mapping[date, int]) -> list[int]:
    """How long each silence was, the present one left out."""
    gaps, long = [], 0
    for day in sorted(counts):
        if counts[day]:
            gaps.append(long)
            long = 0
        else:
            long += 1
    return gaps
