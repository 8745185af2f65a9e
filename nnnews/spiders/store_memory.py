"""The URL memory kept in the store, so that one run knows of all earlier ones."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from scrapy.settings import BaseSettings

from nnnews.config import scoped_config
from nnnews.spiders.memory import Kind, Known
from nnnews.storage import memory, open_store, reading, writing


class StoreMemory:
    """As the protocol `Memory` says; every write is a transaction of its own."""

    def __init__(self, settings: BaseSettings) -> None:
        self._engine = open_store(scoped_config(settings).database_url)

    def is_done(self, key: str) -> bool:
        """Stored, given up, or failed and not yet due again."""
        with reading(self._engine) as connection:
            known = memory.recall(connection, [key]).get(key)
        return known is not None and (known.state in ("done", "gone") or known.not_before > _now())

    def found(self, address: Known) -> None:
        """Written down before it is followed."""
        found = memory.Found(address.key, address.url, address.site, address.kind, address.found_on)
        with writing(self._engine) as connection:
            memory.remember(connection, [found], _now())

    def fetched(self, key: str, url: str, status: int, headers: Mapping[str, str]) -> None:  # noqa: ARG002  (protocol)
        """Status and validators are kept; whether it is done another call says."""
        answer = memory.Answer(_now(), status, headers.get("ETag"), headers.get("Last-Modified"))
        with writing(self._engine) as connection:
            memory.answered(connection, key, answer)

    def done(self, key: str) -> None:
        """Read to the end."""
        with writing(self._engine) as connection:
            memory.acknowledge(connection, key)

    def validators(self, url: str) -> Mapping[str, str]:
        """What the server said of the address when it was last read."""
        with reading(self._engine) as connection:
            return memory.validators(connection, url)

    def pending(self, site: str) -> Sequence[Known]:
        """What earlier runs found and did not read, and is due."""
        with reading(self._engine) as connection:
            waiting = memory.pending(connection, _now(), site)
        return [Known(known.key, known.url, _kind(known.kind), known.found_on) for known in waiting]

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()


def _kind(word: str) -> Kind:
    return "article" if word == "article" else "list"


def _now() -> datetime:
    return datetime.now(UTC)
