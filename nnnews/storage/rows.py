"""Article ↔ rows. Nothing else knows which column holds what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, select

from nnnews.items import SHANGHAI, Article, Attachment, Congress, CreditLine, Figure, Image, Person, Place
from nnnews.storage.stored import Appearance, StoredArticle
from nnnews.storage.tables import appearances, bylines, figures, places

PLAIN = (
    *("key", "url", "site", "layout", "method", "title", "kicker", "subtitle"),
    *("published", "published_precision", "source", "script", "district", "text"),
)
# The parts of an article: its field, the table and the item; the columns stand in the order of the item's fields.
PARTS: tuple[tuple[str, Table, Any], ...] = (
    ("byline", bylines, Person),
    ("places", places, Place),
    ("figures", figures, Figure),
)


def article_row(article: Article) -> dict[str, Any]:
    """The columns of `articles` that come from the article itself."""
    row: dict[str, Any] = {name: getattr(article, name) for name in PLAIN}
    row.update({name: list(getattr(article, name)) for name in ("removed", "problems", "info")})
    row.update(
        {name: [asdict(part) for part in getattr(article, name)] for name in ("images", "attachments", "credits")}
    )
    congress = article.congress
    row.update(relevant=congress.relevant, score=congress.score, topics=list(congress.topics))
    return row


def part_rows(article: Article, article_id: int) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Each table of parts that has something to hold, with its rows."""
    for field, table, kind in PARTS:
        rows = [
            {"article_id": article_id, "position": position, **{name: getattr(part, name) for name in kind.__slots__}}
            for position, part in enumerate(getattr(article, field))
        ]
        if rows:
            yield table, rows


def load(connection: Connection, rows: Sequence[Row[Any]]) -> list[StoredArticle]:
    """Rows of `articles`, each with its parts and appearances, in the order given."""
    ids = [row.id for row in rows]
    parts = {field: _grouped(connection, table, kind, ids) for field, table, kind in PARTS}
    met = _appearances(connection, ids)
    return [_stored(dict(row._mapping), parts, met) for row in rows]


def _stored(
    row: Mapping[str, Any], parts: Mapping[str, Mapping[int, Any]], met: Mapping[int, tuple[Appearance, ...]]
) -> StoredArticle:
    own = {field: found.get(row["id"], ()) for field, found in parts.items()}
    return StoredArticle(
        row["id"],
        _article(row, own),
        row["first_seen"],
        row["updated"],
        met.get(row["id"], ()),
        row["withdrawn"],
        row["reader"],
    )


def _article(row: Mapping[str, Any], parts: Mapping[str, Any]) -> Article:
    plain = {name: row[name] for name in PLAIN}
    if plain["published"]:
        plain["published"] = plain["published"].astimezone(SHANGHAI)
    listed: dict[str, Any] = {name: tuple(row[name]) for name in ("removed", "problems", "info")}
    return Article(
        **plain,
        **parts,
        **listed,
        congress=Congress(row["relevant"], row["score"], tuple(row["topics"])),
        images=tuple(Image(**image) for image in row["images"]),
        attachments=tuple(Attachment(**document) for document in row["attachments"]),
        credits=tuple(CreditLine(**line) for line in row["credits"]),
    )


_PARTS_OF = {
    table: select(table)
    .where(table.c.article_id.in_(bindparam("ids", expanding=True)))
    .order_by(table.c.article_id, table.c.position)
    for _, table, _ in PARTS
}
_APPEARANCES_OF = (
    select(appearances.c.article_id, *[appearances.c[name] for name in Appearance.__slots__])
    .where(appearances.c.article_id.in_(bindparam("ids", expanding=True)))
    .order_by(appearances.c.article_id, appearances.c.first_seen, appearances.c.key)
)


def _grouped(connection: Connection, table: Table, kind: Any, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    rows = connection.execute(_PARTS_OF[table], {"ids": ids}).all()
    return {
        key: tuple(kind(*map(_whole, row[2:])) for row in group) for key, group in groupby(rows, key=lambda row: row[0])
    }


def _whole(value: Any) -> Any:
    """A column of numbers gives 532.0 where 532 was stored."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _appearances(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Appearance, ...]]:
    met: dict[int, list[Appearance]] = defaultdict(list)
    for article_id, *fields in connection.execute(_APPEARANCES_OF, {"ids": ids}):
        met[article_id].append(Appearance(*fields))
    return {key: tuple(group) for key, group in met.items()}
