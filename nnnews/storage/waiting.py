"""What is made of articles after they are saved, many at a time: the search index and the stories.

save ──> unindexed ──words.index_waiting────> article_words
   └───> unsettled ──stories.settle_waiting─> stories

An article waits from the transaction that saves it to the one that does the work, so a kill in between loses nothing:
the next batch, the end of a crawl and every export catch up. A search looks at what waits, too.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Delete, Engine, Select, Table, bindparam, delete, select, text

from nnnews.storage.engine import reading, writing
from nnnews.storage.prepared import Prepared
from nnnews.storage.story_tables import unsettled
from nnnews.storage.tables import unindexed

BATCH = 100
QUEUES = (unindexed, unsettled)


def _adding(queue: Table) -> Prepared:
    return Prepared(text(f"INSERT INTO {queue.name} (article_id) VALUES (:id) ON CONFLICT DO NOTHING"))


def _oldest(queue: Table) -> Select[int]:
    """What another machine works on is left to it."""
    id_ = queue.c.article_id
    return select(id_).order_by(id_).limit(bindparam("most")).with_for_update(skip_locked=True)


def _removing(queue: Table) -> Delete:
    return delete(queue).where(queue.c.article_id.in_(bindparam("ids", expanding=True)))


# Built once: building a statement costs as much as running it.
_ADD = {queue: _adding(queue) for queue in QUEUES}
_OLDEST = {queue: _oldest(queue) for queue in QUEUES}
_REMOVE = {queue: _removing(queue) for queue in QUEUES}


def add(connection: Connection, queue: Table, article_id: int) -> None:
    """In the transaction that saves it."""
    _ADD[queue].run(connection, {"id": article_id})


def oldest(connection: Connection, queue: Table) -> Sequence[int]:
    """The articles that wait, by id; BATCH at most."""
    return connection.execute(_OLDEST[queue], {"most": BATCH}).scalars().all()


def remove(connection: Connection, queue: Table, article_ids: Collection[int]) -> bool:
    """In the transaction that does the work; whether one of them waited."""
    return connection.execute(_REMOVE[queue], {"ids": list(article_ids)}).rowcount > 0


def catch_up(engine: Engine, queues: Collection[Table] = QUEUES) -> None:
    """Does the work that waits, a batch a transaction. Raises OutputError."""
    for queue in queues:
        with reading(engine) as connection:
            waits = bool(oldest(connection, queue))
        while waits:
            with writing(engine) as connection:
                waits = _work(connection, queue)


def _work(connection: Connection, queue: Table) -> bool:
    """Imported when there is work: a run without news needs neither signatures nor numpy."""
    if queue is unindexed:
        from nnnews.storage.words import index_waiting

        return index_waiting(connection)
    from nnnews.storage.stories import settle_waiting

    return settle_waiting(connection)
