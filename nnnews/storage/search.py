"""Searching the store: every word must be in the title, the text or the credits, from one character up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection

from nnnews.storage import bigrams, word_query
from nnnews.storage.records import read_back
from nnnews.storage.stored import StoredArticle
from nnnews.storage.word_query import Question
from nnnews.storage.words import searched
from nnnews.text.script import to_simplified

_RANKED = 1000  # candidates weighed at most


@dataclass(frozen=True, slots=True)
class Filter:
    """Where to search: in one district (its name), and what was published at or after a time."""

    district: str | None = None
    since: datetime | None = None


ANYWHERE = Filter()


def search(
    connection: Connection, words: str, within: Filter = ANYWHERE, limit: int = 20, *, ranked: bool = False
) -> list[StoredArticle]:
    """Articles that hold all the words (separated by spaces); Traditional words find Simplified text.

    The latest stored first, or `ranked`: those first that hold the words often in little text, titles counting most.
    """
    wanted = split_words(words)
    if not wanted:
        return []
    question = _question(wanted, within)
    if ranked:
        ids: Iterable[int] = word_query.best(connection, question, max(limit, _RANKED))
    else:
        ids = word_query.newest(connection, question, limit)
    return list(islice((one for one in load_each(connection, ids, limit) if holds(one, wanted)), limit))


def split_words(words: str) -> list[str]:
    """As they are compared: Simplified, half width, lower case; what holds no letter is no word."""
    return [word for word in bigrams.fold(to_simplified(words)).split() if bigrams.query(word)]


def holds(stored: StoredArticle, wanted: Iterable[str]) -> bool:
    """A word with marks inside (3.5亿元, 一老一小) is more than its bigrams side by side."""
    written = searched(stored.article)
    # Folding costs more than all the rest, and leaves Han characters as they are.
    missed = [word for word in wanted if not (bigrams.is_han(word) and any(word in field for field in written))]
    fields = folded(stored) if missed else []
    return all(any(word in field for field in fields) for word in missed)


def folded(stored: StoredArticle) -> list[str]:
    """What a search looks at, as words are compared."""
    return [bigrams.fold(field) for field in searched(stored.article)]


def _question(wanted: Sequence[str], within: Filter) -> Question:
    conditions: list[str] = []
    values: dict[str, object] = {}
    if within.district:
        conditions.append("articles.district = :district")
        values["district"] = within.district
    if within.since:
        conditions.append("coalesce(articles.published, articles.first_seen) >= :since")
        values["since"] = within.since
    return Question(wanted, conditions=conditions, values=values)


def load_each(connection: Connection, ids: Iterable[int], batch: int) -> Iterator[StoredArticle]:
    """The articles as their records tell them, read in batches as they are asked for."""
    remaining = iter(ids)
    while some := list(islice(remaining, batch)):
        yield from read_back(connection, some)
