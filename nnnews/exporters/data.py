"""The section of the data: articles and figures by month of publishing, as tables and as records."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nnnews.exporters import csv_table, json_lines, json_table, parquet
from nnnews.exporters.files import File, Pieces
from nnnews.exporters.parts import Part, parted
from nnnews.exporters.rows import ARTICLE, FIGURE, TEXT, Row, article_row, figure_rows
from nnnews.exporters.snapshot import Snapshot
from nnnews.storage.records import Told, told_of

PART = 200  # articles in a file: what a new one rewrites
WHOLE = {**ARTICLE, **TEXT}


def plan(snapshot: Snapshot) -> Iterator[File]:
    """Every file of the section."""
    shelf = _Shelf(snapshot)
    for part in _parts(snapshot):
        yield from _files(shelf, part)


def _parts(snapshot: Snapshot) -> Iterator[Part]:
    months: dict[str, list[int]] = {}
    for stamp in snapshot.stamps.values():
        months.setdefault(stamp.month, []).append(stamp.article_id)
    for month in sorted(months):
        yield from parted(month, months[month], PART)


def _files(shelf: "_Shelf", part: Part) -> Iterator[File]:
    config = shelf.snapshot.config
    made_of = shelf.snapshot.made_of(part.ids, config.tag_authority)
    articles, figures = partial(shelf.articles, part), partial(shelf.figures, part)
    renders: dict[str, Callable[[], Pieces]] = {
        "articles-{}.jsonl": lambda: json_lines.render(shelf.snapshot.connection, part.ids),
        "articles-{}.json": lambda: json_table.render(ARTICLE, articles()),
        "articles-{}.csv": lambda: csv_table.render(WHOLE, articles()),
        "figures-{}.json": lambda: json_table.render(FIGURE, figures()),
        "figures-{}.csv": lambda: csv_table.render(FIGURE, figures()),
    }
    if config.parquet:
        renders["articles-{}.parquet"] = lambda: parquet.render(WHOLE, articles())
        renders["figures-{}.parquet"] = lambda: parquet.render(FIGURE, figures())
    for name, render in renders.items():
        yield File(f"data/{name.format(part.name)}", made_of, render)


class _Shelf:
    """The records of one part, read once for all its files."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._name = ""
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
        if part.name != self._name:
            self._name = part.name
            self._read = [(told, json.loads(told.line)) for told in told_of(self.snapshot.connection, part.ids)]
        return self._read
