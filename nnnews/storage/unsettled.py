"""Articles that were saved and have no story yet: `store.save` writes them down, `stories.settle` takes them off.

A crawl settles a few dozen at a time. What a kill left is settled with the next batch, or before the next export.
"""

from collections.abc import Collection

from sqlalchemy import Connection, Engine, bindparam, delete, select, text

from nnnews.storage.engine import reading, writing
from nnnews.storage.story_tables import unsettled

_BATCH = 100
_ADD = text("INSERT INTO unsettled (article_id) VALUES (:id) ON CONFLICT DO NOTHING")
_OLDEST = select(unsettled.c.article_id).order_by(unsettled.c.article_id).limit(_BATCH)
_REMOVE = delete(unsettled).where(unsettled.c.article_id.in_(bindparam("ids", expanding=True)))


def add(connection: Connection, article_id: int) -> None:
    """In the transaction that saves it."""
    connection.execute(_ADD, {"id": article_id})


def oldest(connection: Connection) -> list[int]:
    """Those saved first; a batch at most."""
    return list(connection.execute(_OLDEST).scalars())


def remove(connection: Connection, article_ids: Collection[int]) -> None:
    """In the transaction that settles them."""
    connection.execute(_REMOVE, {"ids": list(article_ids)})


def settle_all(engine: Engine) -> None:
    """Settles whatever waits, a batch a transaction. Raises OutputError."""
    with reading(engine) as connection:
        waits = oldest(connection)
    while waits:
        from nnnews.storage import stories  # a run without news needs neither signatures nor numpy

        with writing(engine) as connection:
            stories.settle(connection, waits)
            waits = oldest(connection)
