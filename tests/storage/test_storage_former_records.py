"""What was published before a change is kept, so that an index made then can be told from the store."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.storage import former_records, records, revisions
from nnnews.storage.store import save

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def stored(connection: Connection, full: Article) -> int:
    return save(connection, full, MONDAY).article_id


def own(connection: Connection) -> str:
    [stamp] = records.stamps(connection)
    return stamp.own


def test_an_edit_leaves_the_record_and_the_stamp_of_before(connection: Connection, stored: int, full: Article) -> None:
    before = own(connection)
    save(connection, replace(full, text=full.text + "\n另有补充。"), MONDAY)
    [change] = former_records.changes(connection)
    assert (change.article_id, change.digest, change.withdrawn) == (stored, before, False)
    assert json.loads(former_records.former_line(connection, change.number))["text"] == full.text


def test_a_withdrawal_and_a_restoration_leave_what_stood_before_each(connection: Connection, stored: int) -> None:
    revisions.withdrawn(connection, stored, MONDAY)
    gone = own(connection)
    revisions.withdrawn(connection, stored, MONDAY)
    revisions.restored(connection, stored, MONDAY)
    changes = former_records.changes(connection)
    assert [change.withdrawn for change in changes] == [False, True]
    assert changes[1].digest == gone


@pytest.mark.usefixtures("stored")
def test_a_replay_leaves_nothing(connection: Connection, full: Article) -> None:
    save(connection, replace(full, text=full.text + "\n另有补充。"), MONDAY, before=None)
    assert former_records.changes(connection) == []


@pytest.mark.usefixtures("stored")
def test_what_is_read_the_same_leaves_nothing(connection: Connection, full: Article) -> None:
    save(connection, full, MONDAY)
    assert former_records.changes(connection) == []
