"""One run of one site against its past → the states of the site and of its fields, and what is learned."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from nnnews.items import SHANGHAI
from nnnews.monitor.access import Access, Failing, access, refuses
from nnnews.monitor.findings import Bench, Finding, findings
from nnnews.monitor.flow import Flow, flow
from nnnews.monitor.learning import learn
from nnnews.monitor.reasons import tell, tell_flow
from nnnews.monitor.scores import Score
from nnnews.storage.stored import STATES, Health, SiteDay, State

_FORGOTTEN = 7  # days after which the score of a measure that is taken no more is dropped


@dataclass(frozen=True, slots=True)
class Seen:
    """One site in one run. `whole`: it asked for all that is new; else it was limited and its number says nothing."""

    site: str
    daily: float
    run_id: int
    at: datetime
    verdict: str
    counts: Mapping[str, Any]
    whole: bool = True

    @property
    def today(self) -> date:
        """The day in Nanning."""
        return self.at.astimezone(SHANGHAI).date()


@dataclass(frozen=True, slots=True)
class Judged:
    """What a run of a site came to. `access` is None when it told nothing."""

    site: str
    access: Access | None
    states: tuple[Health, ...] = ()
    day: SiteDay | None = None


def judge(seen: Seen, days: Sequence[SiteDay], standing: Mapping[str, Health], quiet: Collection[date] = ()) -> Judged:
    """`days`: those of the site, the oldest first; `standing`: its spells by field; `quiet`: days all sites rest."""
    what = access(seen.verdict, seen.counts)
    if what is None:
        return Judged(seen.site, None)
    if what != "fine":
        return Judged(seen.site, what, (_failed(seen, what, standing.get("")),))
    scores = {key: value for health in standing.values() for key, value in health.scores.items()}
    before = [day for day in days if day.day < seen.today] or days
    found = list(findings(seen.counts, Bench(before, scores, seen.today)))
    by_field = {field: [one for one in found if one.field == field] for field in ("", *(one.field for one in found))}
    own = _site(seen, flow(seen.daily, days, seen.today, quiet), by_field.pop(""), standing.get(""))
    states = [_field(seen, field, measures, standing.get(field)) for field, measures in by_field.items()]
    return Judged(seen.site, what, (own, *states), _learned(seen, days, found))


def _failed(seen: Seen, what: Access, before: Health | None) -> Health:
    """The evidence about articles stays as it was."""
    scores = before.scores if before else {}
    failing = Failing.after(scores.get("access"), seen.at)
    state = failing.state(what, seen.at)
    return replace(
        _fine(seen, ""), state=state, reason=seen.verdict, measure=what, scores={**scores, "access": failing}
    )


def _site(seen: Seen, flowing: Flow, found: Sequence[Finding], before: Health | None) -> Health:
    """The answers or the flow of articles, whichever is worse."""
    told = _field(seen, "", found, before)
    if told.state == "broken" and refuses(seen.counts.get("problems", {})):
        told = replace(told, state="blocked")
    state: State = "silent" if flowing.silent else "uneasy" if flowing.fewer else "fine"
    if STATES.index(told.state) < STATES.index(state):
        return told
    week, expected = float(flowing.week), round(flowing.expected, 1)
    return replace(told, state=state, reason=tell_flow(flowing), measure="articles", observed=week, expected=expected)


def _field(seen: Seen, field: str, found: Sequence[Finding], before: Health | None) -> Health:
    """As its worst measure; one that could not be taken in this run is what it was."""
    scores = _kept_scores(seen, before) | {_key(one): one.score.kept() for one in found}
    order = {state: -place for place, state in enumerate(STATES)}
    worst = max(found, key=lambda one: (order[one.state], one.score.total if one.state != "fine" else 0), default=None)
    others = [Score.read(kept).state for key, kept in scores.items() if key not in map(_key, found)]
    standing = min((STATES.index(state) for state in others), default=len(STATES))
    now = replace(_fine(seen, field), scores=scores)
    if before and (worst is None or standing < STATES.index(worst.state)):
        told = {name: getattr(before, name) for name in ("reason", "measure", "observed", "expected")}
        return replace(now, state=STATES[standing] if others else "fine", **told)
    if worst is None:
        return now
    told = {"observed": round(worst.observed, 4), "expected": round(worst.expected, 4)}
    return replace(now, state=worst.state, reason=tell(worst), measure=worst.name, **told)


def _kept_scores(seen: Seen, before: Health | None) -> dict[str, Any]:
    """The scores of measures that were taken in the last days; lists come and go."""
    oldest = seen.today.toordinal() - _FORGOTTEN
    kept = before.scores if before else {}
    return {key: value for key, value in kept.items() if key != "access" and Score.read(value).day >= oldest}


def _key(one: Finding) -> str:
    return one.name if one.name.startswith("links:") else f"{one.field}/{one.name}"


def _fine(seen: Seen, field: str) -> Health:
    return Health(seen.site, field, "fine", seen.at, seen.run_id)


def _learned(seen: Seen, days: Sequence[SiteDay], found: Sequence[Finding]) -> SiteDay:
    """The first run of a site brings what lay there for years: its pages teach, its number does not."""
    today = days[-1] if days and days[-1].day == seen.today else SiteDay(seen.site, seen.today)
    counts = seen.whole and bool(days)
    new = seen.counts.get("new", 0) + seen.counts.get("copies", 0)
    added = replace(today, runs=today.runs + counts, new=today.new + new * counts, last_success=seen.at)
    return learn(added, found)
