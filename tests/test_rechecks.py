"""The practice portal some days later: what was edited, taken back and put back is told, and nothing else."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from nnnews.demo.later import SIZES, Later
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve
from nnnews.storage import open_store, queries, reading, revisions
from nnnews.storage.stored import Revision, StoredArticle

CRAWL_AT = Path(__file__).with_name("crawl_at.py")
SITES = ("nnrb", "gxnews", "gxrd", "rmdbw")


class Days:
    """Crawls on one day after another, into one folder."""

    def __init__(self, folder: Path, server: PracticeServer) -> None:
        self.url = f"sqlite:///{folder / 'nnnews.sqlite3'}"
        own = {
            "NNNEWS_DATA": str(folder),
            "NNNEWS_DELAY": "0",
            "NNNEWS_RECHECK_LIMIT": "500",
            "NNNEWS_WITHDRAWN_DAYS": "2",
        }
        self.environ = {**os.environ, **own, "NNNEWS_LOOPBACK": f"127.0.0.1:{server.port}"}

    def crawl(self, *days: str, sites: tuple[str, ...] = SITES, code: int = 0, **environ: str) -> None:
        for day in days:
            run = [sys.executable, str(CRAWL_AT), f"{day}T08:00", "crawl", *sites, "--no-export"]
            ended = subprocess.run(run, env={**self.environ, **environ}, capture_output=True, text=True, timeout=120)
            assert ended.returncode == code, ended.stderr

    def run(self, *arguments: str, **environ: str) -> str:
        run = [sys.executable, str(CRAWL_AT), "2026-12-20T08:00", *arguments]
        ended = subprocess.run(run, env={**self.environ, **environ}, capture_output=True, text=True, timeout=120)
        assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
        return ended.stdout

    def events(self) -> dict[str, list[str]]:
        """Of every article that has any: what became of it, in order."""
        found: dict[str, list[str]] = {}
        for stored, revision in self.revisions():
            told = revision.kind if revision.event == "edited" else revision.event
            found.setdefault(stored.article.key, []).append(told)
        return found

    def revisions(self) -> list[tuple[StoredArticle, Revision]]:
        with reading(open_store(self.url)) as connection:
            told = revisions.since(connection, 0, boring=True)
            articles = {one.id: one for one in queries.articles_by_id(connection, [one.article_id for one in told])}
        return [(articles[one.article_id], one) for one in told]


@pytest.fixture(scope="module")
def later() -> Later:
    return Later(Portal(7, date(2026, 11, 20)), SITES)


@pytest.fixture(scope="module")
def days(later: Later, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    """From the first crawl to the last, the portal changing in between."""
    with serve(later.portal) as server:
        crawled = Days(tmp_path_factory.mktemp("rechecked"), server)
        crawled.crawl("2026-11-21")
        later.edit()
        crawled.crawl("2026-11-25")
        later.take_back()
        crawled.crawl("2026-12-01", "2026-12-02")
        later.put_back()
        crawled.crawl("2026-12-10")
        yield crawled


def test_forty_planted_changes_are_classed_right_and_no_other_article_has_any(later: Later, days: Days) -> None:
    wanted = {"real": ["real"], "withdrawn": ["withdrawn"], "restored": ["withdrawn", "restored"]}
    events = days.events()
    assert Counter(turn.fate for turn in later.turns) == SIZES
    assert {turn.key: events.get(turn.key) for turn in later.turns if turn.fate != "boring"} == {
        turn.key: wanted[turn.fate] for turn in later.turns if turn.fate != "boring"
    }
    boring = {turn.key for turn in later.of("boring")}
    others = {key: told for key, told in events.items() if key not in {turn.key for turn in later.turns} - boring}
    assert all(key in boring and set(told) == {"boring"} for key, told in others.items())
    assert len(others) >= 5


def test_only_a_real_edit_moves_the_time_of_an_article(later: Later, days: Days) -> None:
    moved = {stored.article.key for stored, _ in days.revisions() if stored.updated != stored.first_seen}
    assert moved == {turn.key for turn in later.of("real")}


def test_a_withdrawn_article_is_kept_and_marked(later: Later, days: Days) -> None:
    with reading(open_store(days.url)) as connection:
        marked = {one.article.key for one in queries.every(connection) if one.withdrawn}
    assert marked == {turn.key for turn in later.of("withdrawn")}


def test_edits_name_their_figures(days: Days) -> None:
    told = [change for _, revision in days.revisions() for change in revision.figures]
    assert sum(one.before is not None and one.after is not None for one in told) >= 4


def test_the_verdict_counts_what_happened(days: Days) -> None:
    rows = [json.loads(line) for line in days.run("runs", "--json").splitlines()]
    assert sum(row["withdrawn"] for row in rows) == SIZES["withdrawn"] + SIZES["restored"]
    assert sum(row["restored"] for row in rows) == SIZES["restored"]


def test_a_replay_makes_no_revisions_and_neither_does_another_reader(days: Days, later: Later) -> None:
    before = days.events()
    assert "changed" in days.run("replay", "--site", "gxrd", CRAWL_AT_READER="other")
    assert days.events() == before
    later.touch("one")
    days.crawl("2026-12-18", sites=("gxrd",), CRAWL_AT_READER="other")
    later.touch("two")
    days.crawl("2026-12-28", sites=("gxrd",))
    assert days.events() == before


def test_a_site_that_is_out_of_order_withdraws_nothing(days: Days, later: Later) -> None:
    before = days.events()
    later.break_down()
    days.crawl("2027-01-04", sites=("gxrd", "rmdbw"), code=1, NNNEWS_WITHDRAWN_DAYS="1")
    assert days.events() == before
