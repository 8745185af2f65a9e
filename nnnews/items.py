"""The nouns: what is fetched, and what is read out of it.

All are frozen and plain. Times are aware; a `published` time is in Asia/Shanghai, a `fetched` time in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

Role = Literal["reporter", "correspondent", "author", "contributor", "photographer", "editor"]
Script = Literal["simplified", "traditional", "mirror-pinyin"]
Precision = Literal["second", "minute", "day"]
Qualifier = Literal["exact", "over", "under", "about", "range"]
Method = Literal["layout", "generic"]

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a server as it came: the hinge between network, archive and tests."""

    url: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: datetime | None = None
    status: int = 200

    def header(self, name: str) -> str:
        """The header's value, whatever the case of its name; empty when absent."""
        wanted = name.lower()
        return next((value for key, value in self.headers.items() if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody credited for the article."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the gazetteer named in the article; `code` is None for a place outside it."""

    code: str | None
    name: str
    level: str
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit. `article.text[start:end] == text`; 万 and 亿 are multiplied into the value."""

    text: str
    start: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    qualifier: Qualifier
    subject: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Congress:
    """Whether the article is about a people's congress (人大), how surely (0 to 1), and which of its work."""

    relevant: bool = False
    score: float = 0.0
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article; its caption is kept here and never in the text."""

    url: str
    caption: str | None = None
    photographer: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document the article links to (pdf, doc, xls …)."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Words that the byline or the source was read from, and the rule that read them."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from a page. The steps of `reading.py` fill it in their order.

    `key` names the article wherever it is met (site and the platform's id, else the canonical URL).
    `text` is the clean body in Simplified Chinese, paragraphs joined by a line feed.
    `info` holds the credit lines found outside the body, as the byline reader wants them; `credits` what it read them
    and those of the body by. Both are not published.
    """

    key: str = ""
    url: str | None = None
    site: str | None = None
    layout: str | None = None
    method: Method = "generic"
    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    published: datetime | None = None
    published_precision: Precision | None = None
    source: str | None = None
    byline: tuple[Person, ...] = ()
    script: Script = "simplified"
    text: str = ""
    removed: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    district: str | None = None
    figures: tuple[Figure, ...] = ()
    congress: Congress = field(default_factory=Congress)
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    credits: tuple[CreditLine, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Whether a further page of it could not be had; `problems` then say `part 2: ...`."""
        return any(problem.startswith("part ") for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Problem:
    """An address that answered with no article, or not at all. `kind` is PageError.kind or `http-404` and the like."""

    key: str
    url: str
    site: str
    kind: str
    reason: str
