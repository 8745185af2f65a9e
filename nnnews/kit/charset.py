"""What a page says of its charset, in which places, and what it was read in."""

import re
from dataclasses import dataclass

from nnnews.extract.decode import declared_charsets, decode
from nnnews.items import Page

_NAME = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Charset:
    """The names as declared, empty where nothing is; `used` is the codec; `lost` characters no charset tells."""

    header: str
    meta: str
    mark: str
    used: str
    lost: int

    @property
    def conflict(self) -> str:
        """What was declared and not followed; empty when all agree."""
        told = {
            place: name for place, name in (("header", self.header), ("meta", self.meta), ("mark", self.mark)) if name
        }
        wrong = [f"{place} says {name}" for place, name in told.items() if _codec(name) not in (self.used, None)]
        return ", ".join(wrong)


def read_charset(page: Page) -> Charset:
    """Raises UndecodablePage for an answer that is no text."""
    decoded = decode(page)
    meta = _NAME.search(page.body[:_HEAD].decode("latin-1"))
    header = _NAME.search(page.header("content-type"))
    mark = next((name for bytes_, name in _MARKS.items() if page.body.startswith(bytes_)), "")
    return Charset(header[1] if header else "", meta[1] if meta else "", mark, decoded.charset, decoded.lost)


def _codec(name: str) -> str | None:
    """None for a name that says nothing, such as ISO-8859-1."""
    return next(iter(declared_charsets(f"charset={name}".encode())), None)
