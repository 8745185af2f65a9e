"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); the record stands under `_nnnews`."""

from collections.abc import Iterator
from typing import Any

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.record import as_line, as_record, format_time

SUFFIX = ".json"
# These the format has keys for.
_TOLD = frozenset({"file", "url", "title", "text", "published"})


def render(feed: Feed) -> Iterator[str]:
    """The head on the first line, then an item a line."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address + SUFFIX,
        "language": LANGUAGE,
    }
    yield as_line(head).removesuffix("}") + ',"items":['
    separator = "\n"
    for entry in feed.entries:
        yield separator + as_line(_item(entry))
        separator = ",\n"
    yield "\n]}\n"


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.id}
    if entry.url:
        item["url"] = entry.url
    item |= {
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "content_text": entry.article.text,
        "date_published": format_time(entry.published),
        "date_modified": format_time(entry.updated),
        "authors": [{"name": author} for author in entry.authors],
        "tags": [category.label for category in entry.categories],
    }
    if entry.image:
        item["image"] = entry.image
    record = as_record(entry.article)
    item["_nnnews"] = {key: value for key, value in record.items() if key not in _TOLD}
    return item
