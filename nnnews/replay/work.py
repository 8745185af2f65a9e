"""What each process does: a batch of keys read from the archive and compared with the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from nnnews.archive.rereading import read_captures
from nnnews.archive.shelf import Shelf
from nnnews.replay.changes import Change, compare
from nnnews.storage import open_store, reading
from nnnews.storage.lookup import open_kinds, stored_under


@dataclass(frozen=True, slots=True)
class Task:
    """Where a process finds the store, the index and the files."""

    store_url: str
    index_url: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that was read: how many keys, and what they would change."""

    keys: int
    changes: tuple[Change, ...]


class Worker:
    """Reads and compares."""

    def __init__(self, task: Task) -> None:
        self._folder = task.folder
        self._store: Engine = open_store(task.store_url)
        self._index: Engine = open_store(task.index_url)

    def work(self, keys: Sequence[str]) -> Done:
        """A few hundred keys at most."""
        with reading(self._index) as connection, Shelf(connection, self._folder) as shelf:
            captures = shelf.by_key(keys)
            readings = [read_captures(key, captures[key], shelf) for key in keys]
        with reading(self._store) as connection:
            stored, problems = stored_under(connection, keys), open_kinds(connection, keys)
        changes = (compare(one, stored.get(one.key), problems) for one in readings if one)
        return Done(len(keys), tuple(change for change in changes if change))

    def close(self) -> None:
        """Give the connections back."""
        self._store.dispose()
        self._index.dispose()
