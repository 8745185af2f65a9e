"""One run at a time on a data folder."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nnnews.errors import ConfigError, LockedError

_LOOK = 0.5  # seconds between two looks at a lock that is held


@contextmanager
def locked(folder: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the folder's lock; the kernel frees it when the process ends in whatever way.

    `wait`: seconds to wait for another run that holds it.

    Raises LockedError when another run holds it, ConfigError when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("w")
    except OSError as error:
        raise ConfigError(
            f"data folder {folder} cannot be written ({error.strerror}); mend its rights or set NNNEWS_DATA"
        ) from error
    with file:
        deadline = time.monotonic() + wait
        while not _take(file):
            if time.monotonic() >= deadline:
                raise LockedError(f"another run holds {folder}")
            time.sleep(min(_LOOK, wait))
        yield


def _take(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
