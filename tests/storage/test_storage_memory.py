"""The URL memory: nothing found is lost, nothing read is asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.storage import memory
from nnnews.storage.memory import TRIES, Answer, Found

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FIRST = Found("nnnews/1", "http://www.nnnews.net/p/1.html", "nnnews", found_on="http://www.nnnews.net/")
SECOND = Found("nnrb/2", "http://nnrb.example/2.html", "nnrb")
LIST = Found("nnnews/list", "http://www.nnnews.net/", "nnnews", kind="list")


def states(connection: Connection, *keys: str) -> list[str]:
    known = memory.recall(connection, keys)
    return [known[key].state for key in keys]


def waiting(connection: Connection, now: datetime = NOON, site: str | None = None) -> list[str]:
    return [known.key for known in memory.pending(connection, now, site)]


def test_only_new_addresses_are_told(connection: Connection) -> None:
    assert memory.remember(connection, [FIRST, FIRST, SECOND], NOON) == {"nnnews/1", "nnrb/2"}
    assert memory.remember(connection, [SECOND], NOON + HOUR) == set()
    assert memory.recall(connection, ["nnnews/1"])["nnnews/1"].found_on == FIRST.found_on


def test_what_was_found_and_not_read_is_pending(connection: Connection) -> None:
    memory.remember(connection, [FIRST, SECOND], NOON)
    memory.acknowledge(connection, "nnnews/1")
    assert waiting(connection) == ["nnrb/2"]
    assert waiting(connection, site="nnnews") == []


def test_a_failing_address_waits_longer_each_time_and_is_given_up(connection: Connection) -> None:
    memory.remember(connection, [FIRST], NOON)
    now = NOON
    for tries in range(1, TRIES):
        memory.fail(connection, "nnnews/1", "no body found", now)
        assert waiting(connection, now + tries * DAY - HOUR) == []
        now += tries * DAY
        assert waiting(connection, now) == ["nnnews/1"]
    memory.fail(connection, "nnnews/1", "no body found", now)
    assert states(connection, "nnnews/1") == ["gone"]
    assert memory.recall(connection, ["nnnews/1"])["nnnews/1"].last_problem == "no body found"


def test_validators_are_those_of_the_last_good_answer(connection: Connection) -> None:
    memory.remember(connection, [LIST], NOON)
    assert memory.validators(connection, LIST.url) == {}
    memory.answered(connection, LIST.key, Answer(NOON, 200, '"a"', "Mon, 02 Mar 2026 04:00:00 GMT"))
    memory.answered(connection, LIST.key, Answer(NOON + HOUR, 503))
    headers = {"If-None-Match": '"a"', "If-Modified-Since": "Mon, 02 Mar 2026 04:00:00 GMT"}
    assert memory.validators(connection, LIST.url) == headers


def test_an_article_fetched_and_never_stored_is_fetched_whole_again(connection: Connection) -> None:
    memory.remember(connection, [FIRST], NOON)
    memory.answered(connection, FIRST.key, Answer(NOON, 200, '"a"'))
    assert memory.validators(connection, FIRST.url) == {}
    memory.acknowledge(connection, FIRST.key)
    assert memory.validators(connection, FIRST.url) == {"If-None-Match": '"a"'}


def test_an_address_is_acknowledged_with_what_the_server_said(connection: Connection) -> None:
    memory.remember(connection, [FIRST], NOON)
    memory.acknowledge(connection, FIRST.key, Answer(NOON, 200, '"a"'))
    [known] = memory.recall(connection, [FIRST.key]).values()
    assert (known.state, known.status, known.etag, known.last_fetched) == ("done", 200, '"a"', NOON)
    memory.acknowledge(connection, FIRST.key, Answer(NOON + HOUR, 304))
    assert memory.validators(connection, FIRST.url) == {"If-None-Match": '"a"'}


@pytest.mark.parametrize(("read", "kept"), [(True, {"If-None-Match": '"a"'}), (False, {})])
def test_a_list_met_again_is_asked_for_news_only_when_it_was_read(
    connection: Connection, read: bool, kept: dict[str, str]
) -> None:
    memory.remember(connection, [LIST], NOON)
    memory.answered(connection, LIST.key, Answer(NOON, 200, '"a"'))
    if read:
        memory.acknowledge(connection, LIST.key)
    memory.remember(connection, [LIST], NOON + HOUR)
    assert states(connection, LIST.key) == ["new"]
    assert memory.validators(connection, LIST.url) == kept


def test_an_article_met_again_stays_done(connection: Connection) -> None:
    memory.remember(connection, [FIRST], NOON)
    memory.acknowledge(connection, FIRST.key)
    memory.remember(connection, [FIRST], NOON + HOUR)
    assert states(connection, FIRST.key) == ["done"]


def test_thousands_of_addresses_are_recalled_at_once(connection: Connection) -> None:
    many = [Found(f"nnnews/{number}", f"http://www.nnnews.net/{number}", "nnnews") for number in range(1200)]
    memory.remember(connection, many, NOON)
    assert len(memory.recall(connection, [address.key for address in many])) == 1200
