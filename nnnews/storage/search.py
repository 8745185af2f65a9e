"""Searching the store: every word must be in the title, the text or the credits, from one character up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from nnnews.items import Article
from nnnews.storage import bigrams
from nnnews.storage.rows import load
from nnnews.storage.stored import StoredArticle
from nnnews.storage.tables import articles, bylines
from nnnews.storage.words import searched
from nnnews.text.script import to_simplified

_BATCH = 50  # candidates looked at together


@dataclass(frozen=True, slots=True)
class Filter:
    """Where to search: in one district (its name), and what was published at or after a time."""

    district: str | None = None
    since: datetime | None = None


ANYWHERE = Filter()


def search(connection: Connection, words: str, within: Filter = ANYWHERE, limit: int = 20) -> list[StoredArticle]:
    """Articles that hold all the words (separated by spaces), newest first. Traditional words find Simplified text."""
    wanted = bigrams.fold(to_simplified(words)).split()
    if not bigrams.query(" ".join(wanted)):
        return []
    candidates = _candidates(connection.dialect.name, wanted)
    if within.district:
        candidates = candidates.where(articles.c.district == within.district)
    if within.since:
        candidates = candidates.where(func.coalesce(articles.c.published, articles.c.first_seen) >= within.since)
    hits = (found for found in _newest(connection, candidates) if _holds(found.article, wanted))
    return list(islice(hits, limit))


def _candidates(dialect: str, wanted: Sequence[str]) -> Select[Any]:
    """At least every article that holds the words."""
    if dialect != "sqlite":
        return select(articles.c.id).where(*[_contains(word) for word in wanted])
    match = text("SELECT rowid FROM article_words WHERE article_words MATCH :words")
    match = match.bindparams(words=bigrams.query(" ".join(wanted)))
    return select(articles.c.id).where(articles.c.id.in_(match))


def _contains(word: str) -> Any:
    names = select(bylines.c.article_id).where(bylines.c.name.icontains(word, autoescape=True))
    columns = (articles.c.title, articles.c.text, articles.c.source)
    return or_(*[column.icontains(word, autoescape=True) for column in columns], articles.c.id.in_(names))


def _newest(connection: Connection, candidates: Select[Any]) -> Iterator[StoredArticle]:
    newest = candidates.order_by(articles.c.first_seen.desc(), articles.c.id.desc())
    ids = connection.execute(newest).scalars().all()
    for start in range(0, len(ids), _BATCH):
        some = ids[start : start + _BATCH]
        found = {
            one.id: one
            for one in load(connection, connection.execute(select(articles).where(articles.c.id.in_(some))).all())
        }
        yield from (found[key] for key in some)


def _holds(article: Article, wanted: Sequence[str]) -> bool:
    """A word with marks inside (3.5亿元, 一老一小) is more than its bigrams side by side."""
    fields = [bigrams.fold(field) for field in searched(article)]
    return all(any(word in field for field in fields) for word in wanted)
