"""The URL memory as the spiders use it: one call, one transaction, at the time of the clock."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from nnnews.storage import memory
from nnnews.storage.engine import reading, writing
from nnnews.storage.memory import Answer, Found, Known
from nnnews.storage.tables import urls


class StoreMemory:
    """Every address ever found and what became of it, over the store.

    The store marks an article done in the transaction that saves it: memory.finish.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def is_done(self, key: str) -> bool:
        """Read, given up, or failed and not yet due again."""
        with reading(self._engine) as connection:
            known = memory.recall(connection, [key]).get(key)
        if known is None or known.state in ("new", "leased"):
            return False
        return known.state != "failed" or known.not_before > _now()

    def found(self, address: Found) -> None:
        """Writes the address down, before it is followed. Once known, it stays as it is."""
        with writing(self._engine) as connection:
            memory.remember(connection, [address], _now())

    def fetched(self, key: str, url: str, status: int, headers: Mapping[str, str]) -> None:
        """Keeps what the server answered. A page that nobody announced is a column of the site."""
        answer = Answer(_now(), status, headers.get("ETag"), headers.get("Last-Modified"))
        column = Found(key, url, site=key.partition("/")[0], kind="list")
        with writing(self._engine) as connection:
            memory.remember(connection, [column], _now())
            memory.answered(connection, key, answer)

    def done(self, key: str) -> None:
        """The page under this key is read and will not change."""
        with writing(self._engine) as connection:
            memory.finish(connection, key)

    def validators(self, url: str) -> Mapping[str, str]:
        """Request headers that ask for news only. None for an article that was fetched but never stored."""
        chosen = select(urls.c.etag, urls.c.last_modified)
        chosen = chosen.where(urls.c.url == url, (urls.c.kind != "article") | (urls.c.state == "done"))
        with reading(self._engine) as connection:
            row = connection.execute(chosen).first()
        if row is None:
            return {}
        headers = {"If-None-Match": row.etag, "If-Modified-Since": row.last_modified}
        return {name: value for name, value in headers.items() if value}

    def pending(self, site: str) -> Sequence[Known]:
        """Due addresses of the site that were found and not read: what a killed run left behind."""
        with reading(self._engine) as connection:
            return memory.pending(connection, _now(), site)

    def close(self) -> None:
        """Nothing is held between calls."""


def _now() -> datetime:
    return datetime.now(UTC)
