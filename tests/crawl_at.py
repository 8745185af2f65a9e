"""`python crawl_at.py 2026-11-23T08:00 crawl gxrd`: the nnnews command on another day.

With CRAWL_AT_READER=other the rules for reading have changed: every text ends otherwise.
"""

import os
import sys
from dataclasses import replace
from datetime import datetime as real
from datetime import timedelta, tzinfo
from importlib import import_module
from typing import Any

from nnnews.items import Article

CLOCKS = (
    "pipelines.storing",
    "spiders.store_memory",
    "spiders.pages",
    "spiders.archiving",
    "storage.leases",
    "crawl.run",
)


class MovedClock(real):
    """Tells the time as if the process had started at another moment."""

    away = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        """Now, there."""
        return real.now(tz) + cls.away


def main() -> None:
    MovedClock.away = real.fromisoformat(sys.argv[1]).astimezone() - real.now().astimezone()
    sys.argv[0:2] = ["nnnews"]
    for name in CLOCKS:
        import_module(f"nnnews.{name}").datetime = MovedClock  # type: ignore[attr-defined]
    if os.environ.get("CRAWL_AT_READER"):
        change_reader()
    import_module("nnnews.cli").main()


def change_reader() -> None:
    from nnnews import reading
    from nnnews.revisions import reader

    strip, shared = reading.strip, reader._shared()

    def other(article: Article) -> Article:
        stripped = strip(article)
        return replace(stripped, text=stripped.text + "\n本版规则在此添上一句话，共8个字。")

    reading.strip = other
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # a replay then reads in this process
    reader._shared = lambda: f"{shared} other"  # type: ignore[assignment]


if __name__ == "__main__":
    main()
