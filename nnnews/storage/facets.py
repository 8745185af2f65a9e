"""What an article is filed under, so that the newest of a district, a topic, a site or a level are found at once."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from nnnews.items import Article
from nnnews.storage.prepared import Prepared
from nnnews.storage.tables import facets

# Of the place that tells most, from the whole region down.
LEVELS = {
    "region": frozenset({"autonomous_region", "province"}),
    "city": frozenset({"prefecture_city", "prefecture"}),
    "county": frozenset({"district", "county", "county_level_city"}),
    "township": frozenset({"town", "township", "ethnic_township", "subdistrict", "statistical_pseudo_township"}),
}
_LEVEL_OF = {name: level for level, names in LEVELS.items() for name in names}

_ADD = Prepared(insert(facets))
_REMOVE = delete(facets).where(*[column == bindparam(f"old_{column.name}") for column in facets.c])


class Facet(NamedTuple):
    """One heading: `kind` is all, district, topic, site or level."""

    kind: str
    value: str


ALL = Facet("all", "")


def facets_of(article: Article) -> Iterator[Facet]:
    """Every heading of the article."""
    yield ALL
    if article.district:
        yield Facet("district", article.district)
    if article.site:
        yield Facet("site", article.site)
    for topic in dict.fromkeys(article.congress.topics):
        yield Facet("topic", topic)
    if article.places and (level := _LEVEL_OF.get(article.places[0].level)):
        yield Facet("level", level)


def add(connection: Connection, article_id: int, article: Article, first_seen: datetime) -> None:
    """Files the article."""
    _ADD.run(connection, *[_row(facet, article_id, first_seen) for facet in facets_of(article)])


def remove(connection: Connection, article_id: int, article: Article, first_seen: datetime) -> None:
    """Takes out exactly what `add` put in."""
    rows = (_row(facet, article_id, first_seen) for facet in facets_of(article))
    connection.execute(_REMOVE, [{f"old_{name}": value for name, value in row.items()} for row in rows])


def newest(connection: Connection, facet: Facet, limit: int) -> list[int]:
    """The articles under the heading that were first seen most recently, newest first."""
    own = (facets.c.kind == facet.kind) & (facets.c.value == facet.value)
    chosen = select(facets.c.article_id).where(own).order_by(facets.c.first_seen.desc(), facets.c.article_id.desc())
    return list(connection.execute(chosen.limit(limit)).scalars())


def since(connection: Connection, facet: Facet, when: datetime) -> list[int]:
    """The articles under the heading that were first seen at that time or later, by id."""
    own = (facets.c.kind == facet.kind) & (facets.c.value == facet.value)
    chosen = select(facets.c.article_id).where(own, facets.c.first_seen >= when).order_by(facets.c.article_id)
    return list(connection.execute(chosen).scalars())


def count(connection: Connection, kind: str) -> dict[str, int]:
    """How many articles stand under each heading of the kind."""
    chosen = select(facets.c.value, func.count()).where(facets.c.kind == kind).group_by(facets.c.value)
    return dict(connection.execute(chosen.order_by(facets.c.value)).all())


def _row(facet: Facet, article_id: int, first_seen: datetime) -> dict[str, object]:
    return {"kind": facet.kind, "value": facet.value, "first_seen": first_seen, "article_id": article_id}
