"""What reads give back: frozen, plain, complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nnnews.items import Article


@dataclass(frozen=True, slots=True)
class Appearance:
    """Another place where the text of an article was met."""

    key: str
    url: str | None
    site: str | None
    title: str | None
    source: str | None
    published: datetime | None
    script: str
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with what the store knows about it. `updated` is when its title or text last changed."""

    id: int
    article: Article
    first_seen: datetime
    updated: datetime
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the whole store."""

    articles: int
    copies: int
    relevant: int


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """Of one site; `addresses` counts the URL memory by state."""

    articles: int
    copies: int
    problems: int
    addresses: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SiteRun:
    """One site in one run."""

    site: str
    verdict: str
    counts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `finished` is None while it goes on, and for ever when it was killed."""

    id: int
    started: datetime
    finished: datetime | None
    verdict: str | None
    sites: tuple[SiteRun, ...]
