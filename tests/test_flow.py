"""End to end: the practice portal crawled by the real command, once, twice, and by Scrapy's own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from nnnews.demo.check import Stored, compare
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve
from nnnews.storage import open_store, queries, reading
from nnnews.storage.story_queries import newest_stories

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


@pytest.fixture(scope="module")
def crawled(server: PracticeServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after one crawl of all sites."""
    folder = tmp_path_factory.mktemp("crawled")
    ended = run(server.port, folder, BIN / "nnnews", "crawl", *practised(server))
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", "")
    return folder


def practised(server: PracticeServer) -> list[str]:
    """The sites that the portal has; a checkout may have more."""
    return sorted({one.site for one in server.portal.planted()})


def run(port: int, folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    own = {
        "NNNEWS_DATA": str(folder / "data"),
        "NNNEWS_EXPORTS": str(folder / "exports"),
        "NNNEWS_DELAY": "0",
        "NNNEWS_LOOPBACK": f"127.0.0.1:{port}",
    }
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, capture_output=True, text=True, timeout=120)


def stored(folder: Path) -> list[Stored]:
    with reading(open_store(f"sqlite:///{folder / 'data' / 'nnnews.sqlite3'}")) as connection:
        return [Stored.of(one) for one in queries.every(connection)]


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in (folder / "exports").rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in files}


def test_every_planted_story_is_stored_once_with_its_text_and_copies(server: PracticeServer, crawled: Path) -> None:
    assert compare(server.portal.planted(), stored(crawled)).findings == ()


def test_every_planted_story_comes_out_as_one_with_all_its_copies(server: PracticeServer, crawled: Path) -> None:
    with reading(open_store(f"sqlite:///{crawled / 'data' / 'nnnews.sqlite3'}")) as connection:
        found = newest_stories(connection, 10_000)
    together = {frozenset(member.key for member in story.members) for story in found}
    assert together == {planted.keys for planted in server.portal.planted()}


def test_an_address_that_robots_forbid_is_never_asked_for(server: PracticeServer, crawled: Path) -> None:  # noqa: ARG001
    forbidden = {rule for host in server.portal.hosts for rule in disallowed(server.portal, host)}
    asked = {request.host + request.path for request in server.log}
    assert forbidden
    assert [address for address in asked if any(address.startswith(rule) for rule in forbidden)] == []


def disallowed(portal: Portal, host: str) -> list[str]:
    robots = portal.answer(host, "/robots.txt", {})
    lines = robots.body.decode().splitlines() if robots.status == 200 else []
    return [host + line.partition(":")[2].strip() for line in lines if line.startswith("Disallow: /")]


def test_a_second_crawl_stores_nothing_rewrites_nothing_and_fetches_no_article(
    server: PracticeServer, crawled: Path
) -> None:
    before, files, asked = stored(crawled), digests(crawled), len(server.log)
    ended = run(server.port, crawled, BIN / "nnnews", "crawl", *practised(server))
    articles = {page.url.partition("://")[2] for one in server.portal.planted() for page in (one.original, *one.copies)}
    again = {request.host + request.path for request in server.log[asked:]}
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (stored(crawled), digests(crawled)) == (before, files)
    assert again & articles == set()


def test_a_crawl_without_news_does_not_load_what_signs_texts(server: PracticeServer, crawled: Path) -> None:
    ended = run(server.port, crawled, sys.executable, "-X", "importtime", BIN / "nnnews", "crawl", "gxrd")
    imported = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    assert (ended.returncode, "nnnews.storage.memory" in imported) == (0, True)
    assert {"nnnews.storage.stories", "numpy"}.isdisjoint(imported)


def test_scrapy_does_the_same_job_as_our_own_command(server: PracticeServer, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    assert run(server.port, ours, BIN / "nnnews", "crawl", "gxrd").returncode == 0
    assert run(server.port, theirs, BIN / "scrapy", "crawl", "gxrd").returncode == 0
    assert sorted(stored(ours)) == sorted(stored(theirs)) != []
    assert digests(ours).keys() == digests(theirs).keys()


def test_a_site_that_does_not_answer_is_named_and_the_exit_code_is_1(tmp_path: Path) -> None:
    ended = run(9, tmp_path, BIN / "nnnews", "crawl", "gxrd")
    assert ended.returncode == 1
    assert "nnnews: gxrd: no answer" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_every_exported_line_obeys_the_record(crawled: Path) -> None:
    files = (crawled / "exports" / "data").rglob("articles*.jsonl")
    records = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(records) == len(stored(crawled))
    assert all(
        record["text"][figure["start"] : figure["end"]] == figure["text"]
        for record in records
        for figure in record["figures"]
    )
