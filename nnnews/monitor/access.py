"""What came of asking a site at all.

fine ─ it answered, and its lists named articles or had not changed
empty, crashed ─ broken at once: nothing that is served can be read
unreachable, refused ─ it may pass: uneasy at first, then broken or blocked
None ─ the run tells nothing: it was stopped, or the site was left alone
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from nnnews.storage.stored import State

Access = Literal["fine", "empty", "crashed", "unreachable", "refused"]

_REFUSALS = frozenset({"401", "403", "407", "412", "418", "429", "451"})
_PROBLEMS_OF_REFUSAL = frozenset({"blocked", "robots", "retry-later", *(f"http-{status}" for status in _REFUSALS)})
_RUNS = 3
_LONG = timedelta(hours=20)  # a daily run that fails twice


def access(verdict: str, counts: Mapping[str, Any]) -> Access | None:
    """`verdict`: the outcome of the site in the run, `ok` or why it failed."""
    if verdict == "ok":
        return "fine"
    tally, statuses = counts.get("tally", {}), counts.get("statuses", {})
    if tally.get("crashes"):
        return "crashed"
    if counts.get("found") or counts.get("unchanged"):
        return None
    if tally.get("forbidden") or _most_refuse(statuses) or refuses(counts.get("problems", {})):
        return "refused"
    if tally.get("lists"):
        return "empty"
    return "unreachable" if counts.get("errors") or statuses else None


def refuses(problems: Mapping[str, int]) -> bool:
    """Whether most addresses that gave no article were kept from us."""
    refused = sum(count for kind, count in problems.items() if kind in _PROBLEMS_OF_REFUSAL)
    return refused * 2 > sum(problems.values())


def _most_refuse(statuses: Mapping[str, int]) -> bool:
    # robots.txt is asked for first and often answers when nothing else does.
    refused = sum(count for status, count in statuses.items() if status in _REFUSALS)
    return refused > 0 and refused * 2 >= sum(statuses.values())


class Failing(NamedTuple):
    """How many runs in a row the site could not be read, and since when."""

    runs: int
    since: float

    @classmethod
    def after(cls, kept: Any, at: datetime) -> "Failing":
        """One more than was kept."""
        return cls(kept[0] + 1, kept[1]) if kept else cls(1, at.timestamp())

    def state(self, what: Access, at: datetime) -> State:
        """One failed run may be the weather."""
        if what in ("empty", "crashed"):
            return "broken"
        lasting = self.runs >= _RUNS or (self.runs > 1 and at.timestamp() - self.since >= _LONG.total_seconds())
        if not lasting:
            return "uneasy"
        return "blocked" if what == "refused" else "broken"
