"""RSS 2.0, with the whole text in content:encoded (https://www.rssboard.org/rss-profile)."""

from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from html import escape

from nnnews.exporters.base import LANGUAGE, Entry, Feed
from nnnews.exporters.markup import element, inner
from nnnews.items import SHANGHAI
from nnnews.record import format_time

SUFFIX = ".rss.xml"
MEDIA_TYPE = "application/rss+xml"
_TTL = 60  # minutes until a reader may ask again
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:media="http://search.yahoo.com/mrss/">
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
    yield element("ttl", str(_TTL)) + "\n"
    yield element("atom:link", rel="self", type=MEDIA_TYPE, href=feed.address + SUFFIX) + "\n"
    for entry in feed.entries:
        yield "\n".join(("<item>", *_lines(entry), "</item>\n"))
    yield "</channel>\n</rss>\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield f"<title>{inner(entry.title)}</title>"
    if entry.url:
        yield f"<link>{inner(entry.url)}</link>"
    yield f'<guid isPermaLink="false">{inner(entry.id)}</guid>'
    yield f"<pubDate>{_time(entry.published)}</pubDate>"
    yield f"<atom:updated>{format_time(entry.updated)}</atom:updated>"
    if entry.author:
        yield f"<dc:creator>{inner(entry.author)}</dc:creator>"
    for category in entry.categories:
        yield f'<category domain="{escape(category.scheme)}">{inner(category.label)}</category>'
    if entry.image:
        yield f'<media:content url="{escape(entry.image)}" medium="image"/>'
    # A description is HTML. Readers take the first text that they know, so it stands before the whole one.
    yield f"<description>{inner(inner(entry.summary))}</description>"
    yield f"<content:encoded>{inner(entry.content)}</content:encoded>"


def _time(when: datetime) -> str:
    """RFC 822 as RSS wants it: Thu, 05 Mar 2026 09:12:00 +0800."""
    return format_datetime(when.astimezone(SHANGHAI))
