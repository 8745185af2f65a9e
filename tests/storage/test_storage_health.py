"""How the sites do is kept in spells, and what they gave by day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.storage import health, site_days
from nnnews.storage.runs import start_run
from nnnews.storage.stored import Health, SiteDay, State

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
Judge = Callable[..., Health]


@pytest.fixture
def judge(connection: Connection) -> Judge:
    """A run on the next day in which the source of a site was judged."""
    runs = iter(range(1000))

    def run(state: State, observed: float = 1.0, site: str = "nnnews", field: str = "source") -> Health:
        when = NOON + timedelta(days=next(runs))
        one = Health(
            site, field, state, when, start_run(connection, when), "seen", "found", observed, 0.9, {"found": 1.5}
        )
        health.settle(connection, [one])
        return one

    return run


def test_a_state_that_goes_on_keeps_its_beginning_and_takes_the_newest_evidence(
    connection: Connection, judge: Judge
) -> None:
    first, _ = judge("fine", 1.0), judge("fine", 0.8)
    [now] = health.current(connection)
    assert (now.since, now.run_id, now.observed) == (first.since, first.run_id, 0.8)


def test_what_begins_is_told_with_what_it_followed(connection: Connection, judge: Judge) -> None:
    fine, broken = judge("fine"), judge("broken", 0.0)
    [first, second] = health.transitions(connection, 0)
    assert (first.before, first.after) == (None, fine)
    assert (second.before, second.after) == (fine, broken)
    assert health.current(connection) == (broken,)


def test_what_was_told_already_is_left_out(connection: Connection, judge: Judge) -> None:
    judge("fine")
    told = judge("broken").run_id
    mended = judge("fine")
    assert [one.after for one in health.transitions(connection, told)] == [mended]


def test_fields_of_a_site_do_not_touch_one_another(connection: Connection, judge: Judge) -> None:
    judge("broken", field="source")
    judge("fine", field="")
    judge("uneasy", site="nnrb")
    states = [(one.site, one.field, one.state) for one in health.current(connection)]
    assert states == [("nnnews", "", "fine"), ("nnnews", "source", "broken"), ("nnrb", "source", "uneasy")]


def test_a_day_is_kept_once_and_read_by_site(connection: Connection) -> None:
    monday, tuesday = date(2026, 3, 2), date(2026, 3, 3)
    other = SiteDay("nnrb", monday, 1)
    counted = SiteDay("nnnews", tuesday, 2, 9, NOON, {"pages": 9})
    for day in (SiteDay("nnnews", tuesday, 1, 4), counted, other):
        site_days.keep(connection, [day])
    assert site_days.recent(connection, monday) == (other, counted)
    assert site_days.recent(connection, monday, ["nnnews"]) == (counted,)
    assert site_days.recent(connection, date(2026, 3, 4)) == ()


def test_the_last_success_is_that_of_any_day(connection: Connection) -> None:
    days = [SiteDay("nnnews", date(2026, 3, day), last_success=NOON if day == 2 else None) for day in (1, 2, 3)]
    site_days.keep(connection, days)
    assert site_days.last_successes(connection) == {"nnnews": NOON}


def test_a_second_word_on_the_same_run_takes_the_place_of_the_first(connection: Connection, judge: Judge) -> None:
    fine, broken = judge("fine"), judge("broken")
    overruled = replace(broken, state="fine", reason="accepted by hand")
    health.settle(connection, [overruled])
    assert health.current(connection) == (overruled,)
    assert [one.before for one in health.transitions(connection, fine.run_id)] == [fine]
