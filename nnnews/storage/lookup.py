"""What the store holds under many keys at once."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from nnnews.storage.rows import load
from nnnews.storage.stored import StoredArticle
from nnnews.storage.tables import appearances, articles, problems

_OWN = select(articles).where(articles.c.key.in_(bindparam("keys", expanding=True)))
_COPIES = select(appearances.c.key, appearances.c.article_id).where(
    appearances.c.key.in_(bindparam("keys", expanding=True))
)
_BY_ID = select(articles).where(articles.c.id.in_(bindparam("ids", expanding=True)))
_PROBLEMS = select(problems.c.key, problems.c.kind).where(problems.c.key.in_(bindparam("keys", expanding=True)))


def stored_under(connection: Connection, keys: Collection[str]) -> dict[str, StoredArticle]:
    """The article of each key; for the key of a copy the article that has its text. A few hundred keys at a time."""
    own = load(connection, connection.execute(_OWN, {"keys": list(keys)}).all())
    copies: dict[str, int] = dict(connection.execute(_COPIES, {"keys": list(keys)}).all())
    rows = connection.execute(_BY_ID, {"ids": list(set(copies.values()))}).all() if copies else ()
    originals = {one.id: one for one in load(connection, rows)}
    return {one.article.key: one for one in own} | {key: originals[found] for key, found in copies.items()}


def open_kinds(connection: Connection, keys: Collection[str]) -> set[tuple[str, str]]:
    """Key and kind of each problem that these addresses have."""
    return {(key, kind) for key, kind in connection.execute(_PROBLEMS, {"keys": list(keys)})}
