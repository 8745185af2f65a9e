"""Reading the store, the history of runs, and the problems that are open."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.items import Article, Problem
from nnnews.storage import memory, queries
from nnnews.storage.facets import Facet
from nnnews.storage.memory import Found
from nnnews.storage.problems import clear_problems, record_problem
from nnnews.storage.runs import Finish, finish_run, recent_runs, start_run
from nnnews.storage.store import save
from nnnews.storage.stored import Counts, SiteCounts, SiteRun

Make = Callable[..., Article]
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEAD = Problem("nnnews/7", "http://www.nnnews.net/p/7.html", "nnnews", "missing", "no body found")


def keys(found: list[queries.StoredArticle]) -> list[str]:
    return [one.article.key for one in found]


def test_the_newest_are_those_seen_last(connection: Connection, article: Make) -> None:
    for number, district in enumerate(("青秀区", "横州市", "青秀区")):
        save(connection, article(number, district=district), NOON + number * HOUR)
    assert keys(queries.newest(connection)) == ["nnnews/2", "nnnews/1", "nnnews/0"]
    assert keys(queries.newest(connection, 1)) == ["nnnews/2"]
    assert keys(queries.newest(connection, 20, Facet("district", "青秀区"))) == ["nnnews/2", "nnnews/0"]


def test_every_article_comes_once_and_in_order(
    connection: Connection, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "BATCH", 2)
    saved = [article(number) for number in range(5)]
    for one in saved:
        save(connection, one)
    assert [stored.article for stored in queries.every(connection)] == saved


def test_what_is_not_there_is_none(connection: Connection) -> None:
    assert queries.article(connection, 1) is None
    assert queries.article_by_key(connection, "nnnews/1") is None
    assert queries.article_by_url(connection, "http://www.nnnews.net/") is None


def test_a_copy_is_found_by_its_address(connection: Connection, full: Article, article: Make) -> None:
    save(connection, full)
    save(connection, article(2, text=full.text))
    stored = queries.article_by_url(connection, "http://www.nnnews.net/p/2.html")
    assert stored is not None and stored.article.key == full.key


def test_the_store_and_its_sites_are_counted(connection: Connection, full: Article, article: Make) -> None:
    save(connection, full)
    save(connection, article(2, text=full.text, site="gxnews"))
    record_problem(connection, DEAD)
    memory.remember(connection, [Found("nnnews/1", "http://www.nnnews.net/p/1.html", "nnnews")], NOON)
    assert queries.count_articles(connection) == Counts(articles=1, copies=1, relevant=1)
    assert queries.count_sites(connection) == {
        "gxnews": SiteCounts(articles=0, copies=1, problems=0, addresses={}),
        "nnnews": SiteCounts(articles=1, copies=0, problems=1, addresses={"new": 1}),
    }


def test_the_code_of_a_place_comes_from_the_articles(connection: Connection, full: Article) -> None:
    save(connection, full)
    assert (queries.place_code(connection, "青秀区"), queries.place_code(connection, "无名区")) == ("450103", None)


def test_when_articles_were_last_updated_is_asked_for_some(connection: Connection, article: Make) -> None:
    ids = [save(connection, article(n), NOON + timedelta(days=n)).article_id for n in range(3)]
    assert queries.last_updated(connection, ids[:2]) == NOON + timedelta(days=1)
    assert queries.last_updated(connection, []) is None


def test_a_problem_met_again_is_one_problem(connection: Connection) -> None:
    record_problem(connection, DEAD, NOON)
    record_problem(connection, Problem(DEAD.key, DEAD.url, DEAD.site, DEAD.kind, "no title found"), NOON + HOUR)
    [problem] = queries.open_problems(connection)
    assert problem.reason == "no title found"


def test_a_mended_problem_is_forgotten(connection: Connection) -> None:
    record_problem(connection, DEAD)
    clear_problems(connection, DEAD.key)
    assert queries.open_problems(connection, "nnnews") == []


def test_an_article_that_is_stored_has_no_problems(connection: Connection, article: Make) -> None:
    record_problem(connection, DEAD)
    save(connection, article(7))
    assert queries.open_problems(connection) == []


def test_runs_are_told_newest_first_with_their_sites(connection: Connection) -> None:
    killed = start_run(connection, NOON)
    run = start_run(connection, NOON + HOUR)
    sites = (SiteRun("nnnews", "ok", {"new": 3, "copy": 1}), SiteRun("nnrb", "failed", {"problem/blocked": 2}))
    finish_run(connection, run, Finish(NOON + 2 * HOUR, "partial", sites))
    newest, oldest = recent_runs(connection)
    assert (newest.verdict, newest.finished, newest.sites) == ("partial", NOON + 2 * HOUR, sites)
    assert (oldest.id, oldest.verdict, oldest.finished, oldest.sites) == (killed, None, None, ())
