"""What a page says about itself where readers do not look: meta tags, JSON-LD, the enpproperty comment."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from nnnews.extract.tree import words

_TAG = re.compile(r"<[^<>]{0,200}>")
_PROPERTY = re.compile(r"<(?:founder-)?(title|introtitle|subtitle|date)>(.*?)</(?:founder-)?\1>", re.I | re.S)
_WECHAT = re.compile(rb"""\bvar ct ?= ?["'](\d{10})["']""")
_LINKED_FIELDS = ("headline", "datePublished", "articleBody", "publisher")
_LINKED_MOST = 200_000  # characters of JSON-LD that are worth parsing


@dataclass(frozen=True, slots=True)
class Head:
    """`meta` by lower-case name, property or itemprop; `linked` from JSON-LD; `enp` from Founder's comment."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    enp: dict[str, str] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The first of these meta values that says something."""
        return next((value for name in names if (value := self.meta.get(name, ""))), "")


def read_head(
    elements: Sequence[etree._Element],
    linked_data: Iterable[str] = (),
    comments: Iterable[str] = (),
    source: bytes = b"",
) -> Head:
    """Everything that `title` and `meta` elements, JSON-LD scripts and enpproperty comments declare, free of markup."""
    meta = _read_meta(elements)
    return Head(
        title=next((words(node) for node in elements if node.tag == "title"), ""),
        meta=meta | _read_script(source) if "微信" in meta.get("og:site_name", "") else meta,
        linked=_read_linked(linked_data),
        enp=_read_properties(comments),
    )


def bare(text: str) -> str:
    """A declared value without tags (editors paste `<div>` and `<br>` into titles) and with white space folded."""
    return " ".join((_TAG.sub("", text) if "<" in text else text).split())


def _read_meta(elements: Iterable[etree._Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in (one for one in elements if one.tag == "meta"):
        name = node.get("name") or node.get("property") or node.get("itemprop")
        if name and (value := bare(node.get("content", ""))):
            found.setdefault(name.strip().lower(), value)
    return found


def _read_script(source: bytes) -> dict[str, str]:
    """The moment that a WeChat article keeps in its script, seconds since 1970: its page shows none, or «昨天»."""
    found = _WECHAT.search(source)
    return {"script:ct": found[1].decode()} if found else {}


def _read_properties(comments: Iterable[str]) -> dict[str, str]:
    pairs = (pair for comment in comments for pair in _PROPERTY.findall(comment[:20_000]))
    found: dict[str, str] = {}
    for name, value in pairs:
        if text := bare(value):
            found.setdefault(name.lower(), text)
    return found


def _read_linked(scripts: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in (item for script in scripts for item in _items(script)):
        for name in _LINKED_FIELDS:
            value = item.get(name)
            if isinstance(value, dict):
                value = value.get("name")
            if isinstance(value, str) and value.strip():
                found.setdefault(name, value.strip())
    return found


def _items(script: str) -> Iterator[dict[str, object]]:
    """The objects of one script: itself, the members of a list, the members of `@graph`."""
    if len(script) > _LINKED_MOST:
        return
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):  # as often broken as right on Chinese portals
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (member for member in (graph if isinstance(graph, list) else ()) if isinstance(member, dict))
