"""What the spiders must know of earlier runs: the URL memory, as they see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, cast

from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object
from sqlalchemy import Connection

from nnnews.storage.memory import Answer

Kind = Literal["list", "article"]


@dataclass(frozen=True, slots=True)
class Known:
    """An address that was found. `key` begins with the site's name and a slash.

    Of a stored article, `title` is that of the store, `missed` says that it was not there last time, and `by_layout`
    that a layout read it.
    """

    key: str
    url: str
    kind: Kind = "article"
    found_on: str | None = None

    title: str = ""
    missed: bool = False
    by_layout: bool = False

    @property
    def site(self) -> str:
        """Name of the site."""
        return self.key.partition("/")[0]


class Memory(Protocol):
    """Every address ever found and what became of it. The store marks an article done when it has stored it."""

    def hold(self, hosts: Collection[str]) -> bool:
        """Take the hosts for this machine, all or none; others may not ask them until the lease runs out."""

    def renew(self) -> bool:
        """Hold them longer; False when another machine has taken them."""

    def release(self, site: str, rest: float) -> None:
        """Give back the hosts, for use after `rest` seconds, and the site's addresses that were not read."""

    @property
    def is_held(self) -> bool:
        """Whether the hosts may be asked now."""

    def is_done_elsewhere(self, hosts: Collection[str], site: str) -> bool:
        """Whether another machine has crawled the site to its end."""

    def is_done(self, key: str) -> bool:
        """Whether the address need not be fetched now: its article is stored, it was given up, or is not due yet."""

    def take(self, addresses: Sequence[Known], *, again: bool = False) -> set[str]:
        """Write articles down before they are followed; gives the keys of those to ask for, `again`: also done ones."""

    def found(self, address: Known) -> None:
        """Write the address down before it is followed. A known article stays as it is; a list is open again."""

    def fetched(self, key: str, url: str, status: int, headers: Mapping[str, str]) -> None:
        """The address answered; keep the status and the validators (ETag, Last-Modified) of an answer 200."""

    def take_answer(self, key: str) -> Answer | None:
        """What the server said of the address, for the caller to write down; it is kept here no longer."""

    def settle(self, connection: Connection) -> None:
        """Write what servers said, in the transaction that stores what they sent."""

    def done(self, key: str) -> None:
        """The list under this key is read, or the article turned out to be another key's."""

    def validators(self, url: str) -> Mapping[str, str]:
        """Request headers that ask for news only: If-None-Match, If-Modified-Since; empty when none are known."""

    def pending(self, site: str) -> Sequence[Known]:
        """Addresses of the site that were found and are not done: what a killed run left behind."""

    def aged(self, site: str, most: int) -> Sequence[Known]:
        """Stored articles of the site that are to be looked at again, those that were missed first."""

    def stands(self, key: str) -> bool:
        """A stored article is where it was; whether that restores a withdrawn one."""

    def missed(self, reasons: Mapping[str, str], *, believed: bool = True) -> int:
        """Stored articles are not where they were (key → what was met); how many count as withdrawn from now on.

        Not `believed`: the site is out of order, they are to be looked at again before long.
        """

    def close(self) -> None:
        """The spider has closed."""


class RunMemory:
    """Remembers for one run only: for a single page, and where there is no store."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._done: set[str] = set()

    def hold(self, hosts: Collection[str]) -> bool:  # noqa: ARG002  (the protocol's signature)
        """Nobody else knows of this memory."""
        return True

    def renew(self) -> bool:
        """As ever."""
        return True

    def release(self, site: str, rest: float) -> None:
        """Nobody waits for it."""

    @property
    def is_held(self) -> bool:
        """Always."""
        return True

    def is_done_elsewhere(self, hosts: Collection[str], site: str) -> bool:  # noqa: ARG002  (the protocol's signature)
        """There is no elsewhere."""
        return False

    def take(self, addresses: Sequence[Known], *, again: bool = False) -> set[str]:
        """All that are not done."""
        for address in addresses:
            self.found(address)
        return {address.key for address in addresses if again or not self.is_done(address.key)}

    def is_done(self, key: str) -> bool:
        """Done in this run."""
        return key in self._done

    def found(self, address: Known) -> None:
        """First come, first kept."""
        self._known.setdefault(address.key, address)

    def fetched(self, key: str, url: str, status: int, headers: Mapping[str, str]) -> None:
        """Nothing to keep: Scrapy asks no address twice in a run."""

    def take_answer(self, key: str) -> Answer | None:  # noqa: ARG002  (the protocol's signature)
        """Nothing was kept."""
        return None

    def settle(self, connection: Connection) -> None:
        """Nothing was kept."""

    def done(self, key: str) -> None:
        """Not again in this run."""
        self._done.add(key)

    def validators(self, url: str) -> Mapping[str, str]:  # noqa: ARG002  (the protocol's signature)
        """None: there was no earlier run."""
        return {}

    def pending(self, site: str) -> Sequence[Known]:
        """What this run found and did not finish."""
        return [known for known in self._known.values() if known.site == site and known.key not in self._done]

    def aged(self, site: str, most: int) -> Sequence[Known]:  # noqa: ARG002  (the protocol's signature)
        """Nothing was stored before this run."""
        return ()

    def stands(self, key: str) -> bool:
        """As done."""
        self.done(key)
        return False

    def missed(self, reasons: Mapping[str, str], *, believed: bool = True) -> int:  # noqa: ARG002  (the protocol's signature)
        """Nothing to withdraw."""
        return 0

    def close(self) -> None:
        """Forget."""
        self._known.clear()


def open_memory(settings: BaseSettings) -> Memory:
    """The memory that the setting NNNEWS_MEMORY names: path of a callable that takes the settings."""
    path = settings.get("NNNEWS_MEMORY")
    return cast(Memory, load_object(path)(settings)) if path else RunMemory()
