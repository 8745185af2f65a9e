"""Atom 1.0 (RFC 4287), its archive documents (RFC 5005), and beside a withdrawn entry its tombstone (RFC 6721)."""

from collections.abc import Iterator
from html import escape

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.exporters.markup import element, inner
from nnnews.record import format_time

SUFFIX = ".atom.xml"
MEDIA_TYPE = "application/atom+xml"
_HEAD = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" \
xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="{LANGUAGE}">
"""


def render(feed: Feed) -> Iterator[str]:
    """The feed's head, then an entry each."""
    yield _HEAD
    yield from (line + "\n" for line in _head(feed))
    for entry in feed.entries:
        yield "\n".join(("<entry>", *_lines(entry), "</entry>\n"))
        if entry.retracted and not entry.became:
            yield element("at:deleted-entry", ref=entry.id, when=format_time(entry.updated) or "") + "\n"
    yield "</feed>\n"


def _head(feed: Feed) -> Iterator[str]:
    yield element("id", feed.id)
    yield element("title", feed.title)
    yield element("updated", format_time(feed.updated) or "")
    yield f"<author>{element('name', feed.title)}</author>"
    yield element("link", rel="alternate", href=feed.home)
    yield element("link", rel="self", type=MEDIA_TYPE, href=feed.address + SUFFIX)
    if feed.current:
        yield "<fh:archive/>"
        yield element("link", rel="current", type=MEDIA_TYPE, href=feed.current + SUFFIX)
    if feed.previous:
        yield element("link", rel="prev-archive", type=MEDIA_TYPE, href=feed.previous + SUFFIX)


def _lines(entry: Entry) -> Iterator[str]:
    yield f"<id>{inner(entry.id)}</id>"
    yield f"<title>{inner(entry.title)}</title>"
    yield f"<published>{format_time(entry.published)}</published>"
    yield f"<updated>{format_time(entry.updated)}</updated>"
    if entry.url:
        yield f'<link rel="alternate" href="{escape(entry.url)}"/>'
    if entry.author:
        yield f"<author><name>{inner(entry.author)}</name></author>"
    for category in entry.categories:
        label = escape(category.label)
        yield f'<category term="{label}" scheme="{escape(category.scheme)}" label="{label}"/>'
    yield f"<summary>{inner(entry.summary)}</summary>"
    yield f'<content type="html">{inner(entry.content)}</content>'
