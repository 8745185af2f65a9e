"""What a reader of pages finds, whether by a site's layout or by the common rules, before it becomes an Article."""

from dataclasses import dataclass

from nnnews.extract.dates import Dated
from nnnews.items import Attachment, Image, Method, Script


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an article as one method read them. `lines` are the body, `info` the credit lines around it."""

    title: str | None
    lines: tuple[str, ...]
    info: tuple[str, ...] = ()
    kicker: str | None = None
    subtitle: str | None = None
    published: Dated | None = None
    source: str | None = None
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    layout: str | None = None
    method: Method = "generic"
    script: Script = "simplified"
    problems: tuple[str, ...] = ()
