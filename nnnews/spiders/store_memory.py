"""The URL memory kept in the store, so that one run knows of all earlier ones, and one machine of the others."""

import platform
import time
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from scrapy.settings import BaseSettings
from sqlalchemy import Connection

from nnnews.config import Config, scoped_config
from nnnews.spiders.memory import Kind, Known
from nnnews.storage import leases, memory, reading, rechecks, shared_store, writing
from nnnews.storage.leases import Lease
from nnnews.storage.memory import Answer, Found
from nnnews.storage.rechecks import Terms, Visit


class StoreMemory:
    """As the protocol `Memory` says; what servers said waits for the next transaction that writes."""

    def __init__(self, settings: BaseSettings) -> None:
        self._open(scoped_config(settings))

    def _open(self, config: Config) -> None:
        """Only one run at a time holds a data folder: what its last one held is this one's."""
        self._engine = shared_store(config.database_url)
        self._owner = f"{platform.node()}:{config.data.resolve()}"
        self._term = timedelta(seconds=config.lease)
        self._rechecks = Terms.of(config)
        self._hosts: Collection[str] = ()
        self._held_until = 0.0  # monotonic
        self._lease = self._terms(_now())
        self._answers: dict[str, Answer] = {}

    def hold(self, hosts: Collection[str]) -> bool:
        """Nothing is waited for."""
        started = time.monotonic()
        with writing(self._engine) as connection:
            terms = self._terms(leases.clock(connection))
            held = leases.hold(connection, hosts, terms)
        if held:
            self._hosts, self._lease, self._held_until = hosts, terms, started + self._term.total_seconds()
        return held

    def renew(self) -> bool:
        """Asked a few times in each term."""
        started = time.monotonic()
        with writing(self._engine) as connection:
            terms = self._terms(leases.clock(connection))
            held = leases.renew(connection, self._hosts, terms)
        self._held_until = started + self._term.total_seconds() if held else 0.0
        self._lease = terms
        return held

    def release(self, site: str, rest: float) -> None:
        """Free for all, the hosts after a rest; nothing where they are not ours any more."""
        if not self._hosts:
            return
        with writing(self._engine) as connection:
            now = leases.clock(connection)
            leases.free(connection, self._owner, site)
            leases.release(connection, self._hosts, Lease(self._owner, now, now + timedelta(seconds=rest)))
        self._hosts, self._held_until = (), 0.0

    @property
    def is_held(self) -> bool:
        """By this machine's own clock: nobody has to be asked."""
        return time.monotonic() < self._held_until

    def is_done_elsewhere(self, hosts: Collection[str], site: str) -> bool:
        """Nobody holds the hosts, nobody died, and nothing was left."""
        with reading(self._engine) as connection:
            return not leases.holders(connection, hosts) and not memory.pending(connection, _now(), site)

    def is_done(self, key: str) -> bool:
        """Stored, given up, or failed and not yet due again."""
        with reading(self._engine) as connection:
            known = memory.recall(connection, [key]).get(key)
        return known is not None and (known.state in ("done", "gone") or known.not_before > _now())

    def take(self, addresses: Sequence[Known], *, again: bool = False) -> set[str]:
        """One transaction for all that a page leads to."""
        if not addresses:
            return set()
        with writing(self._engine) as connection:
            terms = Lease(self._owner, _now(), self._lease.until)
            return leases.take(connection, [_found(address) for address in addresses], terms, again=again)

    def found(self, address: Known) -> None:
        """Written down before it is followed."""
        with writing(self._engine) as connection:
            memory.remember(connection, [_found(address)], _now())

    def fetched(self, key: str, url: str, status: int, headers: Mapping[str, str]) -> None:  # noqa: ARG002  (protocol)
        """Status and validators are kept; whether it is done another call says."""
        self._answers[key] = Answer(_now(), status, headers.get("ETag"), headers.get("Last-Modified"))

    def take_answer(self, key: str) -> Answer | None:
        """So that it is written in one statement with what becomes of the address."""
        return self._answers.pop(key, None)

    def settle(self, connection: Connection) -> None:
        """Writes what servers said, in a transaction that stores what they sent."""
        for key, answer in self._answers.items():
            memory.answered(connection, key, answer)
        self._answers.clear()

    def done(self, key: str) -> None:
        """Read to the end."""
        with writing(self._engine) as connection:
            self.settle(connection)
            memory.acknowledge(connection, key)

    def validators(self, url: str) -> Mapping[str, str]:
        """What the server said of the address when it was last read."""
        with reading(self._engine) as connection:
            return memory.validators(connection, url)

    def pending(self, site: str) -> Sequence[Known]:
        """What earlier runs found and did not read, and is due."""
        with reading(self._engine) as connection:
            waiting = memory.pending(connection, _now(), site, self._owner)
        return [Known(known.key, known.url, _kind(known.kind), known.found_on) for known in waiting]

    def aged(self, site: str, most: int) -> Sequence[Known]:
        """By the store's own count of days."""
        with reading(self._engine) as connection:
            found = rechecks.due(connection, site, _now(), most)
        return [Known(one.key, one.url, title=one.title, missed=one.missed, by_layout=one.by_layout) for one in found]

    def stands(self, key: str) -> bool:
        """Acknowledged too."""
        with writing(self._engine) as connection:
            self.settle(connection)
            memory.acknowledge(connection, key)
            return rechecks.found(connection, key, Visit(_now(), self._rechecks))

    def missed(self, reasons: Mapping[str, str], *, believed: bool = True) -> int:
        """All in one transaction; the addresses stay as they were."""
        visit = Visit(_now(), self._rechecks)
        with writing(self._engine) as connection:
            for key in reasons:
                memory.acknowledge(connection, key)
                if not believed:
                    rechecks.postpone(connection, key, visit)
            missed = reasons.items() if believed else ()
            return sum(rechecks.missed(connection, key, reason, visit) for key, reason in missed)

    def close(self) -> None:
        """Write what is left."""
        if self._answers:
            with writing(self._engine) as connection:
                self.settle(connection)

    def _terms(self, now: datetime) -> Lease:
        return Lease(self._owner, now, now + self._term)


def _found(address: Known) -> Found:
    return Found(address.key, address.url, address.site, address.kind, address.found_on)


def _kind(word: str) -> Kind:
    return "article" if word == "article" else "list"


def _now() -> datetime:
    return datetime.now(UTC)
