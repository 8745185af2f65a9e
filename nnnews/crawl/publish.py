"""The exports, written from the store."""

from nnnews.config import Config
from nnnews.exporters import Changes, export_all
from nnnews.storage import open_store, reading


def publish(config: Config) -> Changes:
    """Write what differs; gives the files written and removed. Raises OutputError."""
    with reading(open_store(config.database_url)) as connection:
        return export_all(connection, config)
