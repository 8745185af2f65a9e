"""The WARC files of a folder: their names, and who holds one."""

import fcntl
import os
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from io import FileIO
from pathlib import Path

from nnnews.errors import OutputError

_FORM = "%Y%m%d%H%M%S%f"
_OWN = re.compile(r"nnnews-(\d{20})-.*\.warc\.gz")
PATTERN = "*.warc*"


def new_name(now: datetime) -> str:
    """As archives name their files: who, when it was begun, on which machine."""
    host = re.sub(r"[^A-Za-z0-9.-]", "_", platform.node()) or "localhost"
    return f"nnnews-{now.astimezone(UTC):{_FORM}}-{host}.warc.gz"


@cache
def begun(name: str) -> datetime | None:
    """When the file was begun; None for a file that is not ours."""
    own = _OWN.fullmatch(name)
    return datetime.strptime(own[1], _FORM).replace(tzinfo=UTC) if own else None


@dataclass(frozen=True, slots=True)
class Terms:
    """Where the files lie, at how many bytes and at what age one is followed by another, what its first record says."""

    folder: Path
    size: int = 256 << 20
    age: timedelta = timedelta(days=1)
    info: Mapping[str, str] = field(default_factory=dict)

    def takes_more(self, name: str, size: int) -> bool:
        """Whether the file is ours, small and young."""
        start = begun(name)
        return start is not None and size < self.size and datetime.now(UTC) - start < self.age


def take(path: Path, mode: str) -> FileIO | None:
    """The file opened (`x` new, `r+` to go on) and held until it is closed; None when another process holds it.

    The kernel lets go of it when the process ends in whatever way. Raises OSError.
    """
    file = FileIO(path, mode)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    file.seek(0, os.SEEK_END)
    return file


def append(file: FileIO, data: bytes) -> None:
    """All of the bytes at the end of the file or, when the disk is full, none. Raises OutputError."""
    start, rest = file.tell(), memoryview(data)
    try:
        while rest:
            rest = rest[file.write(rest) :]
    except OSError as error:
        file.truncate(start)
        file.seek(start)
        raise OutputError(f"archive {file.name!r} cannot be written ({error.strerror})") from error
