"""What a redesign works on: a served page as a tree, and where the practice sites keep the parts of an article."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from lxml import etree, html

Step = Callable[["Served"], None]
"""One thing that a redesign does to a page."""

_DAY = re.compile(r"(20\d\d)[-年](\d\d)[-月](\d\d)日?(?:\s(\d\d):(\d\d))?")
_SOURCE = re.compile(r"[来來](?:\(\w+\))?源(?:\(\w+\))?：\s*([^\s　]+)")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")


@dataclass(frozen=True, slots=True)
class Places:
    """CSS of the parts of an article on the pages of one site, all its current templates together.

    `paper` is what a site that names no source would name.
    """

    title: str
    bar: str
    body: str
    paper: str = ""


PLACES = {
    "nnnews": Places("div.xiangqing_dabiaoti", "div.fxandtime, div.xq_info", "div.xiangqing_three_left:not(:empty)"),
    "nnrb": Places("#Title", "p.info", "#ozoom", "南宁日报"),
    "nnwb": Places("#Title", "p.info", "#ozoom", "南宁晚报"),
    "rmdbw": Places("#Title", "p.info", "#ozoom", "人民代表报"),
    "gxnews": Places("div.article > h1, td.title", "div.article-info, td.fs12", "div.article-content, td#artContent"),
    "gxrd": Places("div.art > h2", "p.a_inf", "div.content"),
    "gxrb": Places("div.bt > h1", "p.info", "#ozoom", "广西日报"),
    "nanning_gov": Places("div.article > h1", "div.bar", "div.view"),
}


@dataclass(slots=True)
class Served:
    """A page as it is being redesigned. `charset` is what it will be sent in."""

    root: html.HtmlElement
    places: Places
    charset: str

    @classmethod
    def read(cls, body: bytes, places: Places) -> "Served":
        """A page without a declared charset is GBK here, as on the practice 广西人大网."""
        declared = _CHARSET.search(body)
        charset = declared[1].decode() if declared else "gb18030" if not _is_utf8(body) else "utf-8"
        return cls(html.document_fromstring(body.decode(charset)), places, charset)

    def write(self) -> bytes:
        """The bytes to be sent."""
        text = etree.tostring(self.root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
        return str(text).encode(self.charset, "xmlcharrefreplace")

    def find(self, css: str) -> list[html.HtmlElement]:
        """Everything that the selector matches."""
        return list(self.root.cssselect(css))

    def first(self, css: str) -> html.HtmlElement | None:
        """The first match."""
        return next(iter(self.find(css)), None)

    @property
    def is_article(self) -> bool:
        """Whether the page shows an article in a template that the redesign is about."""
        return self.first(self.places.title) is not None and self.first(self.places.body) is not None

    @property
    def number(self) -> int:
        """A number of this page alone, equal whenever it is served."""
        return crc32(" ".join(self.root.text_content().split()).encode())

    @property
    def title(self) -> str:
        """The headline."""
        element = self.first(self.places.title)
        return "" if element is None else str(element.text_content()).strip()

    @property
    def bar(self) -> str:
        """The text of the info bar."""
        element = self.first(self.places.bar)
        return "" if element is None else str(element.text_content())

    @property
    def moment(self) -> datetime:
        """When the article was published, as the bar or the head says."""
        declared = " ".join(meta.get("content", "") for meta in self.find("meta[name=PubDate]"))
        year, month, day, hour, minute = _DAY.search(f"{self.bar} {declared}").groups()  # type: ignore[union-attr]
        return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))

    @property
    def source(self) -> str:
        """Whom the bar names as the source; else the paper itself."""
        found = _SOURCE.search(self.bar)
        return found[1] if found else self.places.paper


def fragment(markup: str) -> html.HtmlElement:
    """The element that the markup writes."""
    return html.fragment_fromstring(markup)


def inner(element: html.HtmlElement) -> str:
    """The markup inside an element."""
    parts = [element.text or "", *(str(etree.tostring(child, encoding="unicode", method="html")) for child in element)]
    return "".join(parts)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
