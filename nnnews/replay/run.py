"""Replaying: every article of the archive read again and compared, then written."""

import pickle
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from tempfile import TemporaryFile
from typing import Self

from sqlalchemy import Connection, Engine

from nnnews.config import Config
from nnnews.replay.changes import Change
from nnnews.replay.plan import Plan, count_cores
from nnnews.replay.processes import work_through
from nnnews.replay.source import opened
from nnnews.replay.work import Done, Task
from nnnews.storage import archive_index, memory, open_store, reading, stories, writing
from nnnews.storage.problems import record_problem
from nnnews.storage.store import save

_BATCH = 100  # articles written in one transaction


@dataclass(frozen=True, slots=True)
class Replay:
    """A replay that has begun: how many articles there are to read, and the batches as they are done."""

    total: int
    done: Iterator[Done]


@contextmanager
def replaying(config: Config, plan: Plan, processes: int | None = None) -> Iterator[Replay]:
    """Reads and compares; nothing is written. Raises UsageError for a file that is not there."""
    with opened(config, plan.files) as source:
        task = Task(config.database_url, source.index_url, source.folder)
        with reading(open_store(source.index_url)) as connection:
            keys = list(archive_index.keys(connection, plan.site, plan.start))
        with closing(work_through(task, keys, processes or count_cores())) as done:
            yield Replay(len(keys), done)


class Spool:
    """Changes on disk, between being shown and being written: a rebuild has as many as there are articles."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  (closed with the spool)
        self._places: list[tuple[datetime, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, change: Change) -> None:
        """One more."""
        self._places.append((change.seen, self._file.tell()))
        pickle.dump(change, self._file)

    def __iter__(self) -> Iterator[Change]:
        """In the order in which they were seen: the first of several copies is the article."""
        for _, place in sorted(self._places):
            self._file.seek(place)
            yield pickle.load(self._file)  # written by this process


def write(engine: Engine, changes: Iterable[Change]) -> None:
    """Each change as the crawl would have stored it. Raises OutputError."""
    waiting = iter(changes)
    while batch := list(islice(waiting, _BATCH)):
        with writing(engine) as connection:
            written = [_write(connection, change) for change in batch]
            # After all are saved: every process locks texts first and stories last, or two would wait for each other.
            stories.settle(connection, [id_ for id_ in written if id_ is not None], batch[-1].seen)


def _write(connection: Connection, change: Change) -> int | None:
    """The article written, unless all was as it is. What was read out of the archive need not be fetched again."""
    article, seen = change.article, change.seen
    if article is None:
        if problem := change.problem:
            record_problem(connection, problem, seen)
        return None
    if change.kind == "new" and article.site:
        memory.remember(connection, [memory.Found(article.key, article.url or "", article.site)], seen)
        memory.acknowledge(connection, article.key)
    saved = save(connection, article, seen, before=None)
    return None if saved.outcome == "known" else saved.article_id
