"""A site that is watched run by run, without a store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from nnnews.monitor import Judged, Seen, judge
from nnnews.storage.stored import Health, SiteDay, State

START = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # a Monday


def counted(pages: int = 10, verdict: str = "ok", **tally: Any) -> dict[str, Any]:
    """Counters of a run that found every field on every page; `tally` overrules, `_` stands for `/`."""
    fields = ("title", "published", "clock", "source", "author", "text")
    usual = {f"field/{name}": pages for name in fields} | {"agree/title": pages, "agree/body": min(pages, 5)}
    own = {name.replace("_", "/", 1): value for name, value in tally.items()}
    lists = {"lists": 1, "links": 20, "read/http://x/": 1, "links/http://x/": 20}
    counts = {"pages": pages, "layout/a": pages, "length/17": pages, **usual, **lists, **own}
    return {"new": pages, "found": 20, "tally": counts, "problems": {}, "verdict": verdict}


@dataclass
class Watched:
    """One site; `today` counts days from START."""

    today: int = 0
    number: int = 0
    days: list[SiteDay] = field(default_factory=list)
    standing: dict[str, Health] = field(default_factory=dict)
    last: Judged | None = None

    def run(self, counts: Mapping[str, Any], days: float = 1, **seen: Any) -> "Watched":
        """A run with these counters, and `days` until the next."""
        self.number += 1
        at = START + timedelta(days=self.today)
        told = Seen("nnrb", 10.0, self.number, at, counts.get("verdict", "ok"), counts, **seen)
        self.last = judge(told, self.days, self.standing)
        self.standing |= {health.field: health for health in self.last.states}
        if day := self.last.day:
            self.days = [known for known in self.days if known.day != day.day] + [day]
        self.today += int(days)
        return self

    def live(self, days: int, **tally: Any) -> "Watched":
        """That many ordinary days."""
        for _ in range(days):
            self.run(counted(**tally))
        return self

    def state(self, name: str) -> State:
        """Of a field, or of the site itself."""
        return self.standing[name].state
