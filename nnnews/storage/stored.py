"""What reads give back: frozen, plain, complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, datetime
from typing import Any, Literal

from nnnews.items import Article
from nnnews.revisions import FigureChange, Piece

State = Literal["fine", "uneasy", "broken", "silent", "blocked", "unknown"]
STATES: tuple[State, ...] = ("broken", "blocked", "silent", "uneasy", "unknown", "fine")
"""The worst first."""
NETWORK = "*network"  # stands for a site where many fail at once


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
    """An article with what the store knows about it.

    `updated` is when its title or text last changed in a way that is news; `withdrawn` is when its site had taken it
    back, None while it stands. `reader` is the version of the reader (revisions.reader) that the article is from.
    """

    id: int
    article: Article
    first_seen: datetime
    updated: datetime
    appearances: tuple[Appearance, ...] = ()
    withdrawn: datetime | None = None
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of an article. `number` rises over all articles and is never given twice.

    `title` and `text` hold all pieces of the old and the new one; empty for a withdrawal and a restoration. `note`
    says why a boring edit is one, what was met in place of the article, or why an edit is not told.
    """

    number: int
    article_id: int
    at: datetime
    event: Literal["edited", "withdrawn", "restored"]
    kind: Literal["real", "boring"]
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    figures: tuple[FigureChange, ...]
    note: str


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


@dataclass(frozen=True, slots=True)
class Health:
    """How a site (`field` empty) or one of its fields does, in the spell that began with the run `run_id`.

    `site` is NETWORK for what befalls many sites at once. `field` is one of `nnnews.tally.FIELDS`. `reason` says in
    English what was seen; `measure` names what was counted, and `observed` and `expected` are its newest values: shares
    of 0 to 1, numbers of links or articles, characters. `scores` is the evidence so far by measure, the monitor's own.
    """

    site: str
    field: str
    state: State
    since: datetime
    run_id: int
    reason: str = ""
    measure: str = ""
    observed: float | None = None
    expected: float | None = None
    scores: Mapping[str, Any] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Transition:
    """A spell that began, and the one it followed; None when nothing was known before."""

    before: Health | None
    after: Health


@dataclass(frozen=True, slots=True)
class SiteDay:
    """What the runs of one day gave, the day in Asia/Shanghai. `runs` are those that were judged and did not fail.

    `learned` holds counters by name, and sums of measures with how often they were taken.
    """

    site: str
    day: date
    runs: int = 0
    new: int = 0
    last_success: datetime | None = None
    learned: Mapping[str, Any] = dataclass_field(default_factory=dict)
