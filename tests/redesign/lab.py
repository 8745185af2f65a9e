"""The redesign lab: how soon a redesign is seen, and how often an ordinary day is taken for one.

python tests/redesign/lab.py [--seed 6] [--days 200] [--loud]      exit code 1 when a floor is missed

All sites are crawled twice a day through the project's spiders, steps and counters, and judged as after any run. Then
each redesign is put on: the first run that reads a page of it must find its site broken.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from lab_days import FIRST, HOURS, City, Noise, moment
from redesign_portal import HOSTS, Redesign, RedesignedPortal
from redesigns import REDESIGNS
from redesigns_held_out import HELD_OUT
from sqlalchemy import Connection

from nnnews.crawl.health import Ended, watch_run
from nnnews.crawl.report import SiteReport
from nnnews.crawl.run import site_run
from nnnews.storage import health, open_store, writing
from nnnews.storage.runs import start_run
from nnnews.storage.stored import NETWORK, Transition

ALARMS = ("broken", "blocked", "silent")
FEW = 3  # new pages that the run after a redesign has at least
LOUD = Noise(
    no_source=0.2, brief=0.12, odd_template=0.012, dead=0.05, captcha=0.006, no_answer=0.008, site_away=0.02,
    list_failed=0.03, list_short=0.05, odd_day=0.06, slow_day=0.15, network_away=0.01,
)  # fmt: skip


@dataclass
class Year:
    """A city whose sites were watched for a number of days."""

    city: City
    days: int
    connection: Connection
    alarms: list[str] = field(default_factory=list)
    network: int = 0

    def live(self) -> None:
        """All the days."""
        for number in range(self.days):
            day = FIRST + timedelta(days=number)
            for hour in HOURS:
                self.judge(day, hour, self.first() if (number, hour) == (0, HOURS[0]) else self.city.run(day, hour))

    def first(self) -> list[SiteReport]:
        """The first run of all: everything is new."""
        return [self.city.crawl(name, self.city.portal, frozenset(self.city.pools[name])) for name in HOSTS]

    def judge(self, day: date, hour: int, reports: Sequence[SiteReport]) -> tuple[Transition, ...]:
        """As after any run; alarms are noted."""
        at = moment(day, hour)
        run = start_run(self.connection, at)
        watch_run(self.connection, Ended(run, at, tuple(map(site_run, reports))))
        begun = health.transitions(self.connection, run - 1)
        for one in begun:
            if one.after.state in ALARMS and one.after.site == NETWORK:
                self.network += 1
            elif one.after.state in ALARMS:
                self.alarms.append(
                    f"{day} {one.after.site} {one.after.field or 'site'} {one.after.state}: {one.after.reason}"
                )
        return begun

    def put_on(self, redesign: Redesign, rng: Random) -> tuple[bool, str]:
        """Whether the first run after the redesign that reads a page finds the site broken, and what was told."""
        name, portal = redesign.site, RedesignedPortal(self.city.portal, redesign)
        day = FIRST + timedelta(days=self.days + rng.randrange(7))
        number = max(self.city.number(name, day, rng), FEW)
        fresh = self.city.fresh(name, number, rng)
        with self.connection.begin_nested() as attempt:
            noted = len(self.alarms)
            reports = [self.city.crawl(name, portal, fresh)]
            begun = self.judge(day, HOURS[0], reports)
            del self.alarms[noted:]
            attempt.rollback()
        told = [one.after for one in begun if one.after.site == name and one.after.state != "fine"]
        words = "; ".join(f"{one.field or 'site'} {one.state}: {one.reason}" for one in told)
        return any(one.state in ALARMS for one in told), f"{number} new · {words or 'nothing'}"


def detect(year: Year, redesigns: Iterable[Redesign]) -> tuple[int, int]:
    """How many of how many are seen; each that is not is printed."""
    results = [(one, *year.put_on(one, Random(f"{year.city.seed}{one.name}"))) for one in redesigns]
    for redesign, seen, words in results:
        print(f"{'seen  ' if seen else 'MISSED'} {redesign.name:24} {words[:180]}")
    return sum(seen for _, seen, _ in results), len(results)


def main() -> int:
    """Print what was seen; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--days", type=int, default=200)
    parser.add_argument("--loud", action="store_true", help="twice the noise")
    options = parser.parse_args()
    with writing(open_store("sqlite://")) as connection:
        year = Year(City(options.seed, LOUD if options.loud else Noise()), options.days, connection)
        year.live()
        print(*year.alarms, sep="\n")
        seen, tried = detect(year, REDESIGNS)
        more, others = detect(year, HELD_OUT)
    print(f"false alarms on {options.days} days: {len(year.alarms)}; the network was away {year.network} times")
    print(f"redesigns seen in the first run: {seen} of {tried}; of those nothing was tuned on: {more} of {others}")
    return int(len(year.alarms) > 1 or seen < tried - 1)


if __name__ == "__main__":
    sys.exit(main())
