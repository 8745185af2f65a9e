"""Pairs of articles that tell one story: found by the index, or ruled by a maintainer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, insert, or_, select

from nnnews.dedup.contradictions import Difference
from nnnews.dedup.decision import Decision
from nnnews.storage.story_tables import story_links, story_rulings

Ruled = Literal["join", "split"]
Pair = tuple[int, int]

_ids: BindParameter[Any] = bindparam("ids", expanding=True)


def _touches(table: Table) -> Any:
    return or_(table.c.article_id.in_(_ids), table.c.other_id.in_(_ids))


_LINKS = select(story_links).where(_touches(story_links))
_RULINGS = select(story_rulings.c.article_id, story_rulings.c.other_id, story_rulings.c.verdict).where(
    _touches(story_rulings)
)
_UNLINK = delete(story_links).where(_touches(story_links))
_ADD = insert(story_links)


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles, the lower id first, and the decision that joined them."""

    article_id: int
    other_id: int
    decision: Decision

    @property
    def pair(self) -> Pair:
        """The two ids."""
        return self.article_id, self.other_id


def ordered(here: int, there: int) -> Pair:
    """A pair as it is stored."""
    return (here, there) if here < there else (there, here)


def links(connection: Connection, article_ids: Collection[int]) -> list[Link]:
    """All links that lead to or from these articles."""
    return [_link(row) for row in connection.execute(_LINKS, {"ids": list(article_ids)})] if article_ids else []


def rulings(connection: Connection, article_ids: Collection[int]) -> dict[Pair, Ruled]:
    """What was ruled of these articles and others."""
    rows = connection.execute(_RULINGS, {"ids": list(article_ids)}) if article_ids else ()
    return {(row.article_id, row.other_id): row.verdict for row in rows}


def add(connection: Connection, found: Iterable[Link]) -> None:
    """Writes links that are not stored."""
    rows = [_row(link) for link in found]
    if rows:
        connection.execute(_ADD, rows)


def remove(connection: Connection, article_ids: Collection[int]) -> None:
    """Deletes all links of these articles."""
    if article_ids:
        connection.execute(_UNLINK, {"ids": list(article_ids)})


def rule(connection: Connection, pair: Pair, verdict: Ruled, made: datetime) -> None:
    """Writes down what a maintainer decided of two articles, in place of an earlier ruling."""
    pardon(connection, pair)
    article_id, other_id = ordered(*pair)
    row = {"article_id": article_id, "other_id": other_id, "verdict": verdict, "made": made}
    connection.execute(insert(story_rulings), row)


def pardon(connection: Connection, pair: Pair) -> None:
    """Forgets what was ruled of two articles."""
    article_id, other_id = ordered(*pair)
    both = (story_rulings.c.article_id == article_id) & (story_rulings.c.other_id == other_id)
    connection.execute(delete(story_rulings).where(both))


def _row(link: Link) -> dict[str, Any]:
    decision = link.decision
    return {
        "article_id": link.article_id,
        "other_id": link.other_id,
        "verdict": decision.verdict,
        "ground": decision.ground,
        "shared": decision.shared[0],
        "other_shared": decision.shared[1],
        "differences": [[found.kind, found.here, found.there] for found in decision.differences],
    }


def _link(row: Any) -> Link:
    found = tuple(Difference(*difference) for difference in row.differences)
    decision = Decision(row.verdict, row.ground, (row.shared, row.other_shared), found)
    return Link(row.article_id, row.other_id, decision)
