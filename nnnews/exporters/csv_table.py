"""CSV as Excel wants it: a byte order mark, so that Chinese shows, and headings in Chinese."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from nnnews.exporters.markup import clean

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # Excel would run what begins so
_SHOWN = {None: "", True: "是", False: "否"}


def render(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The headings, then a line a row; `columns` are the names in the rows with their headings."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    buffer.write(_BOM)
    writer.writerow(columns.values())
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        text = clean(value)
        return "'" + text if text.startswith(_FORMULA) else text
    return value if isinstance(value, int | float) and not isinstance(value, bool) else _SHOWN[value]
