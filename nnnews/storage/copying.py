"""A whole store copied into an empty one: from SQLite to PostgreSQL or back, in one transaction, counts checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Engine, Integer, Table, func, insert, select, text

from nnnews.errors import OutputError, UsageError
from nnnews.storage import open_store, reading, upgrade_store, words, writing
from nnnews.storage.creating import all_tables
from nnnews.storage.tables import articles, unindexed

_BATCH = 500  # rows


@dataclass(frozen=True, slots=True)
class Copied:
    """A table and how many rows of it stand in both stores."""

    table: str
    rows: int


def copy_store(source_url: str, target_url: str) -> list[Copied]:
    """Every table, every id. Raises UsageError when the target holds something, OutputError when counts differ."""
    upgrade_store(target_url)
    source, target = open_store(source_url), open_store(target_url)
    try:
        with reading(_steady(source)) as old, writing(target) as new:
            _require_empty(new, target)
            return [*_copy_tables(old, new), _copy_words(old, new)]
    finally:
        source.dispose()
        target.dispose()


def _steady(engine: Engine) -> Engine:
    """All tables are read as they were at one instant; in SQLite they are anyway."""
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(isolation_level="REPEATABLE READ")


def _require_empty(connection: Connection, engine: Engine) -> None:
    for table in all_tables():
        if count := _count(connection, table):
            shown = engine.url.render_as_string(hide_password=True)
            raise UsageError(f"{shown} holds {count} rows of {table.name}; copy into an empty store")


def _copy_tables(old: Connection, new: Connection) -> Iterator[Copied]:
    for table in all_tables():
        rows = old.execution_options(yield_per=_BATCH).execute(select(table))
        for batch in rows.mappings().partitions():
            new.execute(insert(table), [dict(row) for row in batch])
        _continue_numbers(old, new, table)
        yield _checked(table.name, _count(old, table), _count(new, table))


def _copy_words(old: Connection, new: Connection) -> Copied:
    """What waits for the index in the old store waits in the new one."""
    ids = new.execute(select(articles.c.id).where(articles.c.id.not_in(select(unindexed.c.article_id)))).scalars().all()
    for start in range(0, len(ids), _BATCH):
        words.index(new, ids[start : start + _BATCH])
    indexed = _count(old, articles) - _count(old, unindexed)
    return _checked("article_words", indexed, len(ids))


def _checked(table: str, wanted: int, found: int) -> Copied:
    if wanted != found:
        raise OutputError(f"{table}: {found} of {wanted} rows were copied; nothing is kept")
    return Copied(table, found)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _continue_numbers(old: Connection, new: Connection, table: Table) -> None:
    """An id that was given once is not given again, also when its row is gone."""
    column = table.autoincrement_column
    if column is None or not isinstance(column.type, Integer) or column.foreign_keys:
        return
    last = max(_last_number(old, table), new.execute(select(func.coalesce(func.max(column), 0))).scalar_one())
    if last:
        _set_number(new, table, column, last)


def _last_number(connection: Connection, table: Table) -> int:
    """The last id given; 0 where it is the highest there is."""
    if connection.dialect.name != "sqlite":
        sequence = f"SELECT last_value FROM {table.name}_id_seq"
        return int(connection.execute(text(sequence)).scalar_one())
    if not table.dialect_options["sqlite"]["autoincrement"]:
        return 0
    chosen = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    return int(connection.execute(chosen, {"name": table.name}).scalar() or 0)


def _set_number(connection: Connection, table: Table, column: Column[int], last: int) -> None:
    if connection.dialect.name != "sqlite":
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        connection.execute(select(func.setval(sequence, last)))
    elif table.dialect_options["sqlite"]["autoincrement"]:
        # The row is there once a row of the table is.
        parameters = {"name": table.name, "last": last}
        connection.execute(text("UPDATE sqlite_sequence SET seq = :last WHERE name = :name"), parameters)
