"""Articles on more than one page: the address of the next part, and the parts put together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from nnnews.extract.document import Document
from nnnews.extract.media import resolve
from nnnews.extract.tree import words
from nnnews.items import Article, Page

_NEXT = re.compile(r"[\s\[【(（<«]*(?:下一?页|下页|后一页|next(?:\s*page)?)[\s\]】)）>»]*", re.I)
_STEM = re.compile(r"^(.*?)(?:[_-](\d{1,2}))?(\.s?html?|\.jsp|\.aspx?|\.php)?$", re.S)
_NUMBERS = ("pageno", "page", "p", "pn", "pageindex", "currpage", "curpage")
_MOST_PARTS = 50


def next_part(page: Page) -> str | None:
    """The address of the article's next part: a link 下一页, or a link with the next number, to the same article."""
    stem, part = numbered(page.url)
    if not _names(page.body, part + 1):
        return None
    document = Document(page)
    wanted = (stem, part + 1)
    for link in document.root.iter("a"):
        url = resolve(document, (link.get("href") or "").strip())
        if url and part < _MOST_PARTS and numbered(url) == wanted and _leads_on(words(link), part + 1):
            return url
    return None


def _names(body: bytes, part: int) -> bool:
    """Whether an address with this number is among the bytes; most articles have one part and are parsed once."""
    wide = b"\0" in body[:100]  # UTF-16
    # Beginning with the number itself, the search goes through the page at the speed of a search for a byte.
    pattern = rb"%d[.\"'\s>?#&](?s:(?<=[_=-]%d.)|(?<=[_=-]0%d.))" % (part, part, part)
    return wide or re.search(pattern, body) is not None


def _leads_on(shown: str, part: int) -> bool:
    return _NEXT.fullmatch(shown) is not None or shown.strip("[]【】()") == str(part)


def numbered(url: str) -> tuple[str, int]:
    """The address of the whole article and the part's number, from 1: `-2.shtml`, `_2.htm`, `?pageno=2`."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a host that is none
        return url, 1
    asked = dict(parse_qsl(parts.query)) if parts.query else {}
    numbers = [asked.pop(name) for name in list(asked) if name.lower() in _NUMBERS and asked[name].isdecimal()]
    rest = "&".join(f"{name}={value}" for name, value in sorted(asked.items()) if name != "remains")
    found = _STEM.match(parts.path)
    if not numbers and found and found[2]:
        return f"{parts.netloc}{found[1]}{found[3] or ''}?{rest}", int(found[2])
    return f"{parts.netloc}{parts.path}?{rest}", int(numbers[0][:4]) if numbers else 1


def join_parts(parts: Sequence[Article]) -> Article:
    """The article of its parts in order; the first says who, when and where, all add text, pictures and credits."""
    first = parts[0]
    seen: list[str] = []
    for part in parts:
        lines = part.text.split("\n")
        overlap = lines[0] == part.title and len(parts) > 1 and bool(seen)
        seen += lines[1:] if overlap else lines
    return replace(
        first,
        text="\n".join(seen),
        images=tuple(dict.fromkeys(image for part in parts for image in part.images)),
        attachments=tuple(dict.fromkeys(found for part in parts for found in part.attachments)),
        info=tuple(dict.fromkeys(line for part in parts for line in part.info)),
        removed=tuple(line for part in parts for line in part.removed),
        problems=tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
    )
