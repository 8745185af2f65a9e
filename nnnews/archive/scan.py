"""Reading a WARC file from end to end: what it holds and where, and what of it cannot be read."""

import mmap
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from nnnews.archive.address import owner_of
from nnnews.archive.record import payload_digest, target_of
from nnnews.storage.archive_index import REVISIT, Capture

_ANSWERS = (WarcRecordType.response, WarcRecordType.revisit)
_MEMBER = b"\x1f\x8b\x08"  # how a gzip member begins
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes of a file that hold no record: the tail of a killed run, or worse."""

    file: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.file}: bytes {self.start} to {self.end} are no whole record"


def scan(path: Path, name: str, start: int = 0) -> Iterator[Capture | Damage]:
    """What stands in the file from a record's first byte on, under the name that the captures shall bear.

    What cannot be read is told and passed over: all of a file that is not addressable. Raises OSError when there is no
    such file.
    """
    if not is_addressable(path):
        yield Damage(name, 0, path.stat().st_size)
        return
    with path.open("rb") as file:
        size = path.stat().st_size
        while start < size:
            last, end = None, start
            for position, capture in _records(file, start):
                if last:
                    yield replace(last, file=name, length=position - last.offset)
                last, end = capture, position
            whole = _member_end(file, end)
            if last and whole:
                yield replace(last, file=name, length=whole - end)
            start = whole or end
            if start < size:
                resumed = _next_member(file, start + 1) or size
                yield Damage(name, start, resumed)
                start = resumed


def is_addressable(path: Path) -> bool:
    """Whether each record can be read alone; not so when the file was compressed in one piece. Raises OSError."""
    with path.open("rb") as file:
        if file.read(len(_MEMBER)) != _MEMBER:
            return True
        # In one piece, all records but the first are said to begin where the piece, or what was read of it, ends.
        later = [position for position, _ in islice(_records(file, 0), 1, 3)]
        return len(set(later)) == len(later) and path.stat().st_size not in later


def _records(file: BinaryIO, start: int) -> Iterator[tuple[int, Capture | None]]:
    """Where each record begins, and what it is when it is an answer of a web server; up to the first damage."""
    file.seek(start)
    try:
        for record in ArchiveIterator(file):
            is_answer = record.record_type in _ANSWERS and record.is_http
            yield record.stream_pos, _describe(record) if is_answer else None
    except OSError:  # what fastwarc raises for bytes that are no gzip
        return


def _describe(record: WarcRecord) -> Capture:
    """The capture, its length not yet known."""
    url, headers = target_of(record), record.http_headers
    is_revisit = record.record_type == WarcRecordType.revisit
    mime = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    digest = record.headers.get("WARC-Payload-Digest") or payload_digest(record.reader.read())
    status = headers.status_code or 0
    return Capture(
        "",
        record.stream_pos,
        0,
        url,
        *owner_of(url),
        record.record_date,
        status,
        REVISIT if is_revisit else mime,
        digest,
    )


def _member_end(file: BinaryIO, start: int) -> int | None:
    """Where the gzip member ends; None when it does not. A file that is not compressed ends where it ends."""
    file.seek(start)
    chunk = file.read(_CHUNK)
    if not chunk.startswith(_MEMBER):
        return start + len(chunk) + len(file.read())
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while chunk and not decoder.eof:
            decoder.decompress(chunk)
            chunk = b"" if decoder.eof else file.read(_CHUNK)
    except zlib.error:
        return None
    return file.tell() - len(decoder.unused_data) if decoder.eof else None


def _next_member(file: BinaryIO, start: int) -> int | None:
    """Where the next record begins."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        while (start := content.find(_MEMBER, start)) >= 0:
            try:
                if zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content[start : start + _CHUNK], 5) == b"WARC/":
                    return start
            except zlib.error:
                pass
            start += 1
    return None
