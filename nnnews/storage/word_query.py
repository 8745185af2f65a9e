"""Questions to the word index, in the language of each database. They find at least what holds the words."""

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
_TYPES = {"since": bindparam("since", type_=UtcTime)}


@dataclass(frozen=True, slots=True)
class Question:
    """Articles that hold all of `every` and, where there are some, one of `some`; `conditions` are of `articles`."""

    every: Sequence[str] = ()
    some: Sequence[str] = ()
    conditions: Sequence[str] = ()
    values: dict[str, Any] = field(default_factory=dict)


def newest(connection: Connection, question: Question, batch: int) -> Iterator[int]:
    """The ids, the latest stored first, asked for as they are needed."""
    dialect = DIALECTS[connection.dialect.name]
    statement = _statement(dialect, question, f"{dialect.id} < :last", f"{dialect.id} DESC")
    asked = {**_values(dialect, question), "batch": batch, "last": 2**31 - 1}
    while ids := connection.execute(statement, asked).scalars().all():
        yield from ids
        asked["last"] = ids[-1]


def best(connection: Connection, question: Question, most: int) -> Sequence[int]:
    """The ids of those that fit best; the newer first among equals."""
    dialect = DIALECTS[connection.dialect.name]
    statement = _statement(dialect, question, "TRUE", f"{dialect.weight}, {dialect.id} DESC")
    return connection.execute(statement, {**_values(dialect, question), "batch": most}).scalars().all()


def _statement(dialect: Dialect, question: Question, start: str, order: str) -> TextClause:
    """CROSS JOIN: SQLite shall ask the word index first and look into articles for the conditions only."""
    joined = " CROSS JOIN articles" if question.conditions else ""
    own = [f"articles.id = {dialect.id}"] if question.conditions else []
    conditions = " AND ".join([dialect.match, start, *own, *question.conditions])
    sql = f"SELECT {dialect.id} FROM article_words{joined} WHERE {conditions} ORDER BY {order} LIMIT :batch"
    return text(sql).bindparams(*[_TYPES[name] for name in question.values if name in _TYPES])


def _values(dialect: Dialect, question: Question) -> dict[str, Any]:
    phrases = [dialect.phrase(word) for word in question.every]
    if question.some:
        phrases.append("(" + dialect.either.join(dialect.phrase(word) for word in question.some) + ")")
    return {"words": dialect.both.join(phrases), **question.values}
