"""Memories that a test sets.

SetMemory: SET_DONE keys, SET_PENDING [key, url, kind], SET_TAGS {url: ETag}. KeptMemory: SET_STORE, a database URL.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from scrapy.settings import BaseSettings

from nnnews.config import Config
from nnnews.spiders.memory import Known, RunMemory
from nnnews.spiders.store_memory import StoreMemory


class SetMemory(RunMemory):
    """As if an earlier run had left it."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__()
        self._done.update(settings.getlist("SET_DONE"))
        self._waiting = [Known(*entry) for entry in settings.getlist("SET_PENDING")]
        self._tags = settings.getdict("SET_TAGS")

    def pending(self, site: str) -> Sequence[Known]:
        """What the test set."""
        return [known for known in self._waiting if known.site == site]

    def validators(self, url: str) -> Mapping[str, str]:
        """The ETag that the test set."""
        return {"If-None-Match": self._tags[url]} if url in self._tags else {}


class KeptMemory(StoreMemory):
    """The memory of the store, without the configuration."""

    def __init__(self, settings: BaseSettings) -> None:
        store = settings["SET_STORE"]
        self._open(Config(data=Path(store.removeprefix("sqlite:///")).parent, database=store))
