"""Atom 1.0 (RFC 4287)."""

from collections.abc import Iterator

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.exporters.markup import element
from nnnews.record import format_time

SUFFIX = ".atom.xml"


def render(feed: Feed) -> Iterator[str]:
    """The feed's head, then an entry each."""
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{LANGUAGE}">\n'
    yield element("id", feed.id) + "\n"
    yield element("title", feed.title) + "\n"
    yield element("updated", format_time(feed.updated) or "") + "\n"
    yield f"<author>{element('name', feed.title)}</author>\n"
    yield element("link", rel="alternate", href=feed.home) + "\n"
    yield element("link", rel="self", type="application/atom+xml", href=feed.address + SUFFIX) + "\n"
    for entry in feed.entries:
        yield "\n".join(("<entry>", *_lines(entry), "</entry>\n"))
    yield "</feed>\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield element("id", entry.id)
    yield element("title", entry.title)
    yield element("published", format_time(entry.published) or "")
    yield element("updated", format_time(entry.updated) or "")
    if entry.url:
        yield element("link", rel="alternate", href=entry.url)
    yield from (f"<author>{element('name', author)}</author>" for author in entry.authors)
    for category in entry.categories:
        yield element("category", term=category.label, scheme=category.scheme, label=category.label)
    yield element("summary", entry.summary)
    yield element("content", entry.content, type="html")
