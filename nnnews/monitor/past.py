"""What is ordinary for a site, out of its days: rates, lengths and links, and how much they vary from day to day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p
from statistics import fmean, median, pvariance
from typing import Any

from nnnews.monitor.measures import Share
from nnnews.storage.stored import SiteDay

HALF_OCTAVE = log(2) / 2
_HALF_A_MISS = 0.5  # Jeffreys: what was never missed is missed once in two hundred pages, not never
_FEWEST_LENGTHS = 20
_DAYS_ALIKE = 10  # days that the ordinary likeness of the pages of a day counts for
_DAYS_OF_LINKS = 3  # days that the ordinary variation of any list counts for
_LINKS_VARY = 0.3**2
_STEADY_LIST = 0.1**2  # nothing is so steady that a tenth more or less were news
_STEADY_LENGTH = 0.3**2  # one day of photographs or of reports comes after a hundred that were alike


@dataclass(frozen=True, slots=True)
class Rate:
    """The beta distribution of a share: its mean, and its precision in pages."""

    mean: float
    strength: float


@dataclass(frozen=True, slots=True)
class Level:
    """The mean of a logarithm, its variance between days, and within a day from page to page."""

    mean: float
    between: float
    within: float = 0.0


def rate_of(share: Share, days: Sequence[SiteDay]) -> Rate:
    """The rate of the past; where the days differ by more than chance, its precision is that of the days."""
    past = [(good, trials) for good, trials in (_of(day, "shares", share.key, (0, 0)) for day in days) if trials]
    pages = sum(trials for _, trials in past)
    floor = min([share.floor, *(_of(day, "accepted", share.key, share.floor) for day in days)])
    good = sum(good for good, _ in past) + floor * share.habit.pages
    missed = pages - sum(good for good, _ in past) + max((1 - floor) * share.habit.pages, _HALF_A_MISS)
    mean = good / (good + missed)
    alike = (_alike(past, mean) * len(past) + share.habit.alike * _DAYS_ALIKE) / (len(past) + _DAYS_ALIKE)
    size = pages / len(past) if past else 1.0
    return Rate(mean, 1 / (alike + (1 + (size - 1) * alike) / (good + missed)))


def _alike(past: Sequence[tuple[int, int]], mean: float) -> float:
    """The correlation of the pages of a day, by moments: how much further than by chance the days lie from the mean."""
    variance = mean * (1 - mean)
    pairs = sum(trials * (trials - 1) for _, trials in past) * variance
    beyond = sum((good - trials * mean) ** 2 - trials * variance for good, trials in past)
    return min(max(beyond / pairs, 0.0), 1.0) if pairs else 0.0


def length_of(days: Sequence[SiteDay]) -> Level | None:
    """The usual length of a body; None while too few are known."""
    steps = [{int(step): n for step, n in day.learned.get("lengths", {}).items()} for day in days]
    pages = sum(sum(day.values()) for day in steps)
    if pages < _FEWEST_LENGTHS:
        return None
    mean = sum(step * n for day in steps for step, n in day.items()) / pages
    within = sum((step - mean) ** 2 * n for day in steps for step, n in day.items()) / pages * HALF_OCTAVE**2
    means = [mean_step(day) * HALF_OCTAVE for day in steps if day]
    by_chance = within * len(means) / pages
    between = max(pvariance(means) - by_chance, _STEADY_LENGTH)
    return Level(mean * HALF_OCTAVE, between, within + within / pages)


def mean_step(steps: Mapping[int, int]) -> float:
    """The mean of a histogram."""
    return sum(step * n for step, n in steps.items()) / sum(steps.values())


def links_of(url: str, days: Sequence[SiteDay]) -> Level | None:
    """The usual number of links on a list, as log1p; None for a list that was never read."""
    known = [log1p(links / reads) for links, reads in (_of(day, "links", url, (0, 0)) for day in days) if reads]
    if not known:
        return None
    middle = median(known)
    between = fmean([(one - middle) ** 2 for one in known])
    weighed = (between * len(known) + _LINKS_VARY * _DAYS_OF_LINKS) / (len(known) + _DAYS_OF_LINKS)
    return Level(middle, max(weighed, _STEADY_LIST))


def _of(day: SiteDay, kind: str, key: str, nothing: Any) -> Any:
    return day.learned.get(kind, {}).get(key, nothing)
