"""The rows of all articles by month, and the catalogue: what data there is for the page's scripts."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from nnnews.exporters.files import File, Pieces
from nnnews.exporters.page.rows import PAGES, TEXTS, read_rows
from nnnews.exporters.page.scripts import script
from nnnews.exporters.page.search_index import Year
from nnnews.exporters.page.simplified import simplified_file
from nnnews.exporters.page.sources import digest
from nnnews.exporters.page.texts import SHELF, version, versions
from nnnews.exporters.parts import Part, parted
from nnnews.exporters.snapshot import Snapshot

_PART = 1000  # rows in a file


def list_files(snapshot: Snapshot) -> Iterator[File]:
    """A file a part of a month."""
    for part in _parts(snapshot):
        yield File(f"list/{part.name}.js", version(snapshot, part.ids), partial(_rows, snapshot, part))


def catalogue(snapshot: Snapshot, years: Sequence[Year]) -> File:
    """What there is, and versions by which a browser knows what it need not ask again."""
    data: dict[str, Any] = {
        "sizes": {"pages": PAGES, "texts": TEXTS, "shelf": SHELF},
        "list": [[part.name, len(part.ids), version(snapshot, part.ids)] for part in reversed(list(_parts(snapshot)))],
        "years": [_told(year) for year in years],
        "texts": versions(snapshot),
        "simplified": simplified_file().made_of,
    }
    made_of = digest(*(f"{year.name} {year.version}" for year in years))
    return File("list/catalogue.js", made_of, partial(script, "list/catalogue", data))


def _told(year: Year) -> list[Any]:
    """Its name, shards and version; which articles and changes a shard may lack, and how many changes there are."""
    return [year.name, year.shards, year.version, list(year.tail), year.changes.recent, len(year.changed)]


def newest_ids(snapshot: Snapshot, count: int) -> list[int]:
    """The articles of the newest months, whole ones, at least so many where there are."""
    found: list[int] = []
    for month in sorted(months := _months(snapshot), reverse=True):
        if len(found) >= count:
            break
        found += months[month]
    return found


def _parts(snapshot: Snapshot) -> Iterator[Part]:
    months = _months(snapshot)
    for month in sorted(months):
        yield from parted(month, months[month], _PART)


def _months(snapshot: Snapshot) -> dict[str, list[int]]:
    months: dict[str, list[int]] = {}
    for stamp in snapshot.stamps.values():
        months.setdefault(stamp.month, []).append(stamp.article_id)
    return months


def _rows(snapshot: Snapshot, part: Part) -> Pieces:
    return script(f"list/{part.name}", [list(row) for row in read_rows(snapshot.connection, part.ids)])
