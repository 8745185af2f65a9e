"""The element that a selector begins at: `div.text` of `div.text > p`.

The elements of a tag are looked through once a page, and each class or id is then found in a list. A search through
the tree for each selector would take as long as the parsing (12 selectors on a page of 600 elements: 0.35 ms).
"""

import re
from collections.abc import Callable
from functools import partial
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_ANCHOR = re.compile(
    r"descendant-or-self::(?P<tag>[\w-]+|\*)\[(?:"
    r"@class and (?:contains\(@class, '[^']+'\) and )?"
    r"contains\(concat\(' ', normalize-space\(@class\), ' '\), ' (?P<word>[^' ]+) '\)"
    r"|@(?P<attribute>[\w-]+) = '(?P<value>[^']+)'"
    rf"|translate\(@(?P<folded>[\w-]+), '{ascii_uppercase}', '{ascii_lowercase}'\) = '(?P<lower>[^']+)')\]"
)
_BLANK = re.compile(r"[ \t\r\n]+")  # as XPath knows it
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)


class Anchor(NamedTuple):
    """A tag or `*`, and which value its attribute must have; no value fits that does not hold `stem`."""

    tag: str
    attribute: str
    stem: str
    fits: Callable[[str], bool]


def split_anchor(path: str) -> tuple[Anchor, str] | None:
    """The anchor of a translated selector and the path on from it; None for one that begins otherwise."""
    found = _ANCHOR.match(path) if " | " not in path else None
    if not found:
        return None
    if word := found["word"]:
        anchor = Anchor(found["tag"], "class", word, partial(_has_word, word))
    elif lower := found["lower"]:
        anchor = Anchor(found["tag"], found["folded"], "", partial(_is_folded, lower))
    else:
        anchor = Anchor(found["tag"], found["attribute"], found["value"], found["value"].__eq__)
    return anchor, path[found.end() :]


def _has_word(word: str, value: str) -> bool:
    return word == value or word in _BLANK.split(value)


def _is_folded(lower: str, value: str) -> bool:
    return value.translate(_LOWER) == lower
