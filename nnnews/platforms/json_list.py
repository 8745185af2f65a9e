"""Lists that come as JSON: what "load more" buttons and apps ask for."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nnnews.items import SHANGHAI
from nnnews.platforms.nearby import read_day

# In small letters: systems differ in the case.
_URLS = ("url", "contenturl", "link", "linkurl", "href", "docpuburl", "pageurl")
_TITLES = ("title", "doctitle", "headline", "articletitle")
_DAYS = (
    *("created", "published", "publishtime", "date", "date_ymdhis", "pubdate"),
    *("publishdate", "pubtime", "docpubtime", "createtime", "time"),
)
_HALF = re.compile(r"[\ud800-\udfff]")  # of an emoji that a title was cut in: neither sent nor stored by anyone
_CALLED = re.compile(r"[\w.$]+\s*\((?P<data>.*)\)\s*;?\s*", re.S)  # JSONP: jQuery123({…});


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a JSON list."""

    url: str
    title: str
    day: date | None


def read_json_list(text: str) -> tuple[Entry, ...] | None:
    """The entries, wherever in the data they stand; None when the text is no JSON."""
    start = text.lstrip("\ufeff \r\n\t")
    if called := _CALLED.fullmatch(start) if not start.startswith("<") else None:
        start = called["data"].lstrip()
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
        named = {str(name).lower(): value for name, value in data.items()}
        urls, titles = _texts(named, _URLS), _texts(named, _TITLES)
        if any(urls) and titles:
            yield Entry(next(filter(None, urls)), titles[0].strip(), _day(named))
        else:
            yield from _entries(list(data.values()))


def _texts(item: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """What stands under these names and is text."""
    return [_HALF.sub("", item[name]) for name in names if isinstance(item.get(name), str)]


def _day(item: Mapping[str, Any]) -> date | None:
    """Unix seconds, also as a string, or a written time; Asia/Shanghai."""
    for name in _DAYS:
        value = str(item.get(name) or "")
        if value.isdigit() and len(value) in (9, 10):
            return datetime.fromtimestamp(int(value), SHANGHAI).date()
        if day := read_day(value):
            return day
    return None
