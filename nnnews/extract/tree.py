"""Text → a parsed tree whose size and depth are bounded, so that no page can hold up a run."""

from dataclasses import dataclass
from typing import cast

from lxml import etree

MAX_BYTES = 3_000_000  # of UTF-8; the longest real page seen has 1 million
_UNREAD = ("script", "style", "template", "noscript")
_TEXT = etree.XPath("string()", regexp=False, smart_strings=False)  # half the time of joining what itertext gives


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page: its root (None without markup and text), its JSON-LD scripts, and what had to be cut."""

    root: etree._Element | None
    linked_data: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def nodes(path: etree.XPath, root: etree._Element) -> list[etree._Element | str]:
    """What a compiled path that selects nodes, attributes or text finds; lxml's types allow numbers too."""
    return cast("list[etree._Element | str]", path(root))


def words(node: etree._Element | str) -> str:
    """All text of a node, white space folded."""
    text = node if isinstance(node, str) else cast(str, _TEXT(node))
    return " ".join(text.split())


def remove(node: etree._Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def _linked_data(root: etree._Element) -> list[etree._Element]:
    return [script for script in root.iter("script") if "ld+json" in script.get("type", "")]


def parse(data: bytes) -> Tree:
    """The tree of a page in UTF-8, without scripts and styles. Never raises: what libxml2 cannot follow is left out."""
    problems = () if len(data) <= MAX_BYTES else (f"page cut: {len(data)} bytes, {MAX_BYTES} are read",)
    source = data[:MAX_BYTES]
    # huge_tree: nesting up to 2,048; libxml2's ordinary 256 cuts old pages whose <font> is never closed.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, collect_ids=False)
    root = etree.fromstring(source, parser) if source.strip() else None
    if root is None:
        return Tree(None, (), problems)
    # Behind a </html> in mid-page (a header that was included whole) libxml2 begins a second tree beside the first.
    root.extend(list(root.itersiblings()))
    linked = tuple(script.text or "" for script in _linked_data(root)) if b"application/ld+json" in source else ()
    # Done in C, before anything walks the tree: a third of a portal's page is script.
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    return Tree(root, linked, problems)
