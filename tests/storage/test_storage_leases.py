"""Leases: one host, one machine."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine

from nnnews.storage import leases, memory, writing
from nnnews.storage.leases import Lease
from nnnews.storage.memory import Found

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOSTS = ("www.nnnews.net", "m.nnnews.net")
OURS = Lease("here", NOON, NOON + HOUR)
THEIRS = Lease("there", NOON, NOON + HOUR)
FIRST = Found("nnnews/1", "http://www.nnnews.net/p/1.html", "nnnews")
SECOND = Found("nnnews/2", "http://www.nnnews.net/p/2.html", "nnnews")


def later(lease: Lease, hours: float) -> Lease:
    return Lease(lease.owner, lease.now + hours * HOUR, lease.until + hours * HOUR)


def test_hosts_are_held_by_one_machine_all_or_none(connection: Connection) -> None:
    assert leases.hold(connection, HOSTS[:1], OURS)
    assert not leases.hold(connection, HOSTS, THEIRS)
    assert leases.hold(connection, HOSTS[1:], THEIRS)
    assert leases.holders(connection, HOSTS) == {"here", "there"}


def test_who_holds_a_host_may_take_it_again_as_after_a_kill(connection: Connection) -> None:
    assert leases.hold(connection, HOSTS, OURS)
    assert leases.hold(connection, HOSTS, later(OURS, 0.5))


def test_a_lease_that_runs_out_is_taken_over_and_cannot_be_renewed_any_more(connection: Connection) -> None:
    leases.hold(connection, HOSTS, OURS)
    assert leases.renew(connection, HOSTS, later(OURS, 0.5))
    assert not leases.hold(connection, HOSTS, later(THEIRS, 1.2))
    assert leases.hold(connection, HOSTS, later(THEIRS, 1.5))
    assert not leases.renew(connection, HOSTS, later(OURS, 1.6))


def test_a_released_host_rests_before_the_next_machine_asks_it(connection: Connection) -> None:
    leases.hold(connection, HOSTS, OURS)
    leases.release(connection, HOSTS, Lease("here", NOON, NOON + HOUR / 2))
    assert leases.holders(connection, HOSTS) == set()
    assert not leases.hold(connection, HOSTS, later(THEIRS, 0.4))
    assert leases.hold(connection, HOSTS, later(THEIRS, 0.5))


def test_an_address_is_taken_once_while_it_is_not_read(connection: Connection) -> None:
    assert leases.take(connection, [FIRST, SECOND, FIRST], OURS) == {"nnnews/1", "nnnews/2"}
    memory.acknowledge(connection, "nnnews/1")
    memory.fail(connection, "nnnews/2", "http-503", NOON)
    assert leases.take(connection, [FIRST, SECOND], OURS) == set()
    assert leases.take(connection, [FIRST, SECOND], later(OURS, 25)) == {"nnnews/2"}


@pytest.mark.parametrize(("owner", "hours", "due"), [("here", 0, True), ("there", 0, False), ("there", 1, True)])
def test_what_a_killed_run_took_is_due_for_its_own_machine_at_once(
    connection: Connection, owner: str, hours: int, due: bool
) -> None:
    leases.take(connection, [FIRST], OURS)
    waiting = memory.pending(connection, NOON + hours * HOUR, "nnnews", owner)
    assert [known.key for known in waiting] == (["nnnews/1"] if due else [])


def test_freed_addresses_are_due_for_anyone(connection: Connection) -> None:
    leases.take(connection, [FIRST], OURS)
    leases.free(connection, "here", "nnrb")
    assert memory.pending(connection, NOON, "nnnews") == []
    leases.free(connection, "here", "nnnews")
    assert [known.key for known in memory.pending(connection, NOON, "nnnews")] == ["nnnews/1"]


def test_a_host_that_another_machine_is_just_taking_is_not_waited_for(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("in SQLite all writers queue")
    with writing(engine) as connection:
        leases.release(connection, HOSTS, OURS)
        leases.hold(connection, HOSTS, Lease("nobody", NOON, NOON))
    with writing(engine) as one, writing(engine) as other:
        assert leases.hold(one, HOSTS, OURS)
        assert not leases.hold(other, HOSTS, THEIRS)
