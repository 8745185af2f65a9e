"""A page → its anchors, with absolute addresses and the words that lead there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from lxml.etree import _Element
from parsel import Selector

from nnnews.items import Page

Resolve = Callable[[str, str], str]
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_LINK = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|data:|about:|$)", re.I)
_SPACE = re.compile(r"\s+")
_CUT = re.compile(r"(?:…+|\.{3,}|\[详细\]|\[详情\])$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """An `a[href]` or `area[href]`: `text` is what a reader sees, `whole` its title attribute, else the text."""

    url: str
    text: str
    whole: str
    element: _Element

    @property
    def is_area(self) -> bool:
        """Part of an image map, which shows no words."""
        return self.element.tag == "area"

    @property
    def is_cut(self) -> bool:
        """Whether the title ends in an ellipsis."""
        return bool(_CUT.search(self.whole))


class Markup:
    """A page as text and as anchors; parsed when first asked for."""

    def __init__(self, page: Page, resolve: Resolve = urljoin) -> None:
        self.url = page.url
        self.text = read_text(page.body)
        self._resolve = resolve

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """All links but scripts, mail addresses and jumps within the page, in the order of the page."""
        return tuple(self._find_anchors()) if "<" in self.text else ()

    def _find_anchors(self) -> Iterator[Anchor]:
        root = Selector(text=self.text, type="html").root
        base = next((self.absolute(href) for href in root.xpath("//base/@href") if href.strip()), self.url)
        for element in root.iter("a", "area"):
            href = element.get("href", "")
            url = "" if _NO_LINK.match(href) else self.absolute(href, base)
            if url:
                text = _words(element)
                whole = _SPACE.sub(" ", element.get("title") or element.get("alt") or "").strip()
                yield Anchor(url, text, whole or text, element)

    def absolute(self, href: str, base: str = "") -> str:
        """The address that `href` means on this page; empty when it is malformed."""
        try:
            return self._resolve(base or self.url, href.strip())
        except ValueError:
            return ""


def read_text(body: bytes) -> str:
    """The bytes as text, well enough for addresses and a few words: UTF-8, else gb18030."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")


def _words(anchor: _Element) -> str:
    """The heading inside the anchor, if there is one, else all its text."""
    heading = next(anchor.iter(*_HEADINGS), anchor)
    return _SPACE.sub(" ", "".join(map(str, heading.itertext()))).strip()
