"""Addresses that answered but could not be read: recorded, counted, forgotten when mended."""

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, insert, update

from nnnews.items import Problem
from nnnews.storage.prepared import Prepared
from nnnews.storage.tables import problems

_CLEAR = Prepared(delete(problems).where(problems.c.key == bindparam("key")))


def record_problem(connection: Connection, problem: Problem, seen: datetime | None = None) -> None:
    """One row an address and kind; met again, it is counted and its reason is the newest."""
    seen = seen or datetime.now(UTC)
    same = (problems.c.key == problem.key) & (problems.c.kind == problem.kind)
    again = {"reason": problem.reason, "last_seen": seen, "times": problems.c.times + 1}
    if connection.execute(update(problems).where(same).values(again)).rowcount:
        return
    row = {name: getattr(problem, name) for name in Problem.__slots__}
    connection.execute(insert(problems), row | {"first_seen": seen, "last_seen": seen, "times": 1})


def clear_problems(connection: Connection, key: str) -> None:
    """The address was read."""
    _CLEAR.run(connection, {"key": key})
