"""RSS 2.0, with the whole text in content:encoded (https://www.rssboard.org/rss-profile)."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from html import escape

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.exporters.markup import element
from nnnews.items import SHANGHAI
from nnnews.record import format_time

SUFFIX = ".rss.xml"
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
"""


def render(feed: Feed) -> Iterator[str]:
    """The channel, then an item an entry."""
    yield _HEAD
    yield element("title", feed.title) + "\n"
    yield element("link", feed.home) + "\n"
    yield element("description", feed.title) + "\n"
    yield element("language", LANGUAGE.lower()) + "\n"
    yield element("lastBuildDate", _time(feed.updated)) + "\n"
    yield element("atom:link", rel="self", type="application/rss+xml", href=feed.address + SUFFIX) + "\n"
    for entry in feed.entries:
        yield "\n".join(("<item>", *_lines(entry), "</item>\n"))
    yield "</channel>\n</rss>\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield element("title", entry.title)
    if entry.url:
        yield element("link", entry.url)
    yield element("guid", entry.id, isPermaLink="false")
    yield element("pubDate", _time(entry.published))
    yield element("atom:updated", format_time(entry.updated) or "")
    yield from (element("dc:creator", author) for author in entry.authors)
    yield from (element("category", category.label, domain=category.scheme) for category in entry.categories)
    # A description is HTML. Readers take the first text that they know, so it stands before the whole one.
    yield element("description", escape(entry.summary, quote=False))
    yield element("content:encoded", entry.content)


def _time(when: datetime) -> str:
    """RFC 822 as RSS wants it: Thu, 05 Mar 2026 09:12:00 +0800."""
    return format_datetime(when.astimezone(SHANGHAI))
