"""Saved searches over the store."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy import Connection

from nnnews.searches import FigureRule, SavedSearch
from nnnews.storage import word_query
from nnnews.storage.search import folded, load_each, split_words
from nnnews.storage.word_query import Question


def newest(connection: Connection, search: SavedSearch, limit: int) -> list[int]:
    """The articles that the search finds, the latest stored first."""
    terms = _Terms(search)
    return list(islice(_found(connection, terms, _question(search, terms), max(limit, 1)), limit))


def among(connection: Connection, search: SavedSearch, ids: Collection[int]) -> set[int]:
    """Those of the articles, a few hundred, that the search finds."""
    terms = _Terms(search)
    question = _question(search, terms)
    these = {**question.values, "ids": list(ids)}
    asked = replace(question, conditions=[*question.conditions, "articles.id IN :ids"], values=these)
    return set(_found(connection, terms, asked, len(ids))) if ids else set()


def _found(connection: Connection, terms: "_Terms", question: Question, batch: int) -> Iterator[int]:
    """The word index finds a little too much."""
    ids = word_query.newest(connection, question, batch)
    return (stored.id for stored in load_each(connection, ids, batch) if terms.hold(folded(stored)))


class _Terms:
    """The words of a search as they are compared: one of a search's words may be several, side by side no more."""

    def __init__(self, search: SavedSearch) -> None:
        self.every = [split_words(word) for word in search.every]
        self.some = [split_words(word) for word in search.some]
        self.none = [split_words(word) for word in search.none]

    def hold(self, fields: list[str]) -> bool:
        """Whether the fields of an article hold what they should and nothing that they should not."""

        def holds(words: Iterable[str]) -> bool:
            return all(any(word in field for field in fields) for word in words)

        wanted = all(map(holds, self.every)) and (not self.some or any(map(holds, self.some)))
        return wanted and not any(map(holds, self.none))


def _question(search: SavedSearch, terms: _Terms) -> Question:
    conditions: list[str] = []
    values: dict[str, object] = {}
    if search.districts:
        conditions.append(_filed("district", "districts"))
        values["districts"] = search.districts
    if search.topics:
        conditions.append(_filed("topic", "topics"))
        values["topics"] = search.topics
    if search.figure:
        conditions.append(f"articles.id IN (SELECT article_id FROM figures WHERE {_told(search.figure)})")
        values |= _bounds(search.figure)
    every = [word for words in terms.every for word in words]
    return Question(every, [" ".join(words) for words in terms.some], conditions, values)


def _filed(kind: str, values: str) -> str:
    return f"articles.id IN (SELECT article_id FROM facets WHERE kind = '{kind}' AND value IN :{values})"


def _told(rule: FigureRule) -> str:
    """Of a range, the end that fits better counts."""
    end = "coalesce(value_max, value)" if rule.comparison.startswith(">") else "value"
    unit = " AND unit = :unit" if rule.unit else ""
    return f"subject LIKE :subject ESCAPE '/' AND {end} {rule.comparison} :value{unit}"


def _bounds(rule: FigureRule) -> dict[str, object]:
    subject = rule.subject.replace("/", "//").replace("%", "/%").replace("_", "/_")
    unit = {"unit": rule.unit} if rule.unit else {}
    return {"subject": f"%{subject}%", "value": rule.value, **unit}
