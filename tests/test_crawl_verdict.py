"""The verdict of a run and its exit code: a test for each row of the table."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnnews.crawl.lock import locked
from nnnews.crawl.report import SiteReport
from nnnews.crawl.verdict import Verdict, judge
from nnnews.demo.faults import delayed, with_status
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve

ROOT = Path(__file__).parents[1]
NNNEWS = Path(sys.executable).parent / "nnnews"
FINE, DEAD = SiteReport("gxrd"), SiteReport("nnrb", failure="no answer")
UNWRITTEN = SiteReport("gxrb", failure="not all", unwritten="store: disk is full")


@pytest.mark.parametrize(
    ("reports", "number", "expected"),
    [
        ([FINE, FINE], None, Verdict("ok", 0)),
        ([FINE, SiteReport("nnwb", note="crawled by another machine")], None, Verdict("ok", 0)),
        ([FINE, DEAD], None, Verdict("partial", 1)),
        ([DEAD, DEAD], None, Verdict("failed", 1)),
        ([FINE, UNWRITTEN], None, Verdict("unwritten", 74)),
        ([DEAD, FINE], signal.SIGINT, Verdict("stopped", 130)),
        ([DEAD, FINE], signal.SIGTERM, Verdict("stopped", 143)),
    ],
)
def test_each_verdict_has_its_code(reports: list[SiteReport], number: int | None, expected: Verdict) -> None:
    assert judge(reports, number) == expected


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


@pytest.fixture
def crawl(server: PracticeServer) -> Iterator[list[str]]:
    """The command line of a crawl of one site, to be started with `environment`."""
    yield [str(NNNEWS), "crawl", "gxrd", "--no-export"]
    for prefix in list(server.faults):
        server.faults.clear(prefix)


def environment(server: PracticeServer, folder: Path, **own: str) -> dict[str, str]:
    practice = {"NNNEWS_DATA": str(folder), "NNNEWS_DELAY": "0", "NNNEWS_LOOPBACK": f"127.0.0.1:{server.port}"}
    return {**os.environ, **practice, **own}


def run(command: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60)


def rows(environ: dict[str, str]) -> list[tuple[str, str]]:
    """Verdict and outcome of the last runs, the newest first."""
    import json

    told = run([str(NNNEWS), "runs", "--json"], environ).stdout.splitlines()
    return [(row["verdict"], row["outcome"]) for row in map(json.loads, told)]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_in_good_order_and_the_next_is_whole(
    server: PracticeServer, crawl: list[str], tmp_path: Path, number: int, code: int
) -> None:
    server.faults.set("www.gxrd.gov.cn", delayed(0.05))
    environ, before = environment(server, tmp_path), len(server.log)
    process = subprocess.Popen(crawl, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True)
    while len(server.log) < before + 6:
        time.sleep(0.02)
    process.send_signal(number)
    told = process.communicate(timeout=30)[1]
    assert (process.returncode, told) == (code, "nnnews: stopped; what is left waits for the next run\n")
    server.faults.clear("www.gxrd.gov.cn")
    assert run(crawl, environ).returncode == 0
    pages = [request.path for request in server.log[before:] if request.path.startswith("/html/")]
    assert len(pages) - len(set(pages)) <= 1
    assert rows(environ) == [("ok", "ok"), ("stopped", "stopped")]


def test_a_run_in_which_every_site_gave_nothing_has_failed(
    server: PracticeServer, crawl: list[str], tmp_path: Path
) -> None:
    server.faults.set("www.gxrd.gov.cn", with_status(404))
    environ = environment(server, tmp_path)
    ended = run(crawl, environ)
    assert (ended.returncode, ended.stderr) == (1, "nnnews: gxrd: no list could be read (status 404)\n")
    assert rows(environ) == [("failed", "no list could be read (status 404)")]


def test_a_locked_store_ends_the_run_with_74_and_the_next_is_whole(
    server: PracticeServer, crawl: list[str], tmp_path: Path
) -> None:
    store = f"sqlite:///{tmp_path}/nnnews.sqlite3?timeout=0.2"
    environ = environment(server, tmp_path, NNNEWS_DATABASE=store)
    assert run([*crawl, "--limit", "1"], environ).returncode == 0
    other = sqlite3.connect(tmp_path / "nnnews.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ended = run(crawl, environ)
    other.close()
    assert (ended.returncode, "database is locked" in ended.stderr) == (74, True)
    assert len(ended.stderr.splitlines()) == 1
    assert run(crawl, environ).returncode == 0


def test_a_full_disk_ends_the_run_with_74_and_the_next_is_whole(
    server: PracticeServer, crawl: list[str], tmp_path: Path
) -> None:
    environ = environment(server, tmp_path)
    assert run([*crawl, "--limit", "1"], environ).returncode == 0
    ended = run(["bash", "-c", 'ulimit -f 400; exec "$@"', "bash", *crawl], environ)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (74, 1), ended.stderr
    assert run(crawl, environ).returncode == 0
    store = sqlite3.connect(tmp_path / "nnnews.sqlite3")
    assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert store.execute("SELECT count(*) FROM articles").fetchone() == (28,)
    store.close()


def test_a_second_run_leaves_at_once_or_waits(server: PracticeServer, crawl: list[str], tmp_path: Path) -> None:
    environ = environment(server, tmp_path)
    with locked(tmp_path):
        assert run(crawl, environ).returncode == 75
        waiting = subprocess.Popen([*crawl, "--wait", "60"], cwd=ROOT, env=environ)
        time.sleep(1)
        assert waiting.poll() is None
    assert waiting.wait(60) == 0


def test_scrapy_crawl_holds_the_same_lock(server: PracticeServer, tmp_path: Path) -> None:
    scrapy = [str(NNNEWS.with_name("scrapy")), "crawl", "gxrd", "-s", "NNNEWS_PUBLISH=0"]
    before = len(server.log)
    with locked(tmp_path):
        ended = run(scrapy, environment(server, tmp_path))
    assert (ended.returncode, len(server.log)) == (75, before)
    assert f"another run holds {tmp_path}" in ended.stderr


def test_scrapy_crawl_ends_with_the_verdict_too(server: PracticeServer, tmp_path: Path) -> None:
    scrapy = [str(NNNEWS.with_name("scrapy")), "crawl", "gxrd", "-s", "NNNEWS_PUBLISH=0"]
    store = f"sqlite:///{tmp_path}/nnnews.sqlite3?timeout=0.2"
    environ = environment(server, tmp_path, NNNEWS_DATABASE=store)
    assert run([*scrapy, "-a", "limit=1"], environ).returncode == 0
    other = sqlite3.connect(tmp_path / "nnnews.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert run(scrapy, environ).returncode == 74
    other.close()
    assert run(scrapy, environ).returncode == 0
    server.faults.set("www.gxrd.gov.cn", with_status(404))
    assert run([*scrapy, "-a", "full=true"], environ).returncode == 1


def test_nothing_is_asked_outside_the_hours_that_are_set(
    server: PracticeServer, crawl: list[str], tmp_path: Path
) -> None:
    opens, closes = (time.strftime("%H:%M", time.gmtime(time.time() + hours * 3600)) for hours in (10, 11))
    environ = environment(server, tmp_path, NNNEWS_HOURS=f"{opens}-{closes}")  # two hours from now in Shanghai
    before = len(server.log)
    assert run(crawl, environ).returncode == 0
    assert len(server.log) == before
    assert rows(environ) == [("ok", "outside the hours that are set")]


def test_the_ceiling_of_requests_is_kept_and_named(server: PracticeServer, crawl: list[str], tmp_path: Path) -> None:
    environ, before = environment(server, tmp_path, NNNEWS_REQUEST_LIMIT="7"), len(server.log)
    ended = run(crawl, environ)
    assert (ended.returncode, ended.stderr) == (1, "nnnews: gxrd: request_limit reached\n")
    assert len(server.log) == before + 7
    assert run(crawl, environment(server, tmp_path)).returncode == 0


def test_full_asks_again_for_what_is_known_and_unchanged_pages_are_not_sent(
    server: PracticeServer, crawl: list[str], tmp_path: Path
) -> None:
    environ = environment(server, tmp_path)
    run(crawl, environ)
    before = len(server.log)
    assert run([*crawl, "--full"], environ).returncode == 0
    articles = [request.status for request in server.log[before:] if request.path.startswith("/html/art")]
    assert (len(articles), set(articles)) == (28, {304})
