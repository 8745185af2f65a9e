"""Migrations: from nothing to what tables.py says, one line of them, and a clear word when they do not fit."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from nnnews.errors import ConfigError, DatabaseVersionError
from nnnews.storage import open_store, reading, upgrade_store, writing
from nnnews.storage.creating import all_tables
from nnnews.storage.engine import connect
from nnnews.storage.schema import MIGRATIONS, bring_to_head, known_revisions, migrate, revision
from nnnews.storage.tables import metadata


def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    """All but the word index, which is SQLite's own."""
    return not (kind == "table" and str(name).startswith("article_words"))


def told_of(engine: Engine) -> dict[str, object]:
    """All that a database says of its tables; of SQLite's also what only their text tells."""
    found = inspect(engine)
    told: dict[str, object] = {
        table: {
            "columns": [{**column, "type": str(column["type"])} for column in found.get_columns(table)],
            "checks": sorted((one["name"], one["sqltext"]) for one in found.get_check_constraints(table)),
            "foreign": sorted(found.get_foreign_keys(table), key=str),
            "indexes": sorted(found.get_indexes(table), key=str),
            "primary": found.get_pk_constraint(table),
            "unique": sorted(found.get_unique_constraints(table), key=str),
        }
        for table in found.get_table_names()
    }
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            for name, sql in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")):
                told[f"{name} "] = ("AUTOINCREMENT" in sql, "WITHOUT ROWID" in sql, "VIRTUAL" in sql and sql)
            told["merging"] = connection.execute(text("SELECT k, v FROM article_words_config ORDER BY k")).all()
    return told


@contextmanager
def migrated(engine: Engine) -> Iterator[Engine]:
    """The store made by the migrations, from nothing: in SQLite another one, in PostgreSQL in its place."""
    if engine.dialect.name == "sqlite":
        engine = connect(f"sqlite:///{engine.url.database}.migrated")
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        migrate(connection)
        assert revision(connection) == known_revisions()[-1]
    yield engine
    engine.dispose()


def test_a_new_store_is_made_as_the_migrations_would_make_it(engine: Engine) -> None:
    made = told_of(engine)
    assert len(made) > 20
    with migrated(engine) as other:
        assert told_of(other) == made


def test_the_migrations_make_what_the_tables_say(engine: Engine) -> None:
    assert all_tables() == metadata.sorted_tables
    with migrated(engine) as other, other.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_there_is_one_line_of_migrations_numbered_by_hand() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert found[::-1] == known_revisions() == [f"{number:04}" for number in range(1, len(found) + 1)]


def test_every_constraint_has_a_name() -> None:
    unnamed = [(table.name, one) for table in metadata.tables.values() for one in table.constraints if not one.name]
    assert unnamed == []


def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a' / 'b' / 'store.sqlite3'}"
    open_store(url).dispose()
    loads_alembic = (
        f"import sys; from nnnews.storage import open_store; open_store({url!r}); print('alembic' in sys.modules)"
    )
    assert subprocess.check_output([sys.executable, "-c", loads_alembic], text=True) == "False\n"


def test_three_processes_may_open_an_absent_store_together(tmp_path: Path) -> None:
    opens = f"from nnnews.storage import open_store; open_store('sqlite:///{tmp_path}/store.sqlite3')"
    processes = [subprocess.Popen([sys.executable, "-c", opens]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]


def test_a_store_of_a_newer_version_is_named(engine: Engine, url: str) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for opening in (open_store, upgrade_store):
        with pytest.raises(DatabaseVersionError, match=r"schema 9999, this nnnews knows \d{4} at most; install"):
            opening(url)


def test_a_store_that_does_not_migrate_by_itself_says_how() -> None:
    with pytest.raises(ConfigError, match="run `nnnews db upgrade`"):
        bring_to_head(connect("sqlite://"), by_itself=False)


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE runs (id INTEGER)"))  # in the way of the migration
    with pytest.raises(ConfigError, match="runs already exists"):
        open_store(str(engine.url))
    with reading(engine) as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        assert (revision(connection), tables) == (None, ["runs"])
    engine.dispose()


def test_upgrading_names_the_revision(url: str) -> None:
    assert re.fullmatch(r"\d{4}", upgrade_store(url))
