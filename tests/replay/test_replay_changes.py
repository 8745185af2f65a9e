"""What a replay changes is shown field by field, and a replay of what is stored changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from replay_past import START, Past, page

from nnnews.archive import rereading
from nnnews.items import Problem
from nnnews.replay.changes import Difference
from nnnews.storage import memory, open_store, queries, reading, writing
from nnnews.storage.problems import record_problem
from nnnews.storage.stored import StoredArticle

KEY = "nnnews/100001"


def stored(past: Past, key: str = KEY) -> StoredArticle:
    with reading(open_store(past.config.database_url)) as connection:
        found = queries.article_by_key(connection, key)
    assert found
    return found


def test_a_second_replay_changes_nothing(past: Past) -> None:
    past.answered("/p/100001.html", page("代表走进联络站"))
    past.answered("/p/100002.html", page("代表走进联络站"))
    past.answered("/p/100003.html", b"", 404)
    past.write()
    assert stored(past, "nnnews/100002").article.key == KEY
    assert past.changes() == []


def test_several_processes_find_the_same_in_the_same_order(past: Past) -> None:
    for number in range(100000, 100120):
        past.answered(f"/p/{number}.html", page(f"第{number}篇"))
    alone, together = past.changes(), past.changes(processes=2)
    assert len(alone) == 120
    assert together == alone


def test_a_mended_rule_is_shown_and_written_and_the_article_is_no_newer(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.answered("/p/100001.html", page("代表走进联络站"))
    past.write()
    before, refine = stored(past), rereading.refine
    monkeypatch.setattr(rereading, "refine", lambda one: replace(refine(one), text=one.text + "完", source=None))
    [change] = past.changes()
    assert [one.field for one in change.differences] == ["source", "text"]
    assert change.differences[0] == Difference("source", "南宁日报", "–")
    assert change.differences[1].after.endswith("交流。完")
    past.write()
    after = stored(past)
    assert after.article == replace(before.article, text=before.article.text + "完", source=None)
    assert (after.first_seen, after.updated) == (before.first_seen, before.updated) == (START, START)


def test_a_stored_article_that_can_no_longer_be_read_stays_and_is_told_of(past: Past) -> None:
    past.answered("/p/100001.html", page("代表走进联络站"))
    past.write()
    past.config.archive_folder.rename(past.config.data / "away")
    [change] = past.changes()
    assert (change.kind, change.differences[0].after[:11]) == ("lost", "undecodable")
    past.write()
    assert stored(past).article.title == "代表走进联络站"


def test_a_page_that_can_be_read_at_last_is_no_problem_any_more_and_need_not_be_fetched(past: Past) -> None:
    past.answered("/p/100001.html", page("代表走进联络站"))
    found = memory.Found(KEY, "http://www.nnnews.net/p/100001.html", "nnnews")
    now = datetime.now(UTC)
    with writing(open_store(past.config.database_url)) as connection:
        memory.remember(connection, [found], now)
        memory.fail(connection, KEY, "no title found", now)
        record_problem(connection, Problem(KEY, found.url, "nnnews", "missing", "no title found"))
    past.write()
    with reading(open_store(past.config.database_url)) as connection:
        assert queries.open_problems(connection) == []
        assert memory.recall(connection, [KEY])[KEY].state == "done"
