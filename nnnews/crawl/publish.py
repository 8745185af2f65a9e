"""The exports, written from the store."""

from nnnews.config import Config
from nnnews.exporters import Changes, export_all
from nnnews.storage import open_store


def publish(config: Config) -> Changes:
    """Write what differs; gives the files written and removed. Raises OutputError."""
    return export_all(open_store(config.database_url), config)
