"""The practice portal crawled by the real command, and its archive replayed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nnnews.crawl.lock import locked
from nnnews.demo.portal import Portal
from nnnews.demo.server import serve
from nnnews.storage import open_store, queries, reading
from nnnews.storage.stored import Appearance, StoredArticle
from nnnews.storage.story_queries import Story, newest_stories

EPOCH = datetime.fromtimestamp(0, UTC)
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder after one crawl."""
    data = tmp_path_factory.mktemp("crawled") / "data"
    with serve(Portal(11)) as server:
        own = {"NNNEWS_DELAY": "0", "NNNEWS_LOOPBACK": f"127.0.0.1:{server.port}"}
        ended = run(data, "crawl", "--no-export", "gxnews", "nnrb", **own)
    assert (ended.returncode, ended.stderr) == (0, "")
    yield data


def run(data: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    own = {"NNNEWS_DATA": str(data), **environ}
    return subprocess.run(
        [BIN / "nnnews", *arguments], env={**os.environ, **own}, capture_output=True, text=True, timeout=120
    )


def content(data: Path) -> dict[str, Any]:
    """Every article with the places where its text appeared, every story, and every page that could not be read."""
    with reading(open_store(f"sqlite:///{data / 'nnnews.sqlite3'}")) as connection:
        found: dict[str, Any] = {one.article.key: (one.article, places(one)) for one in queries.every(connection)}
        found |= {f"story {one.representative.key}": members(one) for one in newest_stories(connection, 10_000)}
        found |= {f"{one.key} {one.kind}": one for one in queries.open_problems(connection) if one.kind != "robots"}
    return found


def places(stored: StoredArticle) -> set[Appearance]:
    """Without the time of storing, which is the store's own."""
    return {replace(place, first_seen=EPOCH) for place in stored.appearances}


def members(story: Story) -> set[tuple[str, str]]:
    return {(member.key, member.kind) for member in story.members}


def test_a_replay_of_what_was_just_crawled_changes_nothing(crawled: Path) -> None:
    ended = run(crawled, "replay", "--dry-run")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "would be: nothing, all is as it was\n", "")


def test_a_replay_into_an_empty_store_gives_the_store_of_the_crawl_field_by_field(
    crawled: Path, tmp_path: Path
) -> None:
    shutil.copytree(crawled / "archive", tmp_path / "archive")
    ended = run(tmp_path, "replay")
    assert (ended.returncode, ended.stderr) == (0, "")
    expected, got = content(crawled), content(tmp_path)
    assert len(expected) > 120
    assert {key: got.get(key) for key in expected} == expected
    assert got.keys() == expected.keys()


def test_stories_made_anew_from_the_store_are_those_of_the_crawl(crawled: Path, tmp_path: Path) -> None:
    shutil.copy(crawled / "nnnews.sqlite3", tmp_path / "nnnews.sqlite3")
    ended = run(tmp_path, "replay", "--signatures")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert content(tmp_path) == content(crawled)


def test_the_files_of_a_crawl_read_as_a_backfill_give_it_too(crawled: Path, tmp_path: Path) -> None:
    files = [argument for file in (crawled / "archive").iterdir() for argument in ("--from", str(file))]
    shutil.copy(crawled / "nnnews.sqlite3", tmp_path / "nnnews.sqlite3")
    assert run(tmp_path, "replay", *files).stdout == "written: nothing, all is as it was\n"
    assert "new" in run(tmp_path / "new", "replay", "--dry-run", "--site", "nnrb", *files).stdout


def test_every_file_of_a_crawl_passes_the_check_of_warcio(crawled: Path) -> None:
    checked = subprocess.run([BIN / "warcio", "check", *(crawled / "archive").iterdir()], capture_output=True)
    assert (checked.returncode, checked.stdout) == (0, b"")


def test_a_run_that_holds_the_folder_is_not_disturbed_and_an_unknown_site_is_named(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert run(tmp_path, "replay").returncode == 75
        assert run(tmp_path, "replay", "--dry-run").returncode == 0
    ended = run(tmp_path, "replay", "--site", "nosuch")
    assert (ended.returncode, ended.stderr[:38]) == (2, "nnnews: unknown site 'nosuch'; known: ")
