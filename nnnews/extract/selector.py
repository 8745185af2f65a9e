"""CSS selectors as compiled XPath. A selector of a group whose class or id the page does not have is not tried.

Sites list what their boxes were ever called: to look for a name in the bytes takes a tenth of the time of a search
through the tree (`div.content, .article-content, div.aborder` on a page of 50 kB: 0.45 ms without, 0.06 ms with it).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree
from parsel.csstranslator import HTMLTranslator

from nnnews.extract.anchor import Anchor, split_anchor
from nnnews.extract.document import Document
from nnnews.extract.tree import nodes

_NAME = re.compile(r"[.#]([\w-]+)")
_INVOLVED = frozenset("([\\\"'")  # not(.a), [href=".b"]: a name in it need not be on the page
_BY_CLASS = re.compile(
    r"^(descendant-or-self::[\w*-]+)\[@class and (?:contains\(@class, '[^']+'\) and )?"
    r"contains\(concat\(' ', normalize-space\(@class\), ' '\), ' ([^' ]+) '\)\]"
)
_WORD_OF = "contains(concat(' ', normalize-space(.), ' '), "
_BY_ID = re.compile(r"^(descendant-or-self::[\w*-]+)\[@id = '([^']+)'\]")


class _Part(NamedTuple):
    """One selector of a group, and a class or id without which it finds nothing; empty where it needs none."""

    path: str
    name: bytes
    anchor: Anchor | None
    onward: str  # the path from the anchor on; empty where the anchor is wanted itself


def is_hopeless(css: str, document: Document) -> bool:
    """Whether the page surely has nothing that the selectors find."""
    return not any(document.mentions(part.name) for part in _parts(css))


def select(css: str, document: Document) -> list[etree._Element | str]:
    """What the selectors find, in the order of the page. Raises cssselect's SelectorError for a malformed one."""
    hopeful = [part for part in _parts(css) if _is_hopeful(part, document)]
    found = [hits for part in hopeful if (hits := _find(part, document))]
    if len(found) > 1:
        return nodes(_compiled(" | ".join(part.path for part in hopeful)), document.root)
    return found[0] if found else []


def _is_hopeful(part: _Part, document: Document) -> bool:
    """Whether it is worth a search through the tree, or needs none."""
    known = part.anchor is not None and document.knows(part.anchor.tag, part.anchor.attribute)
    return known or document.mentions(part.name)


def _find(part: _Part, document: Document) -> list[etree._Element | str]:
    if not part.anchor or (anchors := _anchors(part.anchor, document)) is None:
        return nodes(_compiled(part.path), document.root)
    if not part.onward or not anchors:
        return [*anchors]
    # Anchors may stand in one another: what they hold is put in order, each once, by libxml2.
    onward, start = (part.onward, anchors[0]) if len(anchors) == 1 else (part.path, document.root)
    return nodes(_compiled(onward), start)


def _anchors(anchor: Anchor, document: Document) -> list[etree._Element] | None:
    """The elements that a selector begins at; None where the tree has to be asked for those of any tag.

    Most names stand on a `div`. When the divs account for each time that the page mentions it, nothing else has it.
    """
    tag, attribute, stem, fits = anchor
    held = document.holding("div" if tag == "*" else tag, attribute)
    fitting = [(value, element) for value, element in held if stem in value and fits(value)]
    if tag == "*":
        shown = sum(value.count(stem) for value, _ in fitting)
        if not shown or shown != document.decoded.data.count(stem.encode()):
            return None
    return [element for _, element in fitting]


def quicker(path: str) -> str:
    """The same path, asking the attributes for their element: libxml2 takes half the time it needs the other way."""
    by_class = _BY_CLASS.sub(rf"\1/@class[contains(., '\2') and {_WORD_OF}' \2 ')]/..", path)
    return _BY_ID.sub(r"\1/@id[. = '\2']/..", by_class)


@lru_cache(maxsize=4096)
def _parts(css: str) -> tuple[_Part, ...]:
    return tuple(map(_part, _apart(css)))


def _part(css: str) -> _Part:
    path = HTMLTranslator().css_to_xpath(css)
    name = _needed(css)
    anchor, rest = split_anchor(path) or (None, "")
    if anchor and anchor.tag == "*" and not name:  # a value that is no plain name may be written with references
        anchor = None
    return _Part(quicker(path), name, anchor, f"self::*{rest}" if rest else "")


def _apart(css: str) -> Iterator[str]:
    yield from [css] if _INVOLVED.intersection(css) else css.split(",")


def _needed(css: str) -> bytes:
    """The longest name, as the least frequent; a selector of elements only needs none."""
    return b"" if _INVOLVED.intersection(css) else max(_NAME.findall(css), key=len, default="").encode()


@lru_cache(maxsize=4096)
def _compiled(path: str) -> etree.XPath:
    # Neither option is used by a translated selector, and both cost time at every call.
    return etree.XPath(path, regexp=False, smart_strings=False)
