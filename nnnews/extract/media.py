"""Pictures with their captions, and the documents an article links to."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import urljoin

from lxml import etree

from nnnews.byline import read_credits
from nnnews.extract.document import Document
from nnnews.extract.lines import Reading
from nnnews.extract.tree import words
from nnnews.items import Attachment, Image

_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|txt|csv)(?:[?#]|$)|[?&](?:filename|download)=", re.I
)
_SOURCES = ("data-original", "data-src", "data-lazy-src", "original", "oldsrc", "src")
_DECORATIONS = """
    icon logo arrow blank spacer loading grey pixel dot line button btn share ad
    ewm qrcode qr_code weixin weixpt wechat weibo sina qzone qqspace copylink ico_
"""
_DECORATION = re.compile(
    rf"(?:{'|'.join(_DECORATIONS.split())})[\w-]*\.(?:gif|png|jpe?g|svg)|\.svg|\.ico|1x1|/images?/icon"
)
_SMALL = 60  # pixels; below it a picture decorates
_CREDITED = re.compile(r"(?:摄影?|供图|图)[）)]?[。\s]*$")
_TAKEN = re.compile("[摄影图]")
_CAPTION_BOX = re.compile(
    r"caption|(?:img|pic|photo)_?(?:desc|title|info|text)|tuzhu|tushuo|left_pt|attachment|newspic"
)
_LONGEST_CAPTION = 200
_MOST = 100
_HEADED = re.compile(r"\W*(?:相关|文件|下载)?附件")
_LEVELS, _BEHIND, _OPENING = 2, 5, 6  # ancestors of the text, boxes behind each, texts at the head of a box


def find_attachments(document: Document, element: etree._Element) -> tuple[Attachment, ...]:
    """The documents linked below the text's element and in the boxes right behind it that say so, each once."""
    found: dict[str, Attachment] = {}
    behind = _attached(element) if document.decoded.may_show("附") else ()
    for link in chain.from_iterable(box.iter("a") for box in (element, *behind)):
        href = (link.get("href") or "").strip()
        if href and _DOCUMENT.search(href) and (url := resolve(document, href)):
            title = words(link) or link.get("title") or href.rpartition("/")[2]
            found.setdefault(url, Attachment(url, title))
    return tuple(found.values())[:_MOST]


def _attached(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes behind the text that open with the word: 附件：…, 相关附件, 附件下载."""
    for level in (element, *islice(element.iterancestors(), _LEVELS)):
        for box in islice(level.itersiblings("*"), _BEHIND):
            if _HEADED.match("".join(map(str, islice(box.itertext(), _OPENING)))):
                yield box


def find_images(document: Document, reading: Reading, start: int, end: int) -> tuple[Image, ...]:
    """The pictures that stand between two lines of the article, with the words that describe them."""
    found: dict[str, Image] = {}
    for place, noise, node in reading.images:
        if noise and not _CAPTION_BOX.search(reading.boxes[noise].hint):
            continue
        if start <= place <= end and (url := _address(document, node)):
            caption = _caption(reading, place) or _declared_caption(node)
            found.setdefault(url, Image(url, caption, photographer(caption)))
    return tuple(found.values())[:_MOST]


def photographer(caption: str | None) -> str | None:
    """Who took the picture, as its caption says: 本报记者 张三 摄."""
    people = read_credits((), (caption,)).people if caption and _TAKEN.search(caption) else ()
    return next((person.name for person in people if person.role == "photographer"), None)


def resolve(document: Document, href: str) -> str | None:
    """The absolute address of a link, or None for scripts, anchors and broken ones."""
    if href.startswith(("#", "javascript:", "data:", "about:", "mailto:")):
        return None
    try:
        url = urljoin(document.base, href)
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def _address(document: Document, node: etree._Element) -> str | None:
    source = next(
        (value for name in _SOURCES if (value := (node.get(name) or "").strip()) and not value.startswith("data:")), ""
    )
    if not source or _DECORATION.search(source.lower()) or _is_small(node):
        return None
    return resolve(document, source)


def _is_small(node: etree._Element) -> bool:
    sizes = (node.get("width", ""), node.get("height", ""))
    return any(size.isdecimal() and len(size) < 6 and int(size) < _SMALL for size in sizes)


def _caption(reading: Reading, place: int) -> str | None:
    """The line right behind a picture, when its box or a photographer at its end says what it is."""
    if place >= len(reading.lines):
        return None
    line = reading.lines[place]
    box = reading.boxes[line.box]
    marked = box.tag == "figcaption" or _CAPTION_BOX.search(box.hint) or _CREDITED.search(line.text)
    return line.text if marked and len(line.text) <= _LONGEST_CAPTION else None


def _declared_caption(node: etree._Element) -> str | None:
    """The alternative text, when it is a sentence about the picture and no file name."""
    text = " ".join((node.get("alt") or node.get("title") or "").split())
    return text[:_LONGEST_CAPTION] if len(text) > 4 and not text.isascii() else None
