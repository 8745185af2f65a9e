"""What each measure of a run says of its field, beside the past and the evidence so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, expm1, log1p
from typing import Any

from nnnews.monitor import evidence, past
from nnnews.monitor.measures import Counts, Share, lengths, links, shares
from nnnews.monitor.scores import Score
from nnnews.storage.stored import SiteDay, State

_PART = 0.7  # of the usual share or of the usual links, below which a loss is more than a shade
_SELDOM = 0.1  # a share that is lower than this has nothing to lose
_FACTOR = 1.7  # longer or shorter bodies
_FEWEST = 3  # pages whose length may break anything: one may be a brief


@dataclass(frozen=True, slots=True)
class Finding:
    """A measure as it is now. `kept`: the part of the day's memory that it goes to, its name there, and its value."""

    field: str
    name: str
    score: Score
    observed: float
    expected: float
    size: int
    kept: tuple[str, str, Any]

    @property
    def state(self) -> State:
        """What the measure alone makes of the field."""
        return self.score.state


@dataclass(frozen=True, slots=True)
class Bench:
    """What measures are judged by: the days of the past, the scores so far, and the day of the run."""

    days: Sequence[SiteDay]
    scores: Mapping[str, Any]
    today: date

    def score(self, key: str) -> Score:
        """The score of a measure, on the day of the run."""
        return Score.read(self.scores.get(key)).on(self.today)


def findings(counts: Counts, bench: Bench) -> Iterator[Finding]:
    """One for each measure that the run could take."""
    for share in shares(counts):
        yield _of_share(share, bench)
    if steps := lengths(counts):
        yield from _of_lengths(steps, bench)
    for url, (found, reads) in links(counts).items():
        yield from _of_links(url, found, reads, bench)


def _of_share(share: Share, bench: Bench) -> Finding:
    rate, score = past.rate_of(share, bench.days), bench.score(share.key)
    good, trials = score.seen[0] + share.good, score.seen[1] + share.trials
    if rate.mean >= _SELDOM:
        whole = evidence.of_share(int(good), int(trials), rate.mean, rate.strength)
        own = evidence.of_share(share.good, share.trials, rate.mean, rate.strength)
        score = score.take((good, trials), whole, own, matters=good < trials * rate.mean * _PART)
    kept = ("shares", share.key, (share.good, share.trials))
    return Finding(share.field, share.name, score, good / trials, rate.mean, int(trials), kept)


def _of_lengths(steps: Mapping[int, int], bench: Bench) -> Iterator[Finding]:
    """Pages of the day together; a few odd ones among many vanish in the mean."""
    usual, score = past.length_of(bench.days), bench.score("text/length")
    pages, mean = sum(steps.values()), past.mean_step(steps) * past.HALF_OCTAVE
    total, count = score.seen[0] + mean * pages, score.seen[1] + pages
    level = usual or past.Level(mean, 1.0)
    if usual:
        offset = total / count - usual.mean
        whole = evidence.of_length(offset, usual.between + usual.within / count)
        own = evidence.of_length(mean - usual.mean, usual.between + usual.within / pages)
        score = score.take((total, count), whole, own, matters=exp(abs(offset)) > _FACTOR and count >= _FEWEST)
    observed, expected = exp(total / count), exp(level.mean)
    kept = ("lengths", "", {str(step): n for step, n in steps.items()})
    yield Finding("text", "length", score, observed, expected, int(count), kept)


def _of_links(url: str, found: int, reads: int, bench: Bench) -> Iterator[Finding]:
    """A list shows the same for days: the newest reading counts, and no second one of the day beside it."""
    usual, score = past.links_of(url, bench.days), bench.score(f"links:{url}")
    number = found / reads
    level = usual or past.Level(log1p(number), 1.0)
    if usual:
        offset = usual.mean - log1p(number)
        weighed = evidence.of_links(offset, usual.between)
        score = score.take((number, 1.0), weighed, weighed, matters=number < expm1(usual.mean) * _PART)
    kept = ("links", url, (found, reads))
    yield Finding("lists", f"links:{url}", score, number, expm1(level.mean), reads, kept)
