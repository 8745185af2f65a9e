"""When an article is asked for again, and how often it was missed. Functions inside the caller's transaction.

found  ──> due again after an interval that grows with its age, until it is old
missed ──> due again the next day; missed on several days it is withdrawn, and looked for as a new one is
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import Connection, Select, and_, bindparam, delete, func, insert, select, text, update

from nnnews.config import Config
from nnnews.items import SHANGHAI, Article
from nnnews.storage.prepared import Prepared
from nnnews.storage.revision_tables import rechecks
from nnnews.storage.tables import UtcTime, appearances, articles, urls

_GROWTH = 0.5  # of its age passes until an article is asked for again
_NEXT_DAY = timedelta(hours=20)  # a run that starts at the same time tomorrow shall find it due
_APART = timedelta(hours=12)  # between two misses that count, so that midnight does not make two days of one
_WITNESSES = 3  # articles that were there last time, asked beside those that were missed


@dataclass(frozen=True, slots=True)
class Terms:
    """How old an article is when it is asked for again first and last; on how many days it must be missed."""

    first: timedelta
    last: timedelta
    days: int

    @classmethod
    def of(cls, config: Config) -> Self:
        """As they are set."""
        return cls(timedelta(hours=config.recheck_hours), timedelta(days=config.recheck_days), config.withdrawn_days)

    def next(self, since: datetime, now: datetime) -> datetime | None:
        """When an article of that age is due again; None when it is too old."""
        age = now - since
        return None if age > self.last or not self.last else now + max(self.first, age * _GROWTH)


@dataclass(frozen=True, slots=True)
class Visit:
    """An answer that came now, under these terms."""

    now: datetime
    terms: Terms


@dataclass(frozen=True, slots=True)
class Recheck:
    """An address to be asked again. `title` is what the store calls the article, for a page that has no title.

    `by_layout`: a layout read it last time; not known of a copy.
    """

    key: str
    url: str
    title: str
    missed: bool
    by_layout: bool


_THERE: dict[str, Any] = {"missed_days": 0, "missed_since": None, "missed_last": None}
_OWN = rechecks.c.key == bindparam("of")
_ROW = select(rechecks).where(_OWN)
_ADD, _FORGET = insert(rechecks), delete(rechecks).where(_OWN)
_CHANGE = update(rechecks).where(_OWN).values({name: bindparam(name) for name in ("due", *_THERE)})
# Both databases understand it; SQLAlchemy's own dialects are two, and slow to import.
_PLAN = Prepared(
    text(
        "INSERT INTO rechecks (key, site, since, due, missed_days) VALUES (:key, :site, :since, :due, 0) "
        "ON CONFLICT (key) DO UPDATE SET due = excluded.due, missed_days = 0, missed_since = NULL, missed_last = NULL"
    ).bindparams(bindparam("since", type_=UtcTime), bindparam("due", type_=UtcTime))
)
_ARTICLE = select(articles.c.id).where(articles.c.key == bindparam("key"))
_STORED = _ARTICLE.union_all(select(appearances.c.article_id).where(appearances.c.key == bindparam("key")))
_WITHDRAWN = _ARTICLE.where(articles.c.withdrawn.is_not(None))
_TITLE = func.coalesce(articles.c.title, appearances.c.title, "")
_ADDRESSES = (
    select(rechecks.c.key, urls.c.url, _TITLE, rechecks.c.missed_days, articles.c.layout)
    .join(urls, and_(urls.c.key == rechecks.c.key, urls.c.state == "done"))
    .outerjoin(articles, articles.c.key == rechecks.c.key)
    .outerjoin(appearances, appearances.c.key == rechecks.c.key)
    .order_by(rechecks.c.due, rechecks.c.key)
)


def due(connection: Connection, site: str, now: datetime, most: int) -> list[Recheck]:
    """What the site is to be asked again, those missed first; beside them some that should be there, as witnesses."""
    mine = _ADDRESSES.where(rechecks.c.site == site)
    missed, there = mine.where(rechecks.c.missed_days > 0), mine.where(rechecks.c.missed_days == 0)
    doubtful = _read(connection, missed.where(rechecks.c.due <= now).limit(most))
    others = _read(connection, there.where(rechecks.c.due <= now).limit(most - len(doubtful)))
    if doubtful and len(others) < _WITNESSES:
        others = _read(connection, there.limit(_WITNESSES))
    return doubtful + others


def plan(connection: Connection, article: Article, visit: Visit) -> None:
    """The article was stored just now; its age counts from its publishing. One statement, for it is the usual case."""
    row = _new_row(article.key, min(article.published or visit.now, visit.now))
    if due_at := visit.terms.next(row["since"], visit.now):
        _PLAN.run(connection, row | {"due": due_at})


def found(connection: Connection, key: str, visit: Visit, article: Article | None = None) -> bool:
    """The article stands at its address; whether it was withdrawn and is restored by that.

    `article`: as it was read there, with the day from which its age counts.
    """
    row = _row(connection, key)
    if row is None and article:
        row = _new_row(key, min(article.published or visit.now, visit.now))
    if row:
        _put(connection, row | _THERE, visit.terms.next(row["since"], visit.now))
    withdrawn = connection.execute(_WITHDRAWN, {"key": key}).scalar()
    if withdrawn is None:
        return False
    from nnnews.storage import revisions  # it compares texts, and is slow to import

    return revisions.restored(connection, withdrawn, visit.now)


def missed(connection: Connection, key: str, reason: str, visit: Visit) -> bool:
    """Something else stands at the article's address; whether it counts as withdrawn from now on."""
    now = visit.now
    row = _row(connection, key) or _new_row(key, now)
    if row["missed_last"] is None or _is_another_day(row["missed_last"], now):
        row |= {"missed_days": row["missed_days"] + 1, "missed_last": now}
    row |= {"missed_since": row["missed_since"] or now}
    is_gone = row["missed_days"] >= visit.terms.days
    _put(connection, row, visit.terms.next(row["missed_since"], now) if is_gone else now + _NEXT_DAY)
    own = connection.execute(_ARTICLE, {"key": key}).scalar() if is_gone else None
    if own is None:
        return False
    from nnnews.storage import revisions

    told = f"{reason}; on {row['missed_days']} days since {row['missed_since'].astimezone(SHANGHAI):%Y-%m-%d}"
    return revisions.withdrawn(connection, own, now, told)


