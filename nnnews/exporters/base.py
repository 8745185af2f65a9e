"""What a feed holds, the same for every format, and the interface of a format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from urllib.parse import quote

from nnnews.exporters.content import as_html
from nnnews.exporters.difference import MARKS, notice
from nnnews.exporters.markup import clean, web_address
from nnnews.items import Article
from nnnews.storage.revisions import Revised
from nnnews.storage.stored import Revision, StoredArticle

LANGUAGE = "zh-CN"
_SUMMARY = 80  # characters
_PLAIN = "/:?@!$&'()*+,;="  # stands as it is in a tag: URI (RFC 4151 takes the characters of RFC 3986)
_WRITERS = frozenset({"reporter", "correspondent", "author", "contributor"})


@dataclass(frozen=True, slots=True)
class Category:
    """What the entry is about; `scheme` is the URI of the list that the label is from."""

    scheme: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One story as all formats tell it, free of what XML cannot hold.

    `id` is a tag: URI for ever; `content` is HTML. `revision` counts the changes of its text, the withdrawals and
    restorations so far; `became` is the one that the entry is of, in the feed of updates.
    """

    id: str
    url: str | None
    title: str
    summary: str
    content: str
    author: str | None
    categories: tuple[Category, ...]
    published: datetime
    updated: datetime
    image: str | None
    stored: StoredArticle
    revision: int = 0
    retracted: bool = False
    became: Revision | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its entries newest first; they may be asked for more than once.

    `address` is where this file is published, without the format's suffix. `previous` is the archive document before
    this one and `current` the feed that this archive document belongs to (RFC 5005), without suffix too.
    """

    id: str
    title: str
    home: str
    address: str
    updated: datetime
    entries: Iterable[Entry]
    previous: str | None = None
    current: str | None = None


class Format(Protocol):
    """A feed format: a module with these names."""

    SUFFIX: str
    MEDIA_TYPE: str

    def render(self, feed: Feed) -> Iterator[str]:
        """The file's text in pieces, the same for the same feed."""


def entry(stored: StoredArticle, authority: str, revised: Revised | None = None) -> Entry:
    """The entry of a story, shown as an article. `authority` is the domain and date of a tag: URI (RFC 4151)."""
    stored = _stub(stored) if stored.withdrawn else stored
    article, withdrawn = stored.article, stored.withdrawn
    return Entry(
        id=tag(authority, article.key),
        url=web_address(article.url),
        title=(MARKS["withdrawn"] if withdrawn else "") + shown_title(article),
        summary=notice(withdrawn) if withdrawn else clean(article.text).partition("\n")[0][:_SUMMARY],
        content=as_html(stored),
        author=_author(article),
        categories=tuple(_categories(article, authority)),
        published=article.published or stored.first_seen,
        updated=max(stored.updated, revised.at) if revised else stored.updated,
        image=next(filter(None, (web_address(image.url) for image in article.images)), None),
        stored=stored,
        revision=revised.times if revised else 0,
        retracted=withdrawn is not None,
    )


def shown_title(article: Article) -> str:
    """On one line."""
    return " ".join(clean(article.title or "").split())


def tag(authority: str, key: str) -> str:
    """The id of an article in all data, and of the story that it is the first of in all feeds, for ever."""
    return f"tag:{authority}:article/{quote(key, safe=_PLAIN)}"


def _stub(stored: StoredArticle) -> StoredArticle:
    """What is left of a withdrawn article: who published what, where and when."""
    return replace(stored, article=replace(stored.article, text="", figures=(), images=(), attachments=()))


def _author(article: Article) -> str | None:
    """Who wrote it; the outlet when nobody is named. One name for all: many readers show one author only."""
    names = dict.fromkeys(person.name for person in article.byline if person.role in _WRITERS)
    return clean("、".join(names) or article.source or "") or None


def _categories(article: Article, authority: str) -> Iterator[Category]:
    if article.district:
        yield Category(f"tag:{authority}:district", clean(article.district))
    for topic in article.congress.topics:
        yield Category(f"tag:{authority}:topic", clean(topic))
