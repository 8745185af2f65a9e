"""What of a page its reader never sees: scripts, form fields, boxes hidden by style, class or attribute."""

import re
from functools import lru_cache

from lxml import etree

from nnnews.extract.marks import is_known

_TAGS = """
    script style noscript template iframe object embed param applet svg canvas select option textarea input
    button video audio source map area head title meta link base frameset frame datalist
"""
UNSEEN = frozenset(_TAGS.split())
_FOLDED = re.compile(
    r"hidden-content|(?:^|[\s_-])(?:fold|folded|unfold|rest|remain|more-?text|all-?content)(?:$|[\s_-])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,}", re.I)
_HIDDEN_CLASS = frozenset(("none", "hide", "hidden", "sr-only", "dn", "d-none", "displaynone", "yc"))


def is_hidden(node: etree._Element, names: list[str]) -> bool:
    """Whether the style of an element with attributes of these names hides it for good."""
    by_style = "style" in names and _hides(node.get("style", ""))
    if not (by_style or "hidden" in names or ("class" in names and node.get("class") in _HIDDEN_CLASS)):
        return False
    # WeChat hides its #js_content until a script has run, others fold the rest of a long text: «展开剩余60%».
    identity, classes = node.get("id", ""), node.get("class", "")
    return not is_known(node.tag, identity, classes) and not _FOLDED.search(f"{classes} {identity}")


@lru_cache(maxsize=4096)  # an editor writes the same style on every paragraph
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None
