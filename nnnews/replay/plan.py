"""What is to be read again."""

import os
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from nnnews.items import SHANGHAI


@dataclass(frozen=True, slots=True)
class Plan:
    """One site or all; what was fetched from a day on; out of these files instead of the archive."""

    site: str | None = None
    since: date | None = None
    files: tuple[Path, ...] = ()

    @property
    def start(self) -> datetime | None:
        """The first moment of that day in Nanning."""
        return datetime.combine(self.since, time.min, SHANGHAI) if self.since else None


def count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
