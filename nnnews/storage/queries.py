"""Reading the store. What comes back is frozen and complete; never a row."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from nnnews.items import Problem
from nnnews.storage import facets
from nnnews.storage.facets import ALL, Facet
from nnnews.storage.rows import load
from nnnews.storage.stored import Counts, SiteCounts, StoredArticle
from nnnews.storage.tables import appearances, articles, places, problems, urls

BATCH = 500  # articles in memory at a time while streaming
_THESE = select(articles).where(articles.c.id.in_(bindparam("ids", expanding=True)))


def article(connection: Connection, article_id: int) -> StoredArticle | None:
    """By the id that `nnnews show` takes."""
    return _one(connection, articles.c.id == article_id)


def article_by_key(connection: Connection, key: str) -> StoredArticle | None:
    """By its own key, or by the key of one of its copies."""
    copies = select(appearances.c.article_id).where(appearances.c.key == key)
    return _one(connection, or_(articles.c.key == key, articles.c.id.in_(copies)))


def article_by_url(connection: Connection, url: str) -> StoredArticle | None:
    """By its own address, or by one where a copy stood."""
    copies = select(appearances.c.article_id).where(appearances.c.url == url)
    return _one(connection, or_(articles.c.url == url, articles.c.id.in_(copies)))


def articles_by_id(connection: Connection, ids: Sequence[int]) -> list[StoredArticle]:
    """These articles in the order asked for; an unknown id is left out."""
    rows = {row.id: row for row in connection.execute(_THESE, {"ids": ids})}
    return load(connection, [rows[key] for key in ids if key in rows])


def newest(connection: Connection, limit: int = 20, facet: Facet = ALL) -> list[StoredArticle]:
    """The articles first seen most recently, newest first; of one district, topic, site or level when named."""
    return articles_by_id(connection, facets.newest(connection, facet, limit))


def every(connection: Connection) -> Iterator[StoredArticle]:
    """All articles by id, a batch in memory at a time."""
    last = 0
    while batch := _after(connection, last):
        yield from batch
        last = batch[-1].id


def first_seen_since(connection: Connection, since: datetime) -> list[int]:
    """Articles first seen at that time or later, by id."""
    return facets.since(connection, ALL, since)


def relevant_among(connection: Connection, ids: Collection[int]) -> set[int]:
    """Those of the articles, a few hundred, that are about a people's congress."""
    chosen = select(articles.c.id).where(articles.c.relevant, articles.c.id.in_(ids))
    return set(connection.execute(chosen).scalars())


def place_code(connection: Connection, name: str) -> str | None:
    """The code of GB/T 2260 under which articles name the place."""
    return connection.execute(select(func.min(places.c.code)).where(places.c.name == name)).scalar()


def first_seen(connection: Connection, ids: Sequence[int]) -> list[datetime]:
    """When these articles were first seen, in no order."""
    chosen = select(articles.c.first_seen).where(articles.c.id.in_(bindparam("ids", expanding=True)))
    parts = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
    return [seen for part in parts for seen in connection.execute(chosen, {"ids": part}).scalars()]


def last_updated(connection: Connection, ids: Sequence[int]) -> datetime | None:
    """When the title or text of one of these articles last changed."""
    latest = select(func.max(articles.c.updated)).where(articles.c.id.in_(bindparam("ids", expanding=True)))
    parts = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
    return max((connection.execute(latest, {"ids": part}).scalar_one() for part in parts), default=None)


def count_articles(connection: Connection) -> Counts:
    """Articles, copies of them elsewhere, and how many articles are about a people's congress."""
    return Counts(
        articles=_count(connection, select(func.count()).select_from(articles)),
        copies=_count(connection, select(func.count()).select_from(appearances)),
        relevant=_count(connection, select(func.count()).select_from(articles).where(articles.c.relevant)),
    )


def count_sites(connection: Connection) -> dict[str, SiteCounts]:
    """By name of the site, of which anything is known."""
    stored = _by_site(connection, articles)
    copies = _by_site(connection, appearances)
    failing = _by_site(connection, problems)
    addresses: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for site, state, count in connection.execute(
        select(urls.c.site, urls.c.state, func.count()).group_by("site", "state")
    ):
        addresses[site][state] = count
    names = sorted(name for name in {*stored, *copies, *failing, *addresses} if name)
    return {name: SiteCounts(stored[name], copies[name], failing[name], addresses[name]) for name in names}


def open_problems(connection: Connection, site: str | None = None) -> list[Problem]:
    """What could not be read and has not been mended, newest first."""
    columns = [problems.c[name] for name in Problem.__slots__]
    chosen = select(*columns).order_by(problems.c.last_seen.desc(), problems.c.key)
    if site:
        chosen = chosen.where(problems.c.site == site)
    return [Problem(*row) for row in connection.execute(chosen)]


def _one(connection: Connection, condition: ColumnElement[bool]) -> StoredArticle | None:
    rows = connection.execute(select(articles).where(condition).order_by(articles.c.id).limit(1)).all()
    return load(connection, rows)[0] if rows else None


def _after(connection: Connection, last: int) -> list[StoredArticle]:
    chosen = select(articles).where(articles.c.id > last).order_by(articles.c.id).limit(BATCH)
    return load(connection, connection.execute(chosen).all())


def _count(connection: Connection, chosen: Select[Any]) -> int:
    return int(connection.execute(chosen).scalar_one())


def _by_site(connection: Connection, table: Any) -> Counter[str]:
    rows = connection.execute(select(table.c.site, func.count()).group_by(table.c.site))
    return Counter(dict(rows.all()))
