"""What a site may declare, and what it gets for nothing."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of one article template stand, as CSS selectors (`::text` and `::attr()` allowed).

    `body` is the container: all text below it counts, less what `drop` selects. An empty selector means that
    the common rules find the field. `info` is a bar that holds several labelled fields (来源：… 时间：…).
    `until` is the last day on which the site used the template.
    """

    name: str
    body: str
    title: str = ""
    kicker: str = ""
    subtitle: str = ""
    published: str = ""
    source: str = ""
    author: str = ""
    editor: str = ""
    info: str = ""
    drop: str = ""
    until: date | None = None
