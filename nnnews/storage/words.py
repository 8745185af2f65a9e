"""The word index of SQLite: FTS5 over bigrams, contentless, so a removal must name what was put in."""

from sqlalchemy import Connection, text

from nnnews.items import Article
from nnnews.storage.bigrams import index_tokens

_ADD = text("INSERT INTO article_words(rowid, title, body, people) VALUES (:id, :title, :body, :people)")
_REMOVE = text(
    "INSERT INTO article_words(article_words, rowid, title, body, people) "
    "VALUES ('delete', :id, :title, :body, :people)"
)


def add(connection: Connection, article_id: int, article: Article) -> None:
    """Makes the article findable; other databases search its text itself."""
    if connection.dialect.name == "sqlite":
        connection.execute(_ADD, {"id": article_id, **_tokens(article)})


def remove(connection: Connection, article_id: int, article: Article) -> None:
    """Takes out exactly what `add` put in."""
    if connection.dialect.name == "sqlite":
        connection.execute(_REMOVE, {"id": article_id, **_tokens(article)})


def searched(article: Article) -> tuple[str, str, str]:
    """Title, body and people: what a search looks at."""
    names = [person.name for person in article.byline]
    return article.title or "", article.text, "\n".join([*names, article.source or ""])


def _tokens(article: Article) -> dict[str, str]:
    fields = zip(("title", "body", "people"), searched(article), strict=True)
    return {name: index_tokens(field) for name, field in fields}
