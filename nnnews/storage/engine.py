"""Opening the store and holding a transaction."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from nnnews.errors import ConfigError, OutputError
from nnnews.storage.prepared import Prepared
from nnnews.storage.redacting import redact
from nnnews.storage.schema import bring_to_head

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
BUSY = 30  # seconds to wait for another process that writes
_BUSY_OR_FULL = re.compile(r"database is locked|disk is full|disk I/O error|No space left")
_BEGIN, _BEGIN_WRITING = Prepared(text("BEGIN")), Prepared(text("BEGIN IMMEDIATE"))
_ADVICE = "check free space, permissions and other running processes"


def open_store(url: str) -> Engine:
    """The store behind an SQLAlchemy URL, ready for use: a SQLite file is created and migrated by itself.

    Raises ConfigError when it cannot be opened, DatabaseVersionError when a newer nnnews wrote it.
    """
    engine = connect(url)
    with _opening(engine):
        bring_to_head(engine, by_itself=engine.dialect.name == "sqlite")
    return engine


@cache
def shared_store(url: str) -> Engine:
    """As open_store, once a process: for the spiders, pipelines and reports of one run. Nobody closes it."""
    return open_store(url)


def upgrade_store(url: str) -> str:
    """Migrates the store behind the URL and gives its revision. Raises as open_store."""
    engine = connect(url)
    try:
        with _opening(engine):
            return bring_to_head(engine, by_itself=True)
    finally:
        engine.dispose()


def connect(url: str) -> Engine:
    """An engine, its store not yet looked at. Raises ConfigError for a malformed URL or a missing driver."""
    try:
        address = make_url(url)
        engine = create_engine(address, json_serializer=_to_json, connect_args=_arguments(address))
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        # What the parser says of it may quote a part of a password.
        raise ConfigError(f"database {redact(url)!r} is no SQLAlchemy URL; write sqlite:///path/file.db") from error
    except ModuleNotFoundError as error:
        advice = f"needs the Python package {error.name}; install it with pip"
        raise ConfigError(f"database {redact(url)!r} {advice}") from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


@cache
def shared_writer(url: str) -> Connection:
    """A connection to the shared store for a run's thousands of short transactions: to fetch one costs more than BEGIN.

    For one thread. Nobody closes it.
    """
    engine = shared_store(url)
    with _failing(engine):
        return _writer(engine)


@contextmanager
def writing(store: Engine | Connection) -> Iterator[Connection]:
    """One transaction that may write: all of it or, after an exception, nothing. Raises OutputError when it cannot."""
    held = nullcontext(store) if isinstance(store, Connection) else None
    with _failing(store.engine), held or _writer(store.engine) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that sees the store as it is now, whatever others write meanwhile."""
    with _failing(engine), engine.begin() as connection:
        yield connection


def _to_json(value: Any) -> str:
    """Most lists of an article are empty."""
    return "[]" if value == [] else _encode(value)


def _writer(engine: Engine) -> Connection:
    # Said of the connection: an engine of its own for each transaction would cost half as much again.
    return engine.connect().execution_options(writes=True)


def _arguments(address: URL) -> dict[str, Any]:
    """A URL may say itself how long to wait: sqlite:///file.db?timeout=5."""
    return {"timeout": BUSY} if address.get_backend_name() == "sqlite" and "timeout" not in address.query else {}


def _prepare_sqlite(engine: Engine) -> None:
    """WAL lets readers read while a run writes; NORMAL survives a killed process (a power cut may lose the newest)."""
    _make_folder(engine.url.database)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail, not wait, when another wrote in between.
        writes = connection.get_execution_options().get("writes")
        (_BEGIN_WRITING if writes else _BEGIN).run(connection, {})


def _make_folder(file: str | None) -> None:
    if not file or file == ":memory:":
        return
    folder = Path(file).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(
            f"data folder {folder} cannot be made ({error.strerror}); set `data` to a writable folder"
        ) from error


@contextmanager
def _opening(engine: Engine) -> Iterator[None]:
    """What goes wrong while a store is opened is a matter of the configuration; then nothing stays open."""
    try:
        yield
    except ConfigError:
        engine.dispose()
        raise
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        engine.dispose()
        reason = _reason(error)
        if _BUSY_OR_FULL.search(reason):
            raise OutputError(f"store {_name(engine)}: {reason}; {_ADVICE}") from error
        advice = "check that the folder is writable and the setting `database` right"
        raise ConfigError(f"store {_name(engine)} cannot be opened ({reason}); {advice}") from error


@contextmanager
def _failing(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (OperationalError, engine.dialect.loaded_dbapi.OperationalError) as error:
        raise OutputError(f"store {_name(engine)}: {_reason(error)}; {_ADVICE}") from error


def _reason(error: Exception) -> str:
    """In the driver's words: SQLAlchemy wraps its errors, prepared statements do not."""
    return str(error.orig if isinstance(error, DBAPIError) else error)


def _name(engine: Engine) -> str:
    """The file, or the URL with its password hidden."""
    return engine.url.database or "" if engine.dialect.name == "sqlite" else redact(str(engine.url))
