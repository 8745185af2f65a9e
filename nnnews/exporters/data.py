"""The section of the data: articles and figures by month of publishing, as tables and as records."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from nnnews.exporters import csv_table, json_lines, json_table, parquet
from nnnews.exporters.files import File, Pieces, Shelf
from nnnews.exporters.parts import Part, parted
from nnnews.exporters.rows import ARTICLE, FIGURE, TEXT, Row, article_row, figure_rows
from nnnews.exporters.snapshot import Snapshot
from nnnews.storage.records import Told, told_of

PART = 40  # articles in a file: what a new one rewrites
WHOLE = {**ARTICLE, **TEXT}


def plan(snapshot: Snapshot) -> Iterator[Shelf]:
    """A folder a month."""
    months: dict[str, list[int]] = {}
    for stamp in snapshot.stamps.values():
        months.setdefault(stamp.month, []).append(stamp.article_id)
    for month, ids in sorted(months.items()):
        yield Shelf(f"data/{month}", _made_of(snapshot, ids), partial(_files, snapshot, ids))


def _files(snapshot: Snapshot, ids: list[int]) -> Iterator[File]:
    records = _Records(snapshot)
    for part in parted("", ids, PART):
        made_of = _made_of(snapshot, part.ids)
        for name, render in _renders(records, part).items():
            yield File(name.format(part.name), made_of, render)


def _made_of(snapshot: Snapshot, ids: Sequence[int]) -> str:
    return snapshot.made_of(ids, snapshot.config.tag_authority, snapshot.config.parquet)


def _renders(records: "_Records", part: Part) -> dict[str, Callable[[], Pieces]]:
    """Every file of a part; its number goes into the name."""
    snapshot, articles, figures = records.snapshot, partial(records.articles, part), partial(records.figures, part)
    renders: dict[str, Callable[[], Pieces]] = {
        "articles{}.jsonl": lambda: json_lines.render(snapshot.connection, part.ids),
        "articles{}.json": lambda: json_table.render(ARTICLE, articles()),
        "articles{}.csv": lambda: csv_table.render(WHOLE, articles()),
        "figures{}.json": lambda: json_table.render(FIGURE, figures()),
        "figures{}.csv": lambda: csv_table.render(FIGURE, figures()),
    }
    if snapshot.config.parquet:
        renders["articles{}.parquet"] = lambda: parquet.render(WHOLE, articles())
        renders["figures{}.parquet"] = lambda: parquet.render(FIGURE, figures())
    return renders


class _Records:
    """The records of one part, read once for all its files."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._part: Part | None = None
        self._read: list[tuple[Told, dict[str, Any]]] = []

    def articles(self, part: Part) -> Iterator[Row]:
        """A row an article."""
        authority = self.snapshot.config.tag_authority
        return (article_row(told, record, authority) for told, record in self._records(part))

    def figures(self, part: Part) -> Iterator[Row]:
        """A row a figure."""
        authority = self.snapshot.config.tag_authority
        return (row for told, record in self._records(part) for row in figure_rows(told, record, authority))

    def _records(self, part: Part) -> list[tuple[Told, dict[str, Any]]]:
        if part is not self._part:
            self._part = part
            self._read = [(told, json.loads(told.line)) for told in told_of(self.snapshot.connection, part.ids)]
        return self._read
