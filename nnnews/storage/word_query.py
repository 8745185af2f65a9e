"""Questions to the word index, in the language of each database. They find at least what holds the words.

What waits for the index (a hundred articles while a crawl runs, seldom more) is found whatever its words.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from nnnews.storage import bigrams
from nnnews.storage.tables import UtcTime


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a database asks. `weight` is the smaller, the better an article fits: title 10, people 5, body 1."""

    id: str
    match: str
    weight: str
    phrase: Callable[[str], str]
    both: str
    either: str


DIALECTS = {
    "sqlite": Dialect(
        id="article_words.rowid",
        match="article_words MATCH :words",
        weight="bm25(article_words, 10, 1, 5)",
        phrase=bigrams.query,
        both=" AND ",
        either=" OR ",
    ),
    "postgresql": Dialect(
        id="article_words.id",
        match="words @@ CAST(:words AS tsquery)",
        weight="-ts_rank('{0.1, 0.1, 0.5, 1}', words, CAST(:words AS tsquery), 1)",
        phrase=bigrams.tsquery,
        both=" & ",
        either=" | ",
    ),
}
_PARAMETERS = {
    "since": bindparam("since", type_=UtcTime),
    "districts": bindparam("districts", expanding=True),
    "topics": bindparam("topics", expanding=True),
    "ids": bindparam("ids", expanding=True),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Articles that hold all of `every` and, where there are some, one of `some`; `conditions` are of `articles`."""

    every: Sequence[str] = ()
    some: Sequence[str] = ()
    conditions: Sequence[str] = ()
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def asks_words(self) -> bool:
        """Whether the word index is to be asked."""
        return bool(self.every or self.some)


def newest(connection: Connection, question: Question, batch: int) -> Iterator[int]:
    """The ids, the latest stored first, asked for as they are needed."""
    dialect = DIALECTS[connection.dialect.name]
    ids = dialect.id if question.asks_words else "articles.id"
    statement = _statement(dialect, question, f"{ids} < :last", f"{ids} DESC")
    asked = {**_values(dialect, question), "batch": batch, "last": 2**31 - 1}
    yield from heapq.merge(_pages(connection, statement, asked), _unindexed(connection, question), reverse=True)


def _pages(connection: Connection, statement: TextClause, asked: dict[str, Any]) -> Iterator[int]:
    while found := connection.execute(statement, asked).scalars().all():
        yield from found
        asked["last"] = found[-1]


def best(connection: Connection, question: Question, most: int) -> Sequence[int]:
    """The ids of those that fit best; the newer first among equals. What is not weighed yet comes last."""
    dialect = DIALECTS[connection.dialect.name]
    statement = _statement(dialect, question, "TRUE", f"{dialect.weight}, {dialect.id} DESC")
    weighed = connection.execute(statement, {**_values(dialect, question), "batch": most}).scalars().all()
    return [*weighed, *_unindexed(connection, question)]


def _unindexed(connection: Connection, question: Question) -> Sequence[int]:
    """What waits for the index and fulfils the conditions, the latest stored first."""
    if not question.asks_words:
        return []
    conditions = " AND ".join(["articles.id IN (SELECT article_id FROM unindexed)", *question.conditions])
    statement = text(f"SELECT id FROM articles WHERE {conditions} ORDER BY id DESC")
    return connection.execute(_typed(statement, question), question.values).scalars().all()


def _statement(dialect: Dialect, question: Question, start: str, order: str) -> TextClause:
    """CROSS JOIN: SQLite shall ask the word index first and look into articles for the conditions only."""
    tables, joins = ["article_words"], [dialect.match]
    if not question.asks_words:
        tables, joins = ["articles"], []
    elif question.conditions:
        tables, joins = ["article_words", "articles"], [dialect.match, f"articles.id = {dialect.id}"]
    conditions = " AND ".join([*joins, start, *question.conditions])
    ids = dialect.id if question.asks_words else "articles.id"
    sql = f"SELECT {ids} FROM {' CROSS JOIN '.join(tables)} WHERE {conditions} ORDER BY {order} LIMIT :batch"
    return _typed(text(sql), question)


def _typed(statement: TextClause, question: Question) -> TextClause:
    return statement.bindparams(*[_PARAMETERS[name] for name in question.values if name in _PARAMETERS])


def _values(dialect: Dialect, question: Question) -> dict[str, Any]:
    phrases = [dialect.phrase(word) for word in question.every]
    if question.some:
        phrases.append("(" + dialect.either.join(f"({dialect.phrase(words)})" for words in question.some) + ")")
    return {"words": dialect.both.join(phrases), **question.values} if phrases else dict(question.values)
