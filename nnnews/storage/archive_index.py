"""The index of the archive: which answer of which address stands where. Functions inside the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from nnnews.storage.archive_tables import archive_files, captures

REVISIT = "warc/revisit"


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer in a WARC file. `site` and `key` are what the address told when it was indexed; None: no article."""

    file: str
    offset: int
    length: int
    url: str
    site: str | None
    key: str | None
    fetched: datetime
    status: int
    mime: str
    digest: str


_OWN = [name for name in Capture.__slots__ if name != "file"]
_JOINED = captures.join(archive_files)
_CAPTURES = select(archive_files.c.name, *[captures.c[name] for name in _OWN]).select_from(_JOINED)
# Asked for an answer of a server, so built once.
_PAYLOAD = _CAPTURES.where(
    captures.c.digest == bindparam("digest"), captures.c.url == bindparam("url"), captures.c.mime != REVISIT
).limit(1)
_CAPTURED = select(captures.c.url).where(captures.c.url.in_(bindparam("urls", expanding=True))).distinct()
_MOST_URLS = 500  # in one statement; databases limit the number of parameters


@dataclass(frozen=True, slots=True)
class Indexed:
    """How far a file is indexed, in bytes; a closed one is not written to any more."""

    end: int
    closed: bool = False


def files(connection: Connection) -> dict[str, Indexed]:
    """Every file of the index under its name."""
    rows = connection.execute(select(archive_files.c.name, archive_files.c.indexed, archive_files.c.closed))
    return {name: Indexed(end, closed) for name, end, closed in rows}


def add_captures(connection: Connection, file: str, found: Sequence[Capture], indexed: Indexed) -> None:
    """What stands in a file up to `indexed.end`; the captures are those behind what was indexed before."""
    state = {"indexed": indexed.end, "closed": indexed.closed}
    same = archive_files.c.name == file
    file_id = connection.execute(update(archive_files).where(same).values(state).returning(archive_files.c.id)).scalar()
    if file_id is None:
        new = insert(archive_files).returning(archive_files.c.id)
        file_id = connection.execute(new, {"name": file, **state}).scalar_one()
    rows = [{"file_id": file_id, **{name: getattr(capture, name) for name in _OWN}} for capture in found]
    if rows:
        connection.execute(insert(captures), rows)


def captured(connection: Connection, urls: Iterable[str]) -> set[str]:
    """Those of the addresses that there is a capture of."""
    wanted, found = list(urls), set[str]()
    for start in range(0, len(wanted), _MOST_URLS):
        found.update(connection.execute(_CAPTURED, {"urls": wanted[start : start + _MOST_URLS]}).scalars())
    return found


def payload(connection: Connection, url: str, digest: str) -> Capture | None:
    """A capture of the address that holds the payload itself."""
    row = connection.execute(_PAYLOAD, {"url": url, "digest": digest}).first()
    return Capture(*row) if row else None


def any_payload(connection: Connection, digest: str) -> Capture | None:
    """A capture of whatever address that holds the payload itself; other crawlers' revisits may point at one."""
    return _first(connection, _CAPTURES.where(captures.c.digest == digest, captures.c.mime != REVISIT))


def after(connection: Connection, url: str, time: datetime) -> Capture | None:
    """The first capture of the address at or after the time; when there is none, the last before it."""
    own = _CAPTURES.where(captures.c.url == url)
    later = own.where(captures.c.fetched >= time).order_by(captures.c.fetched)
    return _first(connection, later) or _first(connection, own.order_by(captures.c.fetched.desc()))


def keys(connection: Connection, site: str | None = None, since: datetime | None = None) -> Iterator[str]:
    """The keys of the articles captured, in the order in which they were first met; those met again since a time."""
    met = func.min(captures.c.fetched)
    chosen = select(captures.c.key).where(captures.c.key.is_not(None)).group_by(captures.c.key)
    if site:
        chosen = chosen.where(captures.c.site == site)
    if since:
        chosen = chosen.having(func.max(captures.c.fetched) >= since)
    yield from connection.execute(chosen.order_by(met, captures.c.key)).scalars()


def by_key(connection: Connection, wanted: Iterable[str]) -> dict[str, list[Capture]]:
    """All captures of each article, newest first. A few hundred keys at a time."""
    found: defaultdict[str, list[Capture]] = defaultdict(list)
    chosen = _CAPTURES.where(captures.c.key.in_(list(wanted)))
    for row in connection.execute(chosen.order_by(captures.c.fetched.desc(), captures.c.offset.desc())):
        capture = Capture(*row)
        found[capture.key or ""].append(capture)
    return dict(found)


def unkeyed(connection: Connection, site: str, most: int) -> list[Capture]:
    """The newest captures of a site that are no articles: its lists and sheets, and its robots.txt."""
    own = _CAPTURES.where(captures.c.site == site, captures.c.key.is_(None), captures.c.status == 200)
    rows = connection.execute(own.order_by(captures.c.fetched.desc(), captures.c.offset.desc()).limit(most))
    return [Capture(*row) for row in rows]


def _first(connection: Connection, chosen: Select[Any]) -> Capture | None:
    row = connection.execute(chosen.limit(1)).first()
    return Capture(*row) if row else None
