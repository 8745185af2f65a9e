"""What each process does: a batch of keys read from the archive and compared with the store."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import Engine

from nnnews.archive.rereading import read_captures
from nnnews.archive.shelf import Shelf
from nnnews.replay.changes import Change, compare
from nnnews.storage import open_store, reading
from nnnews.storage.lookup import open_kinds, stored_under

_BATCH = 50  # keys
_worker: list["Worker"] = []  # the one of this process, once it is prepared


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


def work_through(task: Task, keys: Sequence[str], processes: int) -> Iterator[Done]:
    """All keys, in their order, on so many processes; in this one when there is too little for several."""
    batches = [keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)]
    if processes < 2 or len(batches) < 2:
        worker = Worker(task)
        yield from map(worker.work, batches)
        worker.close()
        return
    # Forked children would share the parent's threads' locks; these start clean.
    with ProcessPoolExecutor(min(processes, len(batches)), get_context("spawn"), _prepare, (task,)) as pool:
        with _deaf():
            done = pool.map(_work, batches)
        yield from done


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started meanwhile do not hear Ctrl-C: the parent answers it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare(task: Task) -> None:
    _worker.append(Worker(task))


def _work(keys: Sequence[str]) -> Done:
    return _worker[0].work(keys)