def postpone(connection: Connection, key: str, visit: Visit) -> None:
    """No telling whether the article stands; it is asked for again before long."""
    if row := _row(connection, key):
        _put(connection, row, visit.now + visit.terms.first)


def is_stored(connection: Connection, key: str) -> bool:
    """Whether the address has given an article before, or a copy of one."""
    return connection.execute(_STORED, {"key": key}).first() is not None


def _is_another_day(last: datetime, now: datetime) -> bool:
    return now - last >= _APART and now.astimezone(SHANGHAI).date() != last.astimezone(SHANGHAI).date()


def _row(connection: Connection, key: str) -> dict[str, Any] | None:
    row = connection.execute(_ROW, {"of": key}).first()
    return dict(row._mapping) if row else None


def _new_row(key: str, since: datetime) -> dict[str, Any]:
    return {"key": key, "site": key.partition("/")[0], "since": since, "due": None, **_THERE}


def _put(connection: Connection, row: dict[str, Any], due_at: datetime | None) -> None:
    """Known rows have a due time; without one the address is not asked again and has no row."""
    of = {"of": row["key"]}
    if due_at and row["due"]:
        connection.execute(_CHANGE, {**of, **row, "due": due_at})
    elif due_at:
        connection.execute(_ADD, row | {"due": due_at})
    elif row["due"]:
        connection.execute(_FORGET, of)


def _read(connection: Connection, chosen: Select[Any]) -> list[Recheck]:
    rows = connection.execute(chosen)
    return [Recheck(key, url, title, days > 0, bool(layout)) for key, url, title, days, layout in rows]
