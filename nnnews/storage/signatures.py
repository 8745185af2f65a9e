"""The durable index of texts: signatures, and under each of their keys the articles that have it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert

from nnnews.dedup.candidates import is_candidate
from nnnews.dedup.decision import SAME_FACTS
from nnnews.dedup.facts import facts, shared_facts
from nnnews.dedup.fingerprint import SHORT
from nnnews.dedup.signature import keys, resemblances, sign
from nnnews.storage.story_tables import bands, signatures

_MOST = 500  # values in one statement; databases limit the number of parameters


@dataclass(frozen=True, slots=True)
class Signed:
    """A row of the index; a text too short to be told by its words has an empty sketch and no keys."""

    article_id: int
    fingerprint: str
    sketch: bytes
    grams: int
    facts: bytes

    def found_under(self) -> list[int]:
        """What the article is found under."""
        return keys(self.sketch) if self.sketch else []


# Built once: building a statement costs as much as running it.
_FORGET = delete(signatures).where(signatures.c.article_id == bindparam("id"))
_FORGET_KEY = delete(bands).where(bands.c.key == bindparam("band"), bands.c.article_id == bindparam("id"))
_ADD = insert(signatures)
# By the driver, not by SQLAlchemy's expressions, whose overhead would be twice the cost: 29 rows a text.
_READ = f"SELECT {', '.join(Signed.__slots__)} FROM signatures WHERE article_id IN ({{}})"
_ADD_KEY = "INSERT INTO bands (key, article_id) VALUES ({})"
_COMPARED = "SELECT article_id, sketch, grams, facts FROM signatures WHERE article_id IN ({})"
# The rule of dedup.signature.are_enough.
_MET = "SELECT article_id FROM bands WHERE key IN ({}) GROUP BY article_id HAVING max(key) >= 0 OR count(*) > 1"


def signed_text(article_id: int, fingerprint: str, folded: str) -> Signed:
    """The row of a text."""
    signature = sign(folded) if len(folded) >= SHORT else None
    if signature is None:
        return Signed(article_id, fingerprint, b"", 0, b"")
    return Signed(article_id, fingerprint, signature.sketch, signature.grams, facts(folded))


def stored(connection: Connection, article_ids: Collection[int]) -> dict[int, Signed]:
    """The rows of these articles, by id; what was never signed is absent."""
    found: dict[int, Signed] = {}
    for ids in _parts(list(article_ids)):
        rows = connection.exec_driver_sql(_READ.format(_marks(connection, len(ids))), tuple(ids))
        found |= {row[0]: Signed(*row) for row in rows}
    return found


def add(connection: Connection, rows: Sequence[Signed]) -> None:
    """Writes rows that are not stored."""
    if rows:
        connection.execute(_ADD, [{name: getattr(row, name) for name in Signed.__slots__} for row in rows])
    # In the order of the table: neighbours are written together.
    found = sorted((key, row.article_id) for row in rows for key in dict.fromkeys(row.found_under()))
    if found:
        connection.exec_driver_sql(_ADD_KEY.format(_marks(connection, 2)), found)


def remove(connection: Connection, rows: Iterable[Signed]) -> None:
    """Deletes stored rows, with their keys."""
    for row in rows:
        connection.execute(_FORGET, {"id": row.article_id})
        gone: list[dict[str, Any]] = [{"band": key, "id": row.article_id} for key in row.found_under()]
        if gone:
            connection.execute(_FORGET_KEY, gone)


def candidates(connection: Connection, row: Signed) -> list[int]:
    """The stored articles whose texts are worth comparing with this one's, by id.

    What the facts alone keep apart need not be read: notices of one template come by the hundred.
    """
    return [id_ for id_, found in _alike(connection, row) if not _are_other(row.facts, found)]


def similar(connection: Connection, row: Signed) -> list[int]:
    """The stored articles that share much of this one's wording, those of other facts too, by id."""
    return [id_ for id_, _ in _alike(connection, row)]


def _alike(connection: Connection, row: Signed) -> list[tuple[int, bytes]]:
    """Articles with the facts of their texts, by id."""
    met = _compared(connection, sorted(_meet(connection, row.found_under()) - {row.article_id})) if row.sketch else []
    if not met:
        return []
    shares = resemblances(row.sketch, [sketch for _, sketch, _, _ in met])
    found = zip(met, shares, strict=True)
    return [(id_, told) for (id_, _, grams, told), share in found if is_candidate(share, row.grams, grams)]


def _meet(connection: Connection, found_under: list[int]) -> set[int]:
    """The articles that share enough of the keys."""
    statement = _MET.format(_marks(connection, len(found_under)))
    return {id_ for (id_,) in connection.exec_driver_sql(statement, tuple(found_under)).fetchall()}


def _compared(connection: Connection, article_ids: list[int]) -> list[Any]:
    """Of these articles, by id: what is looked at before a text is read."""
    found: list[Any] = []
    for ids in _parts(article_ids):
        statement = _COMPARED.format(_marks(connection, len(ids)))
        found += connection.exec_driver_sql(statement, tuple(ids)).fetchall()
    return sorted(found)


def _marks(connection: Connection, count: int) -> str:
    """Placeholders as the driver writes them."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    return ", ".join([mark] * count)


def _are_other(here: bytes, there: bytes) -> bool:
    share = shared_facts(here, there)
    return share is not None and share < SAME_FACTS


def _parts(values: list[int]) -> Iterable[list[int]]:
    return (values[start : start + _MOST] for start in range(0, len(values), _MOST))
