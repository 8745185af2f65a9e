"""Hours of the day: those in which sites are asked, those in which nobody is disturbed."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Self

from nnnews.errors import ConfigError

_FORM = re.compile(r"(\d\d?):(\d\d)-(\d\d?):(\d\d)")


@dataclass(frozen=True, slots=True)
class Hours:
    """From `start` until before `end`, over midnight where the end is earlier; all day where they are equal."""

    start: time = time()
    end: time = time()

    @classmethod
    def read(cls, written: str, setting: str = "setting 'hours'") -> Self:
        """22:00-06:00; nothing for all day. Raises ConfigError that names the setting."""
        if not written:
            return cls()
        found = _FORM.fullmatch(written.replace(" ", ""))
        try:
            if not found:
                raise ValueError
            start_hour, start_minute, end_hour, end_minute = map(int, found.groups())
            return cls(time(start_hour, start_minute), time(end_hour % 24, end_minute))
        except ValueError as error:
            raise ConfigError(f"{setting} wants two times as 22:00-06:00, not {written!r}") from error

    def include(self, moment: time) -> bool:
        """Whether the time of day lies in them."""
        if self.start < self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end
