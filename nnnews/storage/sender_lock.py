"""One process at a time gathers and sends alerts of a store; the lock of one that dies is free at once."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Engine, func, select

from nnnews.errors import OutputError

_LOCK = 0x616C657274  # b"alert"


@contextmanager
def sole_sender(engine: Engine) -> Iterator[bool]:
    """Whether this process is the one; the lock lies beside a SQLite file, or in the session of a PostgreSQL."""
    holding = _on_file(engine) if engine.dialect.name == "sqlite" else _on_server(engine)
    with holding as mine:
        yield mine


@contextmanager
def _on_file(engine: Engine) -> Iterator[bool]:
    path = Path(f"{engine.url.database}.alerts")
    try:
        file = path.open("w")
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror})") from error
    with file:
        yield _take(file)


def _take(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _on_server(engine: Engine) -> Iterator[bool]:
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        mine = bool(connection.execute(select(func.pg_try_advisory_lock(_LOCK))).scalar_one())
        try:
            yield mine
        finally:
            if mine:
                connection.execute(select(func.pg_advisory_unlock(_LOCK)))
