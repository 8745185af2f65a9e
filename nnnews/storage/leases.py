"""Leases: a host belongs to one machine until a time, and an address that is asked for as long as its host.

hold ──> renew … renew ──> release       a machine that dies in between loses its hosts when the lease runs out
  └────> take ──> memory.acknowledge     in the transaction that stores what was read

Politeness hangs on the host: only who holds it asks it, so no two machines ask for one address either.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Update, bindparam, func, insert, select, text, update

from nnnews.storage.memory import FREE, Found, Known, new_row, recall
from nnnews.storage.prepared import Prepared
from nnnews.storage.tables import UtcTime, hosts, urls

# Both databases understand it; SQLAlchemy's own dialects are two, and slow to import.
_ADD_HOST = text(
    "INSERT INTO hosts (host, lease_until) VALUES (:host, :lease_until) ON CONFLICT DO NOTHING"
).bindparams(bindparam("lease_until", type_=UtcTime))

_ADD = Prepared(insert(urls))


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds something, from when, and until when it is nobody else's."""

    owner: str
    now: datetime
    until: datetime


def clock(connection: Connection) -> datetime:
    """Now, by the clock that all machines share: the server's, or in SQLite this machine's."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)


def hold(connection: Connection, names: Collection[str], lease: Lease) -> bool:
    """Takes all of the hosts, or none when another holds one of them. What another is just taking counts as held."""
    _add_missing(connection, names, lease.now)
    free = (hosts.c.owner == lease.owner) | (hosts.c.lease_until <= lease.now)
    chosen = select(hosts.c.host).where(hosts.c.host.in_(names), free).order_by(hosts.c.host)
    found = connection.execute(chosen.with_for_update(skip_locked=True)).scalars().all()
    if len(found) < len(names):
        return False
    connection.execute(_holding(names).values(owner=lease.owner, lease_until=lease.until))
    return True


def renew(connection: Connection, names: Collection[str], lease: Lease) -> bool:
    """Whether the hosts are still the owner's; then they are until the new time."""
    mine = _holding(names).where(hosts.c.owner == lease.owner)
    return connection.execute(mine.values(lease_until=lease.until)).rowcount == len(names)


def release(connection: Connection, names: Collection[str], lease: Lease) -> None:
    """The hosts are free from `lease.until` on, so that the next machine keeps the delay; what was not read is due."""
    mine = _holding(names).where(hosts.c.owner == lease.owner)
    connection.execute(mine.values(owner=None, lease_until=lease.until))


def holders(connection: Connection, names: Collection[str]) -> set[str]:
    """Who holds the hosts, or held them when it died."""
    chosen = select(hosts.c.owner).where(hosts.c.host.in_(names), hosts.c.owner.is_not(None))
    return set(connection.execute(chosen).scalars())


def take(connection: Connection, found: Iterable[Found], lease: Lease, *, again: bool = False) -> set[str]:
    """Writes articles down and leases those to be asked for now, `again`: also what is done; gives their keys."""
    first = {address.key: address for address in reversed(list(found))}
    known = recall(connection, first.keys())
    due = [key for key, one in known.items() if _is_due(one, lease.now) or (again and one.state == "done")]
    taken = {"state": "leased", "owner": lease.owner, "lease_until": lease.until}
    rows = [new_row(address, lease.now) | taken for key, address in first.items() if key not in known]
    if rows:
        _ADD.run(connection, *rows)
    if due:
        connection.execute(update(urls).where(urls.c.key.in_(due)).values(taken))
    return {row["key"] for row in rows}.union(due)


def free(connection: Connection, owner: str, site: str) -> None:
    """What the owner still holds of the site may be asked for by anyone."""
    held = (urls.c.owner == owner) & (urls.c.state == "leased") & (urls.c.site == site)
    connection.execute(update(urls).where(held).values(FREE | {"state": "new"}))


def _is_due(known: Known, now: datetime) -> bool:
    return known.state not in ("done", "gone") and known.not_before <= now


def _add_missing(connection: Connection, names: Collection[str], now: datetime) -> None:
    """Looks first: an insert would wait for whoever is just taking the host."""
    known = connection.execute(select(hosts.c.host).where(hosts.c.host.in_(names))).scalars()
    rows = [{"host": name, "lease_until": now} for name in sorted(set(names).difference(known))]
    if rows:
        connection.execute(_ADD_HOST, rows)


def _holding(names: Collection[str]) -> Update:
    return update(hosts).where(hosts.c.host.in_(names))
