"""`python crawl_at.py 2026-11-23T08:00 crawl gxrd`: the nnnews command on another day."""

import sys
from datetime import datetime as real
from datetime import timedelta, tzinfo
from importlib import import_module
from typing import Any

CLOCKS = ("pipelines", "spiders.store_memory", "spiders.pages", "spiders.archiving", "storage.leases", "crawl.run")


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
    import_module("nnnews.cli").main()


if __name__ == "__main__":
    main()
