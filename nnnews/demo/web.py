"""What the practice server knows of the web: addresses, the answers to them, and what was planted where."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import urlsplit

from nnnews.demo.truth import Copy, Planted, Story

HTML = "text/html; charset=utf-8"
BARE_HTML = "text/html"  # a server that declares no charset
JSON = "application/json; charset=utf-8"
XML = "text/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer, complete. `raw` stands for all of it, as the chunks that are sent before the line is cut."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    raw: Iterable[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """What stands at an address; a `location` makes it a redirect."""

    body: bytes
    type: str = HTML
    modified: datetime | None = None
    location: str | None = None

    def answer(self, headers: Mapping[str, str]) -> Answer:
        """200, or 304 when the client's validators still hold, or the redirect."""
        if self.location:
            return Answer(302, {"Location": self.location, "Content-Type": HTML}, b"")
        tag = f'"{hashlib.sha1(self.body, usedforsecurity=False).hexdigest()[:16]}"'
        validators = {"ETag": tag}
        if self.modified:
            validators["Last-Modified"] = format_datetime(self.modified.astimezone(UTC), usegmt=True)
        if _still_valid(headers, validators):
            return Answer(304, validators, b"")
        return Answer(200, {"Content-Type": self.type, **validators}, self.body)


def _still_valid(headers: Mapping[str, str], validators: Mapping[str, str]) -> bool:
    """If-None-Match wins over If-Modified-Since (RFC 9110, 13.2.2); the date must be the one we gave."""
    asked = {name.lower(): value for name, value in headers.items()}
    if tags := asked.get("if-none-match"):
        return validators["ETag"] in (tag.strip() for tag in tags.split(","))
    return "Last-Modified" in validators and asked.get("if-modified-since") == validators["Last-Modified"]


Handler = Callable[[str], Resource | None]
"""Answers by query string: search pages and list interfaces. None means that nothing is there."""


@dataclass(slots=True)
class SiteMap:
    """All addresses (`host` + `path`, no scheme) of the practice web, and the record of what they carry."""

    resources: dict[str, Resource] = field(default_factory=dict)
    handlers: dict[str, Handler] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    _originals: dict[str, tuple[Story, Copy]] = field(default_factory=dict)
    _copies: dict[str, list[Copy]] = field(default_factory=dict)

    def page(self, address: str, html: str, modified: datetime | None = None) -> None:
        """An ordinary UTF-8 page."""
        self.resources[address] = Resource(html.encode(), HTML, modified)

    def file(self, address: str, body: bytes, type_: str, modified: datetime | None = None) -> None:
        """Bytes of another kind or charset."""
        self.resources[address] = Resource(body, type_, modified)

    def redirect(self, address: str, location: str) -> None:
        """A 302."""
        self.resources[address] = Resource(b"", location=location)

    def trouble(self, address: str, kind: str) -> None:
        """Notes that the address is linked and gives no article; `kind` is the problem to be counted."""
        self.troubles[address] = kind

    def plant(self, story: Story, page: Copy) -> None:
        """Notes that a page carries the story."""
        if page.kind == "original":
            self._originals[story.id] = (story, page)
        else:
            self._copies.setdefault(story.id, []).append(page)

    def planted(self) -> tuple[Planted, ...]:
        """In the order of planting."""
        return tuple(
            Planted(story, original, tuple(self._copies.get(story.id, ())))
            for story, original in self._originals.values()
        )

    def stories(self, site: str) -> list[Story]:
        """The stories whose original stands on `site`, newest first: for other sites to repost."""
        own = [story for story, copy in self._originals.values() if copy.key.startswith(f"{site}/")]
        return sorted(own, key=lambda story: story.published, reverse=True)

    def find(self, host: str, path: str) -> Resource | None:
        """The resource at `path`; a query that nobody handles is ignored, as web servers do for files."""
        parts = urlsplit(path)
        address = host + parts.path
        if handler := self.handlers.get(address):
            return handler(parts.query)
        return self.resources.get(address)
