"""Leases: one address, one process."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from nnnews.storage import memory
from nnnews.storage.leases import Lease, lease, release
from nnnews.storage.memory import Found

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST = Found("nnnews/1", "http://www.nnnews.net/p/1.html", "nnnews")
SECOND = Found("nnrb/2", "http://nnrb.example/2.html", "nnrb")


def test_an_address_is_leased_to_one_until_the_lease_runs_out(connection: Connection) -> None:
    memory.remember(connection, [FIRST, SECOND], NOON)
    taken = lease(connection, Lease("run 1", NOON, NOON + HOUR), limit=1)
    assert [(known.key, known.owner, known.state) for known in taken] == [("nnnews/1", "run 1", "leased")]
    others = lease(connection, Lease("run 2", NOON, NOON + HOUR))
    assert [known.key for known in others] == ["nnrb/2"]
    late = lease(connection, Lease("run 3", NOON + HOUR, NOON + 2 * HOUR))
    assert [known.key for known in late] == ["nnnews/1", "nnrb/2"]


def test_a_released_address_is_free_again(connection: Connection) -> None:
    memory.remember(connection, [FIRST], NOON)
    lease(connection, Lease("run 1", NOON, NOON + HOUR))
    release(connection, "run 1")
    assert [known.key for known in memory.pending(connection, NOON)] == ["nnnews/1"]


def test_a_lease_is_held_to_a_site(connection: Connection) -> None:
    memory.remember(connection, [FIRST, SECOND], NOON)
    taken = lease(connection, Lease("run 1", NOON, NOON + HOUR), site="nnrb")
    assert [known.key for known in taken] == ["nnrb/2"]
