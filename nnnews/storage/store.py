"""Writing articles. Each function works inside the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, literal_column, select, union_all, update

from nnnews.dedup import fingerprint
from nnnews.items import Article
from nnnews.revisions import Change, compare, reader_version
from nnnews.storage import facets, former_records, records, revisions, waiting, words
from nnnews.storage.prepared import Prepared
from nnnews.storage.problems import clear_problems
from nnnews.storage.records import Sight
from nnnews.storage.revising import Before, as_stored, find_edit, is_same_news
from nnnews.storage.rows import PARTS, article_row, load, part_rows
from nnnews.storage.stored import StoredArticle
from nnnews.storage.story_tables import unsettled
from nnnews.storage.tables import appearances, articles, problems

Outcome = Literal["new", "changed", "copy", "known"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article: `copy` when its text stands in the store under another key, which `article_id` is.

    `edit` is what its site changed in title or text since it was stored.
    """

    outcome: Outcome
    article_id: int
    edit: Change | None = None


def save(
    connection: Connection, article: Article, seen: datetime | None = None, before: Before | None = as_stored
) -> Saved:
    """Stores the article, with its title and text; a second time changes nothing. `seen`: when it was read, aware.

    The problems of its address are forgotten. What changed is judged against what `before` gives, and kept as a
    revision. None: the same page read anew, as in a replay, of which nothing is an edit.
    """
    seen = seen or datetime.now(UTC)
    mark = fingerprint(article.text, article.title)
    if connection.dialect.name == "postgresql":
        _queue(connection, mark)
    found = _find(connection, article.key, mark)
    if "problem" in found:
        clear_problems(connection, article.key)
    if "own" in found:
        return _revise(connection, article, _load(connection, found["own"]), _Terms(seen, before))
    if "copy" in found:
        original = _load(connection, found["copy"])
        if original.id == found.get("same") or is_same_news(connection, original, article):
            return Saved("known", original.id)
        connection.execute(delete(appearances).where(appearances.c.key == article.key))
        if "same" not in found:
            return _part(connection, article, original, _Terms(seen, before))
    if "same" in found:
        return _appear(connection, article, found["same"], seen)
    return _add(connection, article, mark, seen)


_ADD = Prepared(insert(articles).returning(articles.c.id))
_APPEAR = Prepared(insert(appearances))
_ADD_PARTS = {table: Prepared(insert(table)) for _, table, _ in PARTS}
# One question instead of four: the article under this key, the article this key is a copy of, the oldest same text,
# whether the address had problems.
_FIND = Prepared(
    union_all(
        select(literal_column("'own'"), articles.c.id).where(articles.c.key == bindparam("key")),
        select(literal_column("'copy'"), appearances.c.article_id).where(appearances.c.key == bindparam("key")),
        select(literal_column("'same'"), articles.c.id).where(articles.c.fingerprint == bindparam("mark")),
        select(literal_column("'problem'"), literal_column("0")).where(
            exists().where(problems.c.key == bindparam("key"))
        ),
    )
)


def _queue(connection: Connection, mark: str) -> None:
    """Two machines with one text store it one after the other. In SQLite all writers queue anyway."""
    connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(mark, 0))))


def _find(connection: Connection, key: str, mark: str) -> dict[str, int]:
    rows: list[Any] = _FIND.run(connection, {"key": key, "mark": mark})
    return dict(sorted(rows, reverse=True))


def _add(connection: Connection, article: Article, mark: str, seen: datetime) -> Saved:
    own = {"fingerprint": mark, "reader": reader_version(article.site)}
    row = article_row(article) | own | {"first_seen": seen, "updated": seen}
    [[article_id]] = _ADD.run(connection, row)
    _add_parts(connection, article, article_id, seen)
    records.add(connection, article_id, article, Sight(seen, seen))
    waiting.add(connection, unsettled, article_id)
    return Saved("new", article_id)


def _appear(connection: Connection, article: Article, article_id: int, seen: datetime) -> Saved:
    names = ("key", "url", "site", "title", "source", "published", "script")
    row = {name: getattr(article, name) for name in names} | {"article_id": article_id, "first_seen": seen}
    _APPEAR.run(connection, row)
    waiting.add(connection, unsettled, article_id)
    return Saved("copy", article_id)


@dataclass(frozen=True, slots=True)
class _Terms:
    """When an article was read, and what it is compared with."""

    seen: datetime
    before: Before | None


def _load(connection: Connection, article_id: int) -> StoredArticle:
    [stored] = load(connection, connection.execute(select(articles).where(articles.c.id == article_id)).all())
    return stored


def _revise(connection: Connection, article: Article, stored: StoredArticle, terms: _Terms) -> Saved:
    """A key keeps the address it was first met at: www and m serve one article.

    A place or a figure read anew is no news for the followers, nor is a boring edit: `updated` stays.
    """
    reader = reader_version(article.site)
    article = replace(article, url=stored.article.url)
    if article == stored.article or (article.is_partial and not stored.article.is_partial):
        if stored.reader != reader and not article.is_partial:
            connection.execute(update(articles).where(articles.c.id == stored.id), {"reader": reader})
        return Saved("known", stored.id)
    edit = find_edit(connection, stored, article, terms.before) if terms.before else None
    updated = terms.seen if edit and edit.is_news else stored.updated
    if terms.before:
        former_records.keep(connection, stored.id, withdrawn=stored.withdrawn is not None)
    _replace(connection, stored, article, {"updated": updated, "reader": reader})
    if edit:
        revisions.edited(connection, stored.id, edit.change, terms.seen, edit.note)
    return Saved("changed", stored.id, edit.change if edit else None)


def _part(connection: Connection, article: Article, original: StoredArticle, terms: _Terms) -> Saved:
    """A copy that its site has edited is an article of its own, which begins with that edit."""
    saved = _add(connection, article, fingerprint(article.text, article.title), terms.seen)
    change = compare(original.article, replace(article, title=original.article.title))
    if change is None or terms.before is None:
        return saved
    revisions.edited(connection, saved.article_id, change, terms.seen, f"parted from {original.article.key}")
    return replace(saved, edit=change)


def _replace(connection: Connection, stored: StoredArticle, article: Article, own: dict[str, Any]) -> None:
    _remove_parts(connection, stored)
    row = article_row(article) | own | {"fingerprint": fingerprint(article.text, article.title)}
    connection.execute(update(articles).where(articles.c.id == stored.id), row)
    _add_parts(connection, article, stored.id, stored.first_seen)
    records.change(connection, stored.id, article, Sight(stored.first_seen, own["updated"], stored.withdrawn))
    waiting.add(connection, unsettled, stored.id)


def _add_parts(connection: Connection, article: Article, article_id: int, first_seen: datetime) -> None:
    for table, rows in part_rows(article, article_id):
        _ADD_PARTS[table].run(connection, *rows)
    facets.add(connection, article_id, article, first_seen)
    words.add(connection, article_id)


def _remove_parts(connection: Connection, stored: StoredArticle) -> None:
    for _, table, _ in PARTS:
        connection.execute(delete(table).where(table.c.article_id == stored.id))
    facets.remove(connection, stored.id, stored.article, stored.first_seen)
    words.remove(connection, stored.id, stored.article)
