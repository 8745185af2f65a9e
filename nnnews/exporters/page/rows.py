"""An article as a row of the list: what the page's scripts filter by and show."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from nnnews.exporters.difference import MARKS
from nnnews.exporters.markup import clean
from nnnews.record import format_time, from_record
from nnnews.storage.former_records import Former, former_line
from nnnews.storage.records import BATCH, Told, told_of
from nnnews.storage.words import searched

PAGES = 200  # article pages in a folder
TEXTS = 10  # texts in a file
_TITLE = 120  # characters
Fields = tuple[str, str, str]  # title, text and people
WITHDRAWN: Mapping[str, Any] = {"text": "", "byline": [], "figures": []}  # what the page no longer tells


class Row(NamedTuple):
    """`day` is that of publishing, of first sight where that is unknown; the order is known to page.js."""

    id: int
    day: str
    title: str
    district: str
    topics: tuple[str, ...]
    site: str
    source: str
    relevant: int

    @property
    def path(self) -> str:
        """Of the article's page."""
        return path(self.id)


class Text(NamedTuple):
    """A row and what a search looks at besides."""

    row: Row
    title: str
    text: str
    people: str

    @property
    def fields(self) -> Fields:
        """What a search looks at."""
        return self.title, self.text, self.people


def path(article_id: int) -> str:
    """Of an article's page, for ever."""
    return f"a/{article_id // PAGES}/{article_id}.html"


class Read(NamedTuple):
    """A record, and the row made of it."""

    row: Row
    record: Mapping[str, Any]


def read(connection: Connection, ids: Sequence[int]) -> Iterator[Read]:
    """These articles by id, a batch in memory at a time."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        some = ordered[start : start + BATCH]
        for article_id, told in zip(some, told_of(connection, some), strict=True):
            record = _shown(told.line, told.withdrawn is not None)
            yield Read(_row(article_id, told, record), record)


def read_texts(connection: Connection, ids: Sequence[int]) -> Iterator[Text]:
    """The texts of these articles by id."""
    for row, record in read(connection, ids):
        yield Text(row, *_searched(record))


def former_text(connection: Connection, former: Former) -> Fields:
    """What a search looked at before the article changed."""
    return _searched(_shown(former_line(connection, former.number), former.withdrawn))


def read_rows(connection: Connection, ids: Sequence[int]) -> list[Row]:
    """The rows of these articles, the newest first by day."""
    return newest_first(row for row, _ in read(connection, ids))


def newest_first(rows: Iterable[Row]) -> list[Row]:
    """By day; of one day, the latest stored first."""
    return sorted(rows, key=lambda row: (row.day, row.id), reverse=True)


def _row(article_id: int, told: Told, record: Mapping[str, Any]) -> Row:
    return Row(
        article_id,
        (record["published"] or format_time(told.first_seen) or "")[:10],
        shorten((MARKS["withdrawn"] if told.withdrawn else "") + (record["title"] or "")),
        clean(record["district"] or ""),
        tuple(map(clean, record["congress"]["topics"])),
        record["site"] or "",
        clean(record["source"] or ""),
        int(record["congress"]["is"]),
    )


def _shown(line: str, is_withdrawn: bool) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(line)
    return {**record, **WITHDRAWN} if is_withdrawn else record


def _searched(record: Mapping[str, Any]) -> Fields:
    title, text, people = map(clean, searched(from_record(record)))
    return title, text, people


def shorten(title: str) -> str:
    """On one line, and not endless."""
    line = " ".join(clean(title).split())
    return line if len(line) <= _TITLE else line[: _TITLE - 1] + "…"
