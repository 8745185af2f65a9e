"""Which articles tell one story. Each function works inside the caller's transaction, which writes.

The stories follow from texts, titles and rulings alone. When an article comes or changes, its links are made anew
and all that hangs together with it is grouped again: so the same stories come out in whatever order the articles
came, and after a killed process too.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from itertools import product

from sqlalchemy import Connection, Engine, delete, func, select

from nnnews.errors import UsageError
from nnnews.storage import links, signatures, waiting
from nnnews.storage.engine import writing
from nnnews.storage.links import Link, ordered
from nnnews.storage.membership import mates, placed, regroup, settle_alone
from nnnews.storage.signatures import Signed, signed_text
from nnnews.storage.story_tables import bands, story_links, unsettled
from nnnews.storage.story_tables import signatures as signature_table
from nnnews.storage.tables import articles
from nnnews.storage.tellings import Tellings

Part = list[int]
Watch = Callable[[str, list[Part]], Iterable[Part]]
_LOCK = 0x73746F7279  # b"story"


def settle(connection: Connection, article_ids: Collection[int], seen: datetime | None = None) -> None:
    """Puts articles that were saved (new, changed, met elsewhere) into their stories; twice is once."""
    _queue(connection)
    tellings = Tellings(connection)
    touched = _link(connection, article_ids, tellings) | placed(connection, article_ids)
    seen = seen or datetime.now(UTC)
    settle_alone(connection, set(article_ids) - touched, tellings, seen)
    regroup(connection, touched, tellings, seen)
    waiting.remove(connection, unsettled, article_ids)


def settle_waiting(connection: Connection) -> bool:
    """Settles those that have waited longest; whether more may wait."""
    _queue(connection)  # before any of them is locked, as whoever saves and settles in one transaction does
    some = waiting.oldest(connection, unsettled)
    settle(connection, some)
    return len(some) == waiting.BATCH


def _unwatched(_phase: str, parts: list[Part]) -> Iterable[Part]:
    return parts


def rebuild(engine: Engine, batch: int = 2000, watch: Watch = _unwatched) -> None:
    """Makes all signatures, links and stories anew. Rulings stay, and a story that comes out as before is not touched.

    Killed in between, it may be run again; until then new articles may miss their story. `watch` passes the parts of
    each phase on, one by one, and may tell how far it is.
    """
    with writing(engine) as connection:
        _forget(connection)
        every = list(connection.execute(select(articles.c.id).order_by(articles.c.id)).scalars())
    parts = [every[start : start + batch] for start in range(0, len(every), batch)]
    for part in watch("signing", parts):
        with writing(engine) as connection:
            _queue(connection)
            _link(connection, part, Tellings(connection))
    for part in watch("grouping", parts):
        with writing(engine) as connection:
            _queue(connection)
            regroup(connection, part, Tellings(connection), datetime.now(UTC))
            waiting.remove(connection, unsettled, part)


def split(connection: Connection, article_id: int, made: datetime | None = None) -> None:
    """The article tells another story than all that are in its story now. Raises UsageError when it is alone."""
    made = made or datetime.now(UTC)
    _queue(connection)
    others = mates(connection, article_id) - {article_id}
    if not others:
        raise UsageError(f"article {article_id} is in no story with others")
    for other in others:
        links.rule(connection, (article_id, other), "split", made)
    regroup(connection, {article_id, *others}, Tellings(connection), made)


def join(connection: Connection, article_id: int, other_id: int, made: datetime | None = None) -> None:
    """The stories of the two articles are one. Raises UsageError when one is unknown, or both are the same article."""
    made = made or datetime.now(UTC)
    _queue(connection)
    one, two = mates(connection, article_id), mates(connection, other_id)
    if article_id == other_id or not one or not two:
        raise UsageError(f"articles {article_id} and {other_id} cannot be joined: name two articles of the store")
    for pair in product(one, two):
        links.pardon(connection, pair)
    links.rule(connection, (article_id, other_id), "join", made)
    regroup(connection, one | two, Tellings(connection), made)


def _queue(connection: Connection) -> None:
    """Machines settle one after the other, or neither would see the other's article; SQLite's writers queue anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def _forget(connection: Connection) -> None:
    for table in (bands, signature_table, story_links):
        connection.execute(delete(table))


def _link(connection: Connection, article_ids: Collection[int], tellings: Tellings) -> set[int]:
    """Signs the articles and links them anew; gives all that may have to change their story, loners left out."""
    known = signatures.stored(connection, article_ids)
    # What was never signed has no links yet.
    touched = {*known, *(id_ for link in links.links(connection, known) for id_ in link.pair)}
    links.remove(connection, known)
    found = _find_links(connection, _sign(connection, article_ids, known, tellings), tellings)
    links.add(connection, found)
    return touched | {id_ for link in found for id_ in link.pair}


def _sign(
    connection: Connection, wanted: Collection[int], known: Mapping[int, Signed], tellings: Tellings
) -> list[Signed]:
    """The rows of these articles, written where they are new."""
    told = tellings.of(wanted)
    rows = {id_: known.get(id_) for id_ in wanted if id_ in told}
    stale = {id_ for id_, row in rows.items() if row is None or row.fingerprint != told[id_].fingerprint}
    fresh = [signed_text(id_, told[id_].fingerprint, told[id_].telling.folded) for id_ in sorted(stale)]
    signatures.remove(connection, [known[id_] for id_ in stale if id_ in known])
    signatures.add(connection, fresh)
    return fresh + [row for id_, row in rows.items() if row is not None and id_ not in stale]


def _find_links(connection: Connection, rows: Iterable[Signed], tellings: Tellings) -> list[Link]:
    found = {ordered(row.article_id, other) for row in rows for other in signatures.candidates(connection, row)}
    decided = (Link(*pair, tellings.decide(*pair)) for pair in sorted(found))
    return [link for link in decided if link.decision.joined]
