"""The captures of a source, as one reads them."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from nnnews.archive import Archived, Reader
from nnnews.storage import archive_index
from nnnews.storage.archive_index import REVISIT, Capture


class Shelf:
    """Finds captures in the index and reads them, within one transaction."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._reader = Reader(folder, self._original)
        self._payloads: dict[str, Capture] = {}  # by digest, of the keys asked for last

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.__exit__()

    def by_key(self, keys: Iterable[str]) -> dict[str, list[Capture]]:
        """All captures of each article, newest first."""
        found = archive_index.by_key(self._connection, keys)
        captures = chain.from_iterable(found.values())
        self._payloads = {capture.digest: capture for capture in captures if capture.mime != REVISIT}
        return found

    def read(self, capture: Capture) -> Archived:
        """Raises UndecodablePage."""
        return self._reader.read(capture)

    def beside(self, url: str, time: datetime) -> Capture | None:
        """The capture of the address that belongs to a page fetched at that time."""
        return archive_index.after(self._connection, url, time)

    def _original(self, capture: Capture) -> Capture | None:
        if known := self._payloads.get(capture.digest):
            return known
        own = archive_index.payload(self._connection, capture.url, capture.digest)
        return own or archive_index.any_payload(self._connection, capture.digest)
