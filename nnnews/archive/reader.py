"""Captures → pages, each read alone by its place in the file."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

from fastwarc.warc import ArchiveIterator, WarcRecord

from nnnews.archive.record import LINK_TITLE, page_of
from nnnews.errors import UndecodablePage
from nnnews.items import Page
from nnnews.storage.archive_index import REVISIT, Capture

Originals = Callable[[Capture], Capture | None]
"""Finds the capture that holds the payload of a revisit."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A page out of the archive. `link_title` is what the list called the article; empty when nobody wrote it down."""

    page: Page
    link_title: str


class Reader:
    """Reads captures; a name in the index is taken from `folder`. The file used last stays open."""

    def __init__(self, folder: Path, originals: Originals) -> None:
        self._folder, self._originals = folder, originals
        self._name = ""
        self._file: BinaryIO | None = None

    def read(self, capture: Capture) -> Archived:
        """Raises UndecodablePage when the archive does not hold what the index says."""
        record, body = self._record(capture)
        if capture.mime == REVISIT:
            original = self._originals(capture)
            if original is None:
                raise UndecodablePage(capture.url, "the archive has lost the payload")
            body = self._record(original)[1]
        return Archived(page_of(record, body), record.headers.get(LINK_TITLE) or "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _record(self, capture: Capture) -> tuple[WarcRecord, bytes]:
        """The record, and the payload with its codings."""
        try:
            file = self._open(capture.file)
            file.seek(capture.offset)
            record = next(iter(ArchiveIterator(BytesIO(file.read(capture.length)))))
            return record, record.reader.read()
        except (OSError, StopIteration) as error:
            where = f"{capture.file} at byte {capture.offset}"
            raise UndecodablePage(capture.url, f"the archive cannot be read: {where}") from error

    def _close(self) -> None:
        if self._file:
            self._file.close()
        self._name, self._file = "", None

    def _open(self, name: str) -> BinaryIO:
        if name != self._name or not self._file:
            self._close()
            self._file = (self._folder / name).open("rb")
            self._name = name
        return self._file
