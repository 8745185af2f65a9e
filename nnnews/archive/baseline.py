"""A stored article as today's reader reads its old page, so that an edit is told only where the page changed."""

from pathlib import Path

from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.revisions import reader_version
from nnnews.storage import memory
from nnnews.storage.stored import StoredArticle


class Baseline:
    """Looks into the archive for what another version of the reader has read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, connection: Connection, stored: StoredArticle) -> Article | None:
        """None when the old page cannot be had. To be asked before the new answer is settled."""
        if stored.reader == reader_version(stored.article.site):
            return stored.article
        return self._reread(connection, stored.article.key)

    def _reread(self, connection: Connection, key: str) -> Article | None:
        from nnnews.archive.rereading import read_captures  # on the day of a new version only
        from nnnews.archive.shelf import Shelf

        known = memory.recall(connection, [key]).get(key)
        with Shelf(connection, self._folder) as shelf:
            captures = shelf.by_key([key]).get(key, [])
            if known and known.last_fetched:
                captures = [capture for capture in captures if capture.fetched <= known.last_fetched]
            reading = read_captures(key, captures, shelf) if captures else None
        return reading.article if reading else None
