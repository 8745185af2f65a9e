"""The truth of the practice portal: what every planted article says, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from nnnews.items import Person, Qualifier, Script

Kind = Literal["original", "repost", "mirror"]


@dataclass(frozen=True, slots=True)
class FigureTruth:
    """A number as printed, in the sense of `nnnews.items.Figure`: 万 and 亿 multiplied into the value."""

    text: str
    value: float
    unit: str
    qualifier: Qualifier
    value_max: float | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """An invented article. `lead` opens the first paragraph, or stands above it when it ends in a line feed; `tail`
    ends the last paragraph, `editor` is a line of its own. None of the three belongs to the text."""

    id: str
    genre: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    source: str
    congress: bool
    district: str | None = None
    figures: tuple[FigureTruth, ...] = ()
    byline: tuple[Person, ...] = ()
    lead: str = ""
    tail: str = ""
    editor: str = ""

    @property
    def text(self) -> str:
        """The clean body, as the store must hold it."""
        return "\n".join(self.paragraphs)

    @property
    def keywords(self) -> tuple[str, ...]:
        """What the editors file it under; a site's search finds them, too."""
        return ("南宁", *(["人大"] if self.congress else []), *([self.district] if self.district else []))

    def mentions(self, word: str) -> bool:
        """Whether a search for the word finds it; one for nothing finds nothing."""
        return bool(word) and any(word in field for field in (self.title, self.text, *self.keywords))

    def printed(self) -> tuple[str, ...]:
        """The body's lines as a page shows them: credits in their places."""
        body = f"{self.lead}{self.text}{self.tail}"
        return tuple(body.split("\n")) + ((self.editor,) if self.editor else ())


@dataclass(frozen=True, slots=True)
class Copy:
    """A page that carries the text of a story under a key of its own."""

    key: str
    url: str
    title: str
    kind: Kind = "original"
    script: Script = "simplified"


@dataclass(frozen=True, slots=True)
class Planted:
    """A story and all its pages: the original first, then every copy whose normalised text is equal."""

    story: Story
    original: Copy
    copies: tuple[Copy, ...] = ()

    @property
    def key(self) -> str:
        """`site/id` of the original."""
        return self.original.key

    @property
    def site(self) -> str:
        """The site of the original."""
        return self.key.partition("/")[0]

    @property
    def keys(self) -> frozenset[str]:
        """Every key under which the story may be met; the store must hold exactly one of them as a story."""
        return frozenset(copy.key for copy in (self.original, *self.copies))


@dataclass(frozen=True, slots=True)
class Expected:
    """What a whole crawl must end with. `problems` counts the bad addresses by kind: http-404, blocked …"""

    stories: int
    copies: int
    problems: Mapping[str, int] = field(default_factory=dict)
