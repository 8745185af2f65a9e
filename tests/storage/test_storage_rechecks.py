"""When stored articles are asked for again, and what makes a withdrawal of a miss."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.storage import memory, queries, rechecks, revisions
from nnnews.storage.memory import Found
from nnnews.storage.rechecks import Terms, Visit
from nnnews.storage.store import save

TERMS = Terms(timedelta(hours=6), timedelta(days=45), 3)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAY = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def stored(connection: Connection, article: Article, at: datetime = MONDAY) -> Article:
    """As the crawl leaves it."""
    published = replace(article, published=at)
    memory.remember(connection, [Found(article.key, article.url or "", "nnnews")], at)
    save(connection, published, at)
    rechecks.plan(connection, published, Visit(at, TERMS))
    memory.acknowledge(connection, article.key)
    return published


def due(connection: Connection, at: datetime, most: int = 100) -> list[str]:
    return [one.key for one in rechecks.due(connection, "nnnews", at, most)]


def events(connection: Connection, key: str) -> list[str]:
    found = queries.article_by_key(connection, key)
    assert found is not None
    return [one.event for one in revisions.of_article(connection, found.id)]


def test_the_interval_grows_with_the_age_until_the_article_is_old(connection: Connection, full: Article) -> None:
    article, now, hours = stored(connection, full), MONDAY, []
    while due(connection, MONDAY + 90 * DAY):
        later = next(now + step * HOUR for step in range(1, 9999) if due(connection, now + step * HOUR))
        hours.append((later - now) / HOUR)
        now = later
        rechecks.found(connection, article.key, Visit(now, TERMS))
    assert hours[:3] == [6, 6, 6] and hours == sorted(hours)
    assert 10 <= len(hours) <= 16 and hours[-1] > 24 * 7


def test_what_was_old_when_it_was_found_is_not_asked_for_again(connection: Connection, full: Article) -> None:
    stored(connection, full, MONDAY)
    old = replace(full, key="nnnews/2", url="http://www.nnnews.net/p/2.html", published=MONDAY - 60 * DAY)
    rechecks.plan(connection, old, Visit(MONDAY, TERMS))
    assert due(connection, MONDAY + DAY) == [full.key]


def test_a_known_article_tells_whether_a_layout_read_it(connection: Connection, full: Article) -> None:
    stored(connection, replace(full, layout="nnnews"))
    stored(
        connection, replace(full, key="nnnews/2", url="http://www.nnnews.net/p/2.html", text="另一篇。", layout=None)
    )
    known = rechecks.due(connection, "nnnews", MONDAY + DAY, 9)
    assert {one.key: one.by_layout for one in known} == {full.key: True, "nnnews/2": False}


def test_no_article_is_asked_for_twice_when_the_setting_says_so(connection: Connection, full: Article) -> None:
    never = Visit(MONDAY, replace(TERMS, last=timedelta()))
    assert not rechecks.found(connection, full.key, never, full)
    assert due(connection, MONDAY + DAY) == []


def test_missed_on_three_days_it_is_withdrawn_and_found_again_restored(connection: Connection, full: Article) -> None:
    key = stored(connection, full).key
    told = [rechecks.missed(connection, key, "http-404", Visit(MONDAY + days * DAY, TERMS)) for days in (1, 2, 3, 4)]
    assert told == [False, False, True, False]
    assert rechecks.found(connection, key, Visit(MONDAY + 5 * DAY, TERMS))
    assert not rechecks.found(connection, key, Visit(MONDAY + 6 * DAY, TERMS))
    assert events(connection, key) == ["withdrawn", "restored"]
    withdrawn, _ = revisions.newest(connection)[::-1]
    assert withdrawn.note == "http-404; on 3 days since 2026-03-03"


def test_many_misses_on_one_day_are_one(connection: Connection, full: Article) -> None:
    key = stored(connection, full).key
    late = MONDAY + 11.5 * HOUR  # half past eleven at night in Nanning
    for at in (late, late + HOUR, late + 2 * HOUR, late + 11 * HOUR):
        assert not rechecks.missed(connection, key, "http-404", Visit(at, TERMS))
    assert events(connection, key) == []


def test_a_miss_between_two_sightings_is_forgotten(connection: Connection, full: Article) -> None:
    key = stored(connection, full).key
    for day in range(1, 12, 2):
        rechecks.missed(connection, key, "http-404", Visit(MONDAY + day * DAY, TERMS))
        rechecks.found(connection, key, Visit(MONDAY + (day + 1) * DAY, TERMS))
    assert events(connection, key) == []


def test_a_copy_that_is_gone_withdraws_nothing(connection: Connection, full: Article) -> None:
    stored(connection, full)
    copy = stored(connection, replace(full, key="nnnews/9", url="http://www.nnnews.net/p/9.html"))
    told = [rechecks.missed(connection, copy.key, "http-404", Visit(MONDAY + n * DAY, TERMS)) for n in range(1, 6)]
    assert (told, events(connection, full.key)) == ([False] * 5, [])


def test_those_missed_come_first_and_bring_witnesses(connection: Connection, article: Callable[..., Article]) -> None:
    keys = [stored(connection, article(number), MONDAY).key for number in range(1, 7)]
    for key in keys:
        rechecks.found(connection, key, Visit(MONDAY + 10 * DAY, TERMS))
    rechecks.missed(connection, keys[4], "http-404", Visit(MONDAY + 10 * DAY, TERMS))
    assert due(connection, MONDAY + 10 * DAY) == []
    found = due(connection, MONDAY + 11 * DAY)
    assert found[0] == keys[4] and len(found) == 4
    assert len(due(connection, MONDAY + 90 * DAY, 2)) == 4


def test_what_could_not_be_asked_waits_and_keeps_its_count(connection: Connection, full: Article) -> None:
    key = stored(connection, full).key
    rechecks.missed(connection, key, "http-404", Visit(MONDAY + DAY, TERMS))
    rechecks.postpone(connection, key, Visit(MONDAY + 2 * DAY, TERMS))
    assert due(connection, MONDAY + 2 * DAY + HOUR) == [] and due(connection, MONDAY + 3 * DAY) == [key]
    [known] = rechecks.due(connection, "nnnews", MONDAY + 3 * DAY, 9)
    assert known.missed and known.title == full.title
