"""Revisions as they are kept: every piece, in order, and the mark of a withdrawal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.revisions import Change, FigureChange, Piece
from nnnews.storage import queries, records, revisions
from nnnews.storage.store import save

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
CHANGE = Change(
    "real",
    (Piece("same", "视察老旧小区"),),
    (Piece("same", "提出建议"), Piece("out", "36条"), Piece("in", "63条"), Piece("same", "。")),
    (FigureChange("建议", "条", 36, 63, "36条", "63条"),),
)
BORING = Change("boring", (), (Piece("in", "浏览次数：36"),), (), ("counter",))


@pytest.fixture
def stored(connection: Connection, full: Article) -> int:
    return save(connection, full, MONDAY).article_id


def test_an_edit_comes_back_piece_by_piece(connection: Connection, stored: int) -> None:
    revisions.edited(connection, stored, CHANGE, TUESDAY)
    [kept] = revisions.of_article(connection, stored)
    assert (kept.event, kept.kind, kept.at, kept.note) == ("edited", "real", TUESDAY, "")
    assert (kept.title, kept.text, kept.figures) == (CHANGE.title, CHANGE.text, CHANGE.figures)


def test_boring_edits_are_kept_and_told_only_when_asked_for(connection: Connection, stored: int) -> None:
    revisions.edited(connection, stored, BORING, TUESDAY)
    revisions.edited(connection, stored, CHANGE, WEDNESDAY)
    assert [one.note for one in revisions.of_article(connection, stored)] == ["counter", ""]
    [told] = revisions.newest(connection)
    assert told.kind == "real"
    assert [one.kind for one in revisions.newest(connection, boring=True)] == ["real", "boring"]
    assert revisions.since(connection, told.number) == ()
    assert len(revisions.since(connection, 0, boring=True)) == 2


def test_a_withdrawn_article_is_kept_and_marked_once_and_its_record_has_another_stamp(
    connection: Connection, stored: int
) -> None:
    [stamp] = records.stamps(connection)
    revisions.withdrawn(connection, stored, TUESDAY, "http-404")
    revisions.withdrawn(connection, stored, WEDNESDAY)
    found = queries.article(connection, stored)
    assert found is not None and (found.withdrawn, found.updated) == (TUESDAY, MONDAY)
    assert [(one.event, one.note) for one in revisions.of_article(connection, stored)] == [("withdrawn", "http-404")]
    assert [one.digest for one in records.stamps(connection)] != [stamp.digest]


def test_a_restored_article_is_as_it_was(connection: Connection, stored: int, full: Article) -> None:
    [stamp] = records.stamps(connection)
    assert not revisions.restored(connection, stored, TUESDAY)
    revisions.withdrawn(connection, stored, TUESDAY)
    assert revisions.restored(connection, stored, WEDNESDAY)
    found = queries.article(connection, stored)
    assert found is not None and (found.withdrawn, found.article) == (None, replace(full))
    assert [one.event for one in revisions.of_article(connection, stored)] == ["withdrawn", "restored"]
    assert list(records.stamps(connection)) == [stamp]
