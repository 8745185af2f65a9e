"""Writing articles. Each function works inside the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, union_all, update

from nnnews.dedup import fingerprint
from nnnews.items import Article
from nnnews.storage import facets, records, unsettled, words
from nnnews.storage.records import Sight
from nnnews.storage.rows import PARTS, article_row, load, part_rows
from nnnews.storage.stored import StoredArticle
from nnnews.storage.tables import appearances, articles

Outcome = Literal["new", "changed", "copy", "known"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article: `copy` when its text stands in the store under another key, which `article_id` is."""

    outcome: Outcome
    article_id: int


def save(connection: Connection, article: Article, seen: datetime | None = None) -> Saved:
    """Stores the article, with its title and text; a second time changes nothing. `seen`: when it was read, aware."""
    seen = seen or datetime.now(UTC)
    mark = fingerprint(article.text, article.title)
    if connection.dialect.name == "postgresql":
        _queue(connection, mark)
    found = _find(connection, article.key, mark)
    if "own" in found:
        return _revise(connection, article, found["own"], seen)
    if "copy" in found:
        if found["copy"] == found.get("same"):
            return Saved("known", found["copy"])
        connection.execute(delete(appearances).where(appearances.c.key == article.key))
    if "same" in found:
        return _appear(connection, article, found["same"], seen)
    return _add(connection, article, mark, seen)


# Built once: building a statement costs as much as running it.
_ADD = insert(articles).returning(articles.c.id)
_APPEAR = insert(appearances)
_ADD_PARTS = {table: insert(table) for _, table, _ in PARTS}
# One question instead of three: the article under this key, the article this key is a copy of, the oldest same text.
_FIND = union_all(
    select(literal("own"), articles.c.id).where(articles.c.key == bindparam("key")),
    select(literal("copy"), appearances.c.article_id).where(appearances.c.key == bindparam("key")),
    select(literal("same"), articles.c.id).where(articles.c.fingerprint == bindparam("mark")),
)


def _queue(connection: Connection, mark: str) -> None:
    """Two machines with one text store it one after the other. In SQLite all writers queue anyway."""
    connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(mark, 0))))


def _find(connection: Connection, key: str, mark: str) -> dict[str, int]:
    rows = connection.execute(_FIND, {"key": key, "mark": mark}).all()
    return dict(sorted(rows, reverse=True))


def _add(connection: Connection, article: Article, mark: str, seen: datetime) -> Saved:
    row = article_row(article) | {"fingerprint": mark, "first_seen": seen, "updated": seen}
    article_id = connection.execute(_ADD, row).scalar_one()
    _add_parts(connection, article, article_id, seen)
    records.add(connection, article_id, article, Sight(seen, seen))
    unsettled.add(connection, article_id)
    return Saved("new", article_id)


def _appear(connection: Connection, article: Article, article_id: int, seen: datetime) -> Saved:
    names = ("key", "url", "site", "title", "source", "published", "script")
    row = {name: getattr(article, name) for name in names} | {"article_id": article_id, "first_seen": seen}
    connection.execute(_APPEAR, row)
    unsettled.add(connection, article_id)
    return Saved("copy", article_id)


def _revise(connection: Connection, article: Article, article_id: int, seen: datetime) -> Saved:
    """A key keeps the address it was first met at: www and m serve one article.

    A place or a figure read anew is no news for the followers: `updated` stays.
    """
    [stored] = load(connection, connection.execute(select(articles).where(articles.c.id == article_id)).all())
    old, article = stored.article, replace(article, url=stored.article.url)
    if article == old:
        return Saved("known", article_id)
    _remove_parts(connection, stored)
    updated = stored.updated if (article.title, article.text) == (old.title, old.text) else seen
    mark = fingerprint(article.text, article.title)
    row = article_row(article) | {"fingerprint": mark, "updated": updated}
    connection.execute(update(articles).where(articles.c.id == article_id), row)
    _add_parts(connection, article, article_id, stored.first_seen)
    records.change(connection, article_id, article, Sight(stored.first_seen, updated))
    unsettled.add(connection, article_id)
    return Saved("changed", article_id)


def _add_parts(connection: Connection, article: Article, article_id: int, first_seen: datetime) -> None:
    for table, rows in part_rows(article, article_id):
        connection.execute(_ADD_PARTS[table], rows)
    facets.add(connection, article_id, article, first_seen)
    words.add(connection, article_id, article)


def _remove_parts(connection: Connection, stored: StoredArticle) -> None:
    for _, table, _ in PARTS:
        connection.execute(delete(table).where(table.c.article_id == stored.id))
    facets.remove(connection, stored.id, stored.article, stored.first_seen)
    words.remove(connection, stored.id, stored.article)
