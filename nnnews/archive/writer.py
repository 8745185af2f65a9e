"""The archive while it is written: one file at a time, followed by another when it is large or old."""

from datetime import UTC, datetime
from io import FileIO

from sqlalchemy import Engine

from nnnews.archive.address import owner_of
from nnnews.archive.exchange import Exchange
from nnnews.archive.files import Terms, append, new_name, take
from nnnews.archive.packing import pack_info, pack_response, pack_revisit
from nnnews.archive.record import payload_digest
from nnnews.archive.recovery import index_folder
from nnnews.errors import OutputError
from nnnews.storage import reading, writing
from nnnews.storage.archive_index import REVISIT, Capture, Indexed, add_captures, captured, payload

_BATCH = 50  # captures indexed in one transaction


class Archive:
    """Each answer goes to the file at once, and to the index a few dozen at a time.

    What the index misses after a kill, the next run reads out of the file. It opens itself when something is added.
    """

    def __init__(self, engine: Engine, terms: Terms) -> None:
        self._engine, self._terms = engine, terms
        self._file: FileIO | None = None
        self._name = ""
        self._fresh: list[Capture] = []  # not indexed yet
        self._expected: set[str] = set()
        self._unmet: set[str] = set()  # addresses of which the archive holds nothing

    def expect(self, url: str) -> None:
        """The address will be asked for. The index is asked for all of them at once whether it knows them."""
        self._expected.add(url)

    def add(self, exchange: Exchange) -> Capture:
        """The answer, in the file when this returns. Raises OutputError."""
        file = self._writable()
        digest, offset = payload_digest(exchange.body), file.tell()
        earlier = self._payload(exchange.url, digest) if exchange.body else None
        packed = pack_revisit(exchange, earlier) if earlier else pack_response(exchange, digest)
        append(file, packed)
        owner, mime = owner_of(exchange.url), REVISIT if earlier else exchange.mime
        where = (self._name, offset, len(packed))
        capture = Capture(*where, exchange.url, *owner, exchange.fetched, exchange.status, mime, digest)
        self._fresh.append(capture)
        self._unmet.discard(exchange.url)
        if len(self._fresh) >= _BATCH:
            self.flush()
        return capture

    def flush(self) -> None:
        """The index knows all that was added. Raises OutputError."""
        if self._file:
            with writing(self._engine) as connection:
                add_captures(connection, self._name, self._fresh, Indexed(self._file.tell()))
            self._fresh.clear()

    def close(self) -> None:
        """As `flush`; now another process may go on with the file."""
        self.flush()
        if self._file:
            self._file.close()
            self._file = None

    def _payload(self, url: str, digest: str) -> Capture | None:
        """Where the payload stands already."""
        if url in self._expected:
            self._meet()
        if url in self._unmet:
            return None
        for capture in self._fresh:
            if (capture.url, capture.digest) == (url, digest) and capture.mime != REVISIT:
                return capture
        with reading(self._engine) as connection:
            return payload(connection, url, digest)

    def _meet(self) -> None:
        with reading(self._engine) as connection:
            self._unmet |= self._expected - captured(connection, self._expected)
        self._unmet.difference_update(capture.url for capture in self._fresh)
        self._expected.clear()

    def _writable(self) -> FileIO:
        if self._file and not self._terms.takes_more(self._name, self._file.tell()):
            self.close()
        if not self._file:
            try:
                self._file = self._open()
            except OSError as error:
                raise OutputError(f"archive {self._terms.folder} cannot be written ({error.strerror})") from error
            append(self._file, pack_info(self._name, self._terms.info))
        return self._file

    def _open(self) -> FileIO:
        """The newest file that may be gone on with, else a new one."""
        self._terms.folder.mkdir(parents=True, exist_ok=True)
        for name, size in sorted(index_folder(self._engine, self._terms).items(), reverse=True):
            file = take(self._terms.folder / name, "r+")
            if file and file.tell() == size:
                self._name = name
                return file
            if file:  # another process has written to it in between
                file.close()
        while True:
            self._name = new_name(datetime.now(UTC))
            if file := take(self._terms.folder / self._name, "x"):
                return file
