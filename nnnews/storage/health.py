"""How the sites do: a row is a spell of one state, and ends when the next begins."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, insert, select, update

from nnnews.storage.health_tables import health
from nnnews.storage.stored import Health, Transition

_NOUN = [health.c[name] for name in Health.__slots__]
_TOLD = ("reason", "measure", "observed", "expected", "scores")


def current(connection: Connection) -> tuple[Health, ...]:
    """The spells that are open, by site and field; a site's own row comes before those of its fields."""
    return tuple(Health(*row) for row in connection.execute(_open().order_by(health.c.site, health.c.field)))


def transitions(connection: Connection, since_run: int) -> tuple[Transition, ...]:
    """What began in the runs after this one, in their order."""
    before = health.alias()
    follows = and_(before.c.site == health.c.site, before.c.field == health.c.field, before.c.ended == health.c.run_id)
    order = (health.c.run_id, health.c.site, health.c.field)
    joined = health.outerjoin(before, follows)
    chosen = select(*_NOUN, *(before.c[one.name].label(f"before_{one.name}") for one in _NOUN)).select_from(joined)
    rows = connection.execute(chosen.where(health.c.run_id > since_run).order_by(*order))
    return tuple(_transition(row) for row in rows)


def settle(connection: Connection, judged: Iterable[Health]) -> None:
    """What a run came to. The same state goes on in its spell, with the newest evidence; another begins one.

    A second word on the same run takes the place of the first.
    """
    judged = list(judged)
    sites = {one.site for one in judged}
    standing = {
        (row.site, row.field): Health(*row) for row in connection.execute(_open().where(health.c.site.in_(sites)))
    }
    for one in judged:
        before = standing.get((one.site, one.field))
        if before and before.state == one.state:
            _go_on(connection, before, one)
        else:
            _begin(connection, before, one)


def _open() -> Select[Any]:
    return select(*_NOUN).where(health.c.ended.is_(None))


def _go_on(connection: Connection, before: Health, now: Health) -> None:
    told = {name: getattr(now, name) for name in _TOLD}
    if told != {name: getattr(before, name) for name in _TOLD}:
        connection.execute(update(health).where(_is(before)).values(told | {"scores": dict(now.scores)}))


def _begin(connection: Connection, before: Health | None, now: Health) -> None:
    row = {name: getattr(now, name) for name in Health.__slots__} | {"scores": dict(now.scores)}
    if before and before.run_id == now.run_id:
        connection.execute(update(health).where(_is(before)).values(row))
        return
    if before:
        connection.execute(update(health).where(_is(before)).values(ended=now.run_id))
    connection.execute(insert(health), row)


def _is(one: Health) -> ColumnElement[bool]:
    return and_(health.c.site == one.site, health.c.field == one.field, health.c.run_id == one.run_id)


def _transition(row: Sequence[Any]) -> Transition:
    after, before = row[: len(_NOUN)], row[len(_NOUN) :]
    return Transition(Health(*before) if before[0] is not None else None, Health(*after))
