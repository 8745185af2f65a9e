"""When a subscription is told: at once, or gathered until a time of the day or of the week."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Self

from nnnews.errors import ConfigError
from nnnews.items import SHANGHAI

MORNING = time(8, 30)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FORM = re.compile(
    rf"(?P<often>at once|daily|weekly(?: (?P<day>{'|'.join(_DAYS)}))?)(?: (?P<hour>\d\d?):(?P<minute>\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`days` between two messages (0: at once), the time of day in Asia/Shanghai, and the day of the week, Monday 0."""

    days: int = 1
    at: time = MORNING
    weekday: int = 0

    @classmethod
    def read(cls, written: object, setting: str) -> Self:
        """`at once`, `daily 08:30`, `weekly mon 08:30`; without a time 08:30. Raises ConfigError."""
        found = _FORM.fullmatch(" ".join(written.lower().split())) if isinstance(written, str) else None
        try:
            if not found:
                raise ValueError
            at = time(int(found["hour"]), int(found["minute"])) if found["hour"] else MORNING
        except ValueError as error:
            forms = "'at once', 'daily 08:30' or 'weekly mon 08:30'"
            raise ConfigError(f"{setting} wants {forms}, not {written!r}") from error
        days = {"at": 0, "daily": 1, "weekly": 7}[found["often"].split()[0]]
        return cls(days, at, _DAYS.index(found["day"] or "mon"))

    def last_due(self, now: datetime) -> datetime:
        """The latest time at or before `now` at which the subscription is told."""
        if not self.days:
            return now
        local = now.astimezone(SHANGHAI)
        due = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)
        if self.days == 7:
            due -= timedelta((local.weekday() - self.weekday) % 7)
        return due if due <= local else due - timedelta(self.days)


DAILY = Schedule()
