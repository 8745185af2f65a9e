"""The URL memory: every address ever found, and what became of it.

remember ──> new ──acknowledge──> done
                 ──fail─────────> failed    due again after a day, then two, three …; the fifth time it is gone
While it is asked for it is leased (leases.py): when the lease runs out it is due again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, insert, or_, select, update

from nnnews.storage.prepared import Prepared
from nnnews.storage.tables import urls

State = Literal["new", "leased", "done", "failed", "gone"]
RETRY = timedelta(days=1)
TRIES = 5
_MOST_KEYS = 500  # in one statement; databases limit the number of parameters


@dataclass(frozen=True, slots=True)
class Found:
    """An address met on a page. `kind` says what it leads to: list or article."""

    key: str
    url: str
    site: str
    kind: str = "article"
    found_on: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An address in the memory. `etag` and `last_modified` are what the server said when last fetched."""

    key: str
    url: str
    site: str
    kind: str
    found_on: str | None
    first_seen: datetime
    state: State
    tries: int
    not_before: datetime
    owner: str | None
    lease_until: datetime | None
    last_fetched: datetime | None
    status: int | None
    etag: str | None
    last_modified: str | None
    last_problem: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said, and when. The validators are those of a page with status 200."""

    at: datetime
    status: int
    etag: str | None = None
    last_modified: str | None = None


FREE: dict[str, Any] = {"owner": None, "lease_until": None}
_READ: dict[str, Any] = FREE | {"state": "done", "tries": 0, "last_problem": None}


@cache
def _changing(*names: str) -> Prepared:
    changed: dict[str, Any] = {name: bindparam(name) for name in names}
    return Prepared(update(urls).where(urls.c.key == bindparam("of")).values(changed))


COLUMNS = [urls.c[name] for name in Known.__slots__]


def remember(connection: Connection, found: Iterable[Found], seen: datetime) -> set[str]:
    """Writes down addresses before they are followed; gives the keys that were not known.

    A known article stays as it is; a known list is to be read again.
    """
    first = {address.key: address for address in reversed(list(found))}
    known = recall(connection, first.keys())
    rows = [new_row(address, seen) for key, address in first.items() if key not in known]
    if rows:
        connection.execute(insert(urls), rows)
    for key in known:
        if first[key].kind != "article":
            _reopen(connection, known[key], seen)
    return first.keys() - known.keys()


def _reopen(connection: Connection, known: Known, seen: datetime) -> None:
    """When a run was killed between the answer and the links in it, "not modified" would hide them for ever."""
    unread = {} if known.state == "done" else {"etag": None, "last_modified": None}
    _change(connection, known.key, FREE | {"state": "new", "not_before": seen} | unread)


def recall(connection: Connection, keys: Collection[str]) -> dict[str, Known]:
    """What is known of these keys."""
    known: dict[str, Known] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), _MOST_KEYS):
        chosen = select(*COLUMNS).where(urls.c.key.in_(wanted[start : start + _MOST_KEYS]))
        known |= {row.key: Known(*row) for row in connection.execute(chosen)}
    return known


def validators(connection: Connection, url: str) -> dict[str, str]:
    """Request headers that ask for news only; none for an article that was fetched and never stored."""
    stored = (urls.c.kind != "article") | (urls.c.state == "done")
    row = connection.execute(select(urls.c.etag, urls.c.last_modified).where(urls.c.url == url, stored)).first()
    names = ("If-None-Match", "If-Modified-Since")
    return {name: value for name, value in zip(names, row or (), strict=False) if value}


def pending(connection: Connection, now: datetime, site: str | None = None, owner: str | None = None) -> list[Known]:
    """What was found and not read, and is due: what a killed run left behind; longest waiting first."""
    return [Known(*row) for row in connection.execute(_due(now, site, owner))]


def _due(now: datetime, site: str | None, owner: str | None) -> Select[Any]:
    """What the owner itself has leased, an earlier run of its own has left."""
    waiting = and_(urls.c.state.in_(("new", "failed")), urls.c.not_before <= now)
    abandoned = and_(urls.c.state == "leased", or_(urls.c.lease_until <= now, urls.c.owner == owner))
    conditions: list[ColumnElement[bool]] = [or_(waiting, abandoned)]
    if site:
        conditions.append(urls.c.site == site)
    return select(*COLUMNS).where(*conditions).order_by(urls.c.not_before, urls.c.first_seen, urls.c.key)


def answered(connection: Connection, key: str, answer: Answer) -> None:
    """Keeps what the server said. The validators of the last good page survive other answers."""
    said = _told(answer)
    _changing(*said).run(connection, {"of": key} | said)


def acknowledge(connection: Connection, key: str, answer: Answer | None = None) -> None:
    """The address was read; call it in the transaction that stores what was read. `answer`: as `answered`."""
    change = _READ | (_told(answer) if answer else {})
    _changing(*change).run(connection, {"of": key} | change)


def _told(answer: Answer) -> dict[str, Any]:
    told = {"status": answer.status, "last_fetched": answer.at}
    return told | {"etag": answer.etag, "last_modified": answer.last_modified} if answer.status == 200 else told


def fail(connection: Connection, key: str, problem: str, at: datetime) -> None:
    """The address could not be read: it waits longer each time, and is gone after TRIES."""
    known = recall(connection, [key]).get(key)
    tries = known.tries + 1 if known else 1
    change = {"state": "gone" if tries >= TRIES else "failed", "tries": tries, "not_before": at + tries * RETRY}
    _change(connection, key, FREE | change | {"last_problem": problem})


def new_row(address: Found, seen: datetime) -> dict[str, Any]:
    """An address that was not known, as it is written down."""
    row = {name: getattr(address, name) for name in Found.__slots__}
    return row | {"first_seen": seen, "state": "new", "tries": 0, "not_before": seen}


def _change(connection: Connection, key: str, change: dict[str, Any]) -> None:
    connection.execute(update(urls).where(urls.c.key == key).values(change))
