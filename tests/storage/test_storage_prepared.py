"""A prepared statement stores and finds what SQLAlchemy's own execution does."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, bindparam, insert, literal, select, text, union_all

from nnnews.storage.prepared import Prepared
from nnnews.storage.tables import run_sites, runs

NOON = datetime(2026, 3, 2, 12, 0, 0, 5, tzinfo=UTC)
ADD = Prepared(insert(runs).returning(runs.c.id))
ADD_SITES = Prepared(insert(run_sites))


def test_what_is_stored_is_read_back(connection: Connection) -> None:
    [[number]] = ADD.run(connection, {"started": NOON.astimezone(timezone(timedelta(hours=8))), "verdict": None})
    counts = {"new": 3, "题": ["南宁"]}
    ADD_SITES.run(connection, {"run_id": number, "site": "gxrd", "verdict": "ok", "counts": counts})
    assert connection.execute(select(runs.c.started, runs.c.verdict)).one() == (NOON, None)
    assert connection.execute(select(run_sites.c.counts)).scalar_one() == counts


def test_several_rows_are_stored_at_once(connection: Connection) -> None:
    [[number]] = ADD.run(connection, {"started": NOON, "verdict": "ok"})
    rows = [{"run_id": number, "site": name, "verdict": "ok", "counts": {}} for name in ("gxrd", "nnrb")]
    ADD_SITES.run(connection, *rows)
    assert connection.execute(select(run_sites.c.site).order_by("site")).scalars().all() == ["gxrd", "nnrb"]


def test_a_naive_time_is_refused(connection: Connection) -> None:
    with pytest.raises(ValueError, match="naive time"):
        ADD.run(connection, {"started": NOON.replace(tzinfo=None), "verdict": None})


def test_constants_and_repeated_parameters_find_their_places(connection: Connection) -> None:
    twice = union_all(select(literal("one"), bindparam("word", "")), select(literal("two"), bindparam("word", "")))
    found = Prepared(twice).run(connection, {"word": "防汛"})
    assert sorted(found) == [("one", "防汛"), ("two", "防汛")]


def test_a_missing_parameter_is_an_error(connection: Connection) -> None:
    with pytest.raises(KeyError):
        Prepared(text("SELECT :word")).run(connection, {"words": "防汛"})
