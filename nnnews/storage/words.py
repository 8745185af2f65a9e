"""The word index over bigrams: FTS5 in SQLite, tsvector in PostgreSQL.

FTS5 is contentless, so a removal must name what was put in.
"""

from sqlalchemy import Connection, text

from nnnews.items import Article
from nnnews.storage import bigrams

_FTS = "INSERT INTO article_words(rowid, title, body, people) VALUES (:id, :title, :body, :people)"
_TSVECTOR = "INSERT INTO article_words(id, words) VALUES (:id, CAST(:words AS tsvector))"
_ADD = {"sqlite": text(_FTS), "postgresql": text(_TSVECTOR)}
_REMOVE = {
    "sqlite": text(
        "INSERT INTO article_words(article_words, rowid, title, body, people) "
        "VALUES ('delete', :id, :title, :body, :people)"
    ),
    "postgresql": text("DELETE FROM article_words WHERE id = :id"),
}
_WEIGHTS = {"title": "A", "people": "B", "body": "D"}
_MOST = 20  # places of a token: PostgreSQL takes 255, and a tsvector one megabyte


def add(connection: Connection, article_id: int, article: Article) -> None:
    """Makes the article findable."""
    dialect = connection.dialect.name
    connection.execute(_ADD[dialect], {"id": article_id, **_row(dialect, article)})


def remove(connection: Connection, article_id: int, article: Article) -> None:
    """Takes out exactly what `add` put in."""
    dialect = connection.dialect.name
    row = _row(dialect, article) if dialect == "sqlite" else {}
    connection.execute(_REMOVE[dialect], {"id": article_id, **row})


def searched(article: Article) -> tuple[str, str, str]:
    """Title, body and people: what a search looks at."""
    names = [person.name for person in article.byline]
    return article.title or "", article.text, "\n".join([*names, article.source or ""])


def _row(dialect: str, article: Article) -> dict[str, str]:
    fields = zip(("title", "body", "people"), searched(article), strict=True)
    tokens = {name: bigrams.index_tokens(field) for name, field in fields}
    return tokens if dialect == "sqlite" else {"words": _tsvector(tokens)}


def _tsvector(tokens: dict[str, str]) -> str:
    """'防汛':1A,17: a token holds letters, digits and points only, so nothing is to be escaped."""
    places: dict[str, list[str]] = {}
    weighted = ((token, _WEIGHTS[field]) for field, written in tokens.items() for token in written.split())
    for position, (token, weight) in enumerate(weighted, 1):
        places.setdefault(token, []).append(f"{position}{weight}")
    return " ".join(f"'{token}':{','.join(found[:_MOST])}" for token, found in places.items())
