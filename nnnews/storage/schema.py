"""Which revision a store has, and bringing it to the newest. Alembic is imported only when there is work for it."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from nnnews.errors import ConfigError, DatabaseVersionError
from nnnews.storage.redacting import redact

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_to_head(engine: Engine, *, by_itself: bool) -> str:
    """Migrates when needed and gives the store's revision, now the newest.

    Raises DatabaseVersionError for a revision unknown here; ConfigError for an older one unless `by_itself`.
    """
    with engine.begin() as connection:
        found = revision(connection)
    if found == known_revisions()[-1]:
        return found
    if found and found not in known_revisions():
        raise DatabaseVersionError(
            f"store {redact(str(engine.url))} has schema {found}, this nnnews knows {known_revisions()[-1]} at most; "
            "install the nnnews that wrote it, or a newer one"
        )
    if not by_itself:
        raise ConfigError(
            f"store {redact(str(engine.url))} has schema {found or 'none'}, {known_revisions()[-1]} is needed; "
            "run `nnnews db upgrade`"
        )
    return _make(engine)


def revision(connection: Connection) -> str | None:
    """The store's revision; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_revisions() -> list[str]:
    """Oldest first. The file names are the list: 0001_first.py is revision 0001."""
    return sorted(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def migrate(connection: Connection, to: str = "head") -> None:
    """Runs the missing migrations up to a revision."""
    from alembic import command  # half a second of imports, paid only on the day of a migration
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _make(engine: Engine) -> str:
    """In one transaction: when it is killed, the store is as it was."""
    with engine.execution_options(writes=True).begin() as connection:
        if revision(connection):
            migrate(connection)
        else:
            from nnnews.storage.creating import create  # the first run only

            create(connection, known_revisions()[-1])
    return known_revisions()[-1]
