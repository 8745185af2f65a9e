"""The outbox and what subscribers were told, on both databases."""

import multiprocessing
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine

from nnnews.storage import open_store, outbox, told
from nnnews.storage.outbox import Letter
from nnnews.storage.sender_lock import sole_sender
from nnnews.storage.told import Look

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LETTERS = (Letter("office", "wecom-1", ("甲", "乙")), Letter("office", "wecom-1", ("丙",)), Letter("x", "c", ("丁",)))


def texts(connection: Connection) -> list[str]:
    return [part.text for part in outbox.waiting(connection, "office")]


def test_parts_wait_in_the_order_of_writing_until_they_were_taken(connection: Connection) -> None:
    outbox.put(connection, LETTERS, NOON)
    first = outbox.waiting(connection, "office")[0]
    outbox.begin(connection, first, "wecom-1", NOON)
    assert texts(connection) == ["甲", "乙", "丙"]
    outbox.took(connection, first)
    assert texts(connection) == ["乙", "丙"]


def test_a_part_has_one_name_however_often_it_is_sent(connection: Connection) -> None:
    outbox.put(connection, LETTERS, NOON)
    before = outbox.waiting(connection, "office")
    outbox.begin(connection, before[0], "wecom-1", NOON)
    outbox.refuse(connection, before[0], "busy")
    after = outbox.waiting(connection, "office")
    assert [part.name for part in after] == [part.name for part in before]
    assert len({part.name for part in after}) == 3
    assert after[0].tries == 1


def test_a_part_under_way_when_its_process_died_is_told_from_one_that_waits(connection: Connection) -> None:
    outbox.put(connection, LETTERS, NOON)
    outbox.begin(connection, outbox.waiting(connection, "office")[0], "wecom-1", NOON)
    assert [part.state for part in outbox.waiting(connection, "office")] == ["sending", "waiting", "waiting"]


def test_what_left_for_a_channel_is_known_for_its_limit_of_posts(connection: Connection) -> None:
    outbox.put(connection, LETTERS, NOON)
    for part, at in zip(outbox.waiting(connection, "office"), (NOON, NOON + HOUR), strict=False):
        outbox.begin(connection, part, "wecom-1", at)
    assert outbox.tried(connection, "wecom-1", NOON + HOUR / 2) == [NOON + HOUR]


def test_what_was_sent_goes_after_a_month_and_what_was_not_stays(connection: Connection) -> None:
    outbox.put(connection, LETTERS, NOON)
    outbox.took(connection, outbox.waiting(connection, "office")[0])
    outbox.put(connection, [], NOON + outbox.KEPT + HOUR)
    assert texts(connection) == ["乙", "丙"]
    assert outbox.tried(connection, "wecom-1", NOON) == []


def test_a_subscription_is_told_of_a_subject_once(connection: Connection) -> None:
    told.tell(connection, "office", ["article 1", "article 2"], NOON)
    told.tell(connection, "office", ["article 2", "article 3"], NOON)
    assert told.known(connection, "office", ["article 3", "article 4"]) == {"article 3"}
    assert told.known(connection, "keepers", ["article 3"]) == set()


def test_the_first_look_of_a_subscription_stays(connection: Connection) -> None:
    assert told.last_look(connection, "office") is None
    told.look(connection, "office", Look(NOON, NOON))
    told.look(connection, "office", Look(NOON + HOUR, NOON + HOUR))
    assert told.last_look(connection, "office") == Look(NOON, NOON + HOUR)


def _hold(url: str, pipe: Any) -> None:
    with sole_sender(open_store(url)) as mine:
        pipe.send(mine)
        pipe.recv()


def test_one_process_sends_and_a_killed_one_holds_nothing(engine: Engine, url: str) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_hold, args=(url, theirs))
    process.start()
    assert ours.recv() is True
    with sole_sender(engine) as mine:
        assert not mine
    process.kill()
    process.join()
    with sole_sender(engine) as mine:
        assert mine
