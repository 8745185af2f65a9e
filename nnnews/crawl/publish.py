"""The exports, written from the store."""

from collections.abc import Collection

from nnnews.config import Config
from nnnews.exporters import SECTIONS, Changes, export_all
from nnnews.exporters.export import Watch
from nnnews.storage import shared_store
from nnnews.storage.waiting import catch_up


def publish(config: Config, sections: Collection[str] = SECTIONS.keys(), watch: Watch = iter) -> Changes:
    """Write what differs; gives the files written and removed. Raises OutputError."""
    store = shared_store(config.database_url)
    catch_up(store)
    return export_all(store, config, sections, watch)
