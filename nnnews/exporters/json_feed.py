"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); what the format has no keys for stands under `_nnnews`."""

from collections.abc import Iterator
from dataclasses import asdict
from mimetypes import guess_type
from typing import Any

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.exporters.markup import web_address
from nnnews.items import Article
from nnnews.record import as_line, as_record, format_time
from nnnews.storage.stored import Appearance, Revision

SUFFIX = ".json"
MEDIA_TYPE = "application/feed+json"
SCHEMA = "schema/feed-item.schema.json"
# Keys of the record that `_nnnews` carries.
_OWN = ("site", "kicker", "subtitle", "published_precision", "source", "byline", "script")
_DATA = ("district", "places", "figures", "congress")


def render(feed: Feed) -> Iterator[str]:
    """The head on the first line, then an item a line."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address + SUFFIX,
        "language": LANGUAGE,
    }
    about = f"{feed.home.rstrip('/')}/{SCHEMA}"
    yield as_line(head).removesuffix("}") + ',"items":['
    separator = "\n"
    for entry in feed.entries:
        yield separator + as_line(_item(entry, about))
        separator = ",\n"
    yield "\n]}\n"


def _item(entry: Entry, about: str) -> dict[str, Any]:
    article = entry.stored.article
    told = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "image": entry.image,
        "date_published": format_time(entry.published),
        "date_modified": format_time(entry.updated),
        "authors": [{"name": entry.author}] if entry.author else None,
        "tags": [category.label for category in entry.categories],
        "attachments": list(_attachments(article)) or None,
        "_nnnews": _extension(entry, about),
    }
    return {key: value for key, value in told.items() if value is not None}


def _attachments(article: Article) -> Iterator[dict[str, str]]:
    for document in article.attachments:
        if url := web_address(document.url):
            kind = guess_type(url)[0] or "application/octet-stream"
            yield {"url": url, "mime_type": kind, "title": document.title}


def _extension(entry: Entry, about: str) -> dict[str, Any]:
    stored = entry.stored
    record = as_record(stored.article)
    return {
        "about": about,
        "key": stored.article.key,
        "first_seen": format_time(stored.first_seen),
        **{key: record[key] for key in (*_OWN, *_DATA)},
        "appearances": [_appearance(met) for met in stored.appearances],
        "revision": entry.revision,
        "retracted": entry.retracted,
        **(_became(entry.became) if entry.became else {}),
    }


def _became(revision: Revision) -> dict[str, Any]:
    return {"event": revision.event, "figure_changes": [asdict(change) for change in revision.figures]}


def _appearance(met: Appearance) -> dict[str, Any]:
    return {
        "url": met.url,
        "site": met.site,
        "title": met.title,
        "source": met.source,
        "published": format_time(met.published),
    }
