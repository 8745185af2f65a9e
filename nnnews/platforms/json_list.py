"""Lists that come as JSON: what "load more" buttons and apps ask for."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nnnews.items import SHANGHAI
from nnnews.platforms.nearby import read_day

_URLS = ("url", "contentUrl", "link")
_DAYS = ("created", "published", "publishTime", "date", "date_ymdhis", "pubdate")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a JSON list."""

    url: str
    title: str
    day: date | None


def read_json_list(text: str) -> tuple[Entry, ...] | None:
    """The entries, wherever in the data they stand; None when the text is no JSON."""
    start = text.lstrip("\ufeff \r\n\t")
    if not start.startswith(("{", "[")):
        return None
    try:
        return tuple(_entries(json.loads(start)))
    except (ValueError, RecursionError):
        return None


def _entries(data: Any) -> Iterator[Entry]:
    """Any object with a title and an address is an entry; others are looked into."""
    if isinstance(data, list):
        for item in data:
            yield from _entries(item)
    elif isinstance(data, dict):
        url = next((data[name] for name in _URLS if isinstance(data.get(name), str) and data[name]), "")
        title = data.get("title")
        if url and isinstance(title, str):
            yield Entry(url, title.strip(), _day(data))
        else:
            yield from _entries(list(data.values()))


def _day(item: Mapping[str, Any]) -> date | None:
    """Unix seconds, also as a string, or a written time; Asia/Shanghai."""
    for name in _DAYS:
        value = str(item.get(name) or "")
        if value.isdigit() and len(value) in (9, 10):
            return datetime.fromtimestamp(int(value), SHANGHAI).date()
        if day := read_day(value):
            return day
    return None
