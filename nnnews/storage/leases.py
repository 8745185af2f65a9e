"""Leases: an address belongs to one process until a time, so that several may crawl with one memory."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from nnnews.storage.memory import FREE, Known, due, recall
from nnnews.storage.tables import urls


@dataclass(frozen=True, slots=True)
class Lease:
    """Who takes addresses to fetch, when, and until when they are nobody else's."""

    owner: str
    now: datetime
    until: datetime


def lease(connection: Connection, terms: Lease, site: str | None = None, limit: int = 100) -> list[Known]:
    """Takes up to `limit` due addresses, longest waiting first. In a transaction that writes."""
    free = due(terms.now, site).with_only_columns(urls.c.key).limit(limit)
    keys = connection.execute(free.with_for_update(skip_locked=True)).scalars().all()
    taken = {"state": "leased", "owner": terms.owner, "lease_until": terms.until}
    connection.execute(update(urls).where(urls.c.key.in_(keys)).values(taken))
    known = recall(connection, keys)
    return [known[key] for key in keys]


def release(connection: Connection, owner: str) -> None:
    """What the owner still holds is free again."""
    held = (urls.c.owner == owner) & (urls.c.state == "leased")
    connection.execute(update(urls).where(held).values(FREE | {"state": "new"}))
