"""Bringing the index up to what the files hold: after a kill, and for files that were put into the folder."""

import logging
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine

from nnnews.archive.files import PATTERN, Terms, take
from nnnews.archive.scan import Damage, scan
from nnnews.storage import reading, writing
from nnnews.storage.archive_index import Capture, Indexed, add_captures, files

_BATCH = 1000
_log = logging.getLogger(__name__)


def index_folder(engine: Engine, terms: Terms) -> dict[str, int]:
    """Indexes what the index does not know yet; gives the sizes of the files that may be gone on with.

    A file that another process writes is left to it, one that is damaged is never written to again.
    """
    with reading(engine) as connection:
        known = files(connection)
    open_ones = {}
    for path in sorted(terms.folder.glob(PATTERN)):
        state = known.get(path.name, Indexed(0))
        if not state.closed and (end := _index_file(engine, terms, path, state.end)):
            open_ones[path.name] = end
    return open_ones


def _index_file(engine: Engine, terms: Terms, path: Path, start: int) -> int | None:
    """The file's size when it may be gone on with."""
    file = take(path, "r")
    if file is None:
        return None
    with file:
        size, damages = file.tell(), list[Damage]()
        found = _captures(path, start, damages)
        while batch := list(islice(found, _BATCH)):
            with writing(engine) as connection:
                add_captures(connection, path.name, batch, Indexed(batch[-1].offset + batch[-1].length))
        for damage in damages:
            _log.warning("%s", damage)
        closed = bool(damages) or not terms.takes_more(path.name, size)
        with writing(engine) as connection:
            add_captures(connection, path.name, (), Indexed(size, closed))
    return None if closed else size


def _captures(path: Path, start: int, damages: list[Damage]) -> Iterator[Capture]:
    for one in scan(path, path.name, start):
        if isinstance(one, Damage):
            damages.append(one)
        else:
            yield one
