"""Evidence added up until it is enough: Page's cumulative sum (CUSUM), a page by a page within a day, a day by a day.

Within a day all pages are weighed as one sample: what makes one page of the day unusual may make the others so. What is
found fine brings the sum back to nothing and never below.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from nnnews.storage.stored import State

ENOUGH = 8.0  # e^8: three thousand times likelier broken than not
UNEASY = 4.0
_MOST = 14.0  # evidence beyond this makes the way back longer and says nothing more
_MENDED = -4.0  # what one run must show to be believed after a break: five or six good pages


@dataclass(frozen=True, slots=True)
class Score:
    """The sum up to yesterday, the day, and what was seen of it: two numbers, whose meaning is the measure's."""

    before: float = 0.0
    day: int = 0
    seen: tuple[float, float] = (0.0, 0.0)
    total: float = 0.0
    broken: bool = False

    @classmethod
    def read(cls, kept: Sequence[Any] | None) -> Self:
        """As it was kept; nothing at the first time."""
        if not kept:
            return cls()
        before, day, first, second, total, broken = kept
        return cls(before, day, (first, second), total, bool(broken))

    @property
    def state(self) -> State:
        """What the evidence alone makes of a field."""
        if self.broken:
            return "broken"
        return "uneasy" if self.total >= UNEASY else "fine"

    def kept(self) -> list[float]:
        """For the store."""
        return [
            round(self.before, 3),
            self.day,
            *(round(one, 3) for one in self.seen),
            round(self.total, 3),
            int(self.broken),
        ]

    def on(self, today: date) -> "Score":
        """The score as a run of this day finds it."""
        number = today.toordinal()
        return self if number == self.day else replace(self, before=self.total, day=number, seen=(0.0, 0.0))

    def take(self, seen: tuple[float, float], evidence: float, own: float, *, matters: bool) -> "Score":
        """With all that was seen today, which weighs `evidence`, and this run's own part of it.

        What does not matter makes uneasy and never breaks.
        """
        if self.broken and own <= _MENDED:
            return Score(day=self.day)
        total = min(max(self.before + evidence, 0.0), _MOST)
        broken = (self.broken and total >= UNEASY) or (total >= ENOUGH and matters)
        return Score(self.before, self.day, seen, total, broken)
