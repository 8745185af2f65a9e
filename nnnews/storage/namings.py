"""Articles about a congress that name something, with little of the rest."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from nnnews.storage.tables import articles


@dataclass(frozen=True, slots=True)
class Naming:
    """`at` is when the article was published, else when it was first seen."""

    article_id: int
    title: str
    text: str
    district: str | None
    url: str | None
    at: datetime


def naming(connection: Connection, words: str, ids: Collection[int] | None = None) -> Iterator[Naming]:
    """Those that hold the words in title or text, by id; among a few hundred, or of all."""
    chosen = _holding(words)
    rows = connection.execute(chosen if ids is None else chosen.where(articles.c.id.in_(ids)))
    return (Naming(*row) for row in rows)


def _holding(words: str) -> Select[Any]:
    columns = [articles.c[name] for name in ("id", "title", "text", "district", "url")]
    held = articles.c.text.contains(words, autoescape=True) | articles.c.title.contains(words, autoescape=True)
    at = func.coalesce(articles.c.published, articles.c.first_seen, type_=articles.c.first_seen.type)
    return select(*columns, at).where(articles.c.relevant, held).order_by(articles.c.id)
