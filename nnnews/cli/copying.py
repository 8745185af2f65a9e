"""`nnnews db copy`: a store moved to another database."""

from pathlib import Path

from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.errors import UsageError
from nnnews.storage.copying import copy_store


def run_copy(config: Config, source: str, target: str) -> None:
    """Print each table with its rows. No run of this data folder is at work meanwhile."""
    if "://" not in source and not Path(source).exists():
        raise UsageError(f"no store at {source}")
    with locked(config.data):
        copied = copy_store(_url(source), _url(target))
    for one in copied:
        print(f"{one.rows:>9} {one.table}")


def _url(written: str) -> str:
    return written if "://" in written else f"sqlite:///{written}"
