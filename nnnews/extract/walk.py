"""The one walk over a page's tree, in document order.

`<br>`, table cells and every block-level tag end a line; inline tags do not, so a date or a name that is split over
`<font>` or `<em>` comes out whole. What a reader never sees (hidden boxes, form fields, scripts) leaves no line.
Everything after this works on the lines and hardly touches the tree again.
"""

import re
from collections.abc import Iterable
from itertools import chain, islice

from lxml import etree

from nnnews.extract.lines import Box, Line, Reading
from nnnews.extract.marks import comment_edge, is_known, is_noise, names_source
from nnnews.extract.visible import UNSEEN, is_hidden
from nnnews.extract.wrapping import shown

MAX_ELEMENTS = 60_000  # real pages have up to 8,000

_INLINE_TAGS = """
    a abbr acronym b bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike
    strong sub sup time tt u var wbr nobr html
    o:p st1:chsdate st1:chmetcnv st1:personname st1:place st1:city st1:country-region st1:givenname st1:sn
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_PLAIN = frozenset(("p", "li", "dd", "dt", "tr"))
_EDGE = "\x1f"  # no page holds this control character: the decoder drops it
# One character is no field of its own: what an edge parts it from is its name, 编辑：莫秋<span>月]</span>.
_TORN = re.compile(rf"(?<=[\u3400-\u9fff]){_EDGE}+(?=[\u3400-\u9fff](?:[{_EDGE}\]】）)]|$))")
_LONGEST_BAR = 160  # characters
_PIECES = 12  # text nodes of an outlet's name
_LONGEST_LINK = 6  # lines; a card that leads to another article has a picture, a headline, a teaser, a date
_CLICKS = re.compile(r"(?:返回.{2,6}，)?查看更多|阅读(?:全文|原文)|展开全文|\[详细\]|返回.{0,6}首页\s*>*")


def read_lines(*roots: etree._Element, hidden: bool = False) -> Reading:
    """The lines below the roots, one after the other. With `hidden`, boxes that the style hides are read too."""
    walk = _Walk(hidden)
    for root in roots:
        walk.run(root)
    return walk.finish()


class _Walk:
    """State of the one walk over a tree."""

    def __init__(self, hidden: bool) -> None:
        self.reading = Reading()
        self.show_hidden = hidden
        self.stack: list[int] = []
        self.plain: list[bool] = []  # of each block that is open, whether it is a line and no box
        self.noise = 0
        self.cleared: list[tuple[int, int]] = []
        self.link = 0
        self.linked = 0  # lines begun in the link that is open
        self.opened: int | None = None
        self._clear()

    def _clear(self) -> None:
        self.parts: list[str] = []
        self.links = 0

    def run(self, root: etree._Element) -> None:
        """Reads one tree behind what was read before."""
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped: etree._Element | None = None
        for count, (event, node) in enumerate(walker):
            if event == "start":
                tag, names = node.tag, node.keys()
                hidden = bool(names) and not self.show_hidden and is_hidden(node, names)
                if (hidden or tag in UNSEEN) and node is not root:
                    self._count_hidden(node)
                    walker.skip_subtree()
                    skipped = node
                else:
                    self._start(node, tag, names)
                continue
            if event == "comment":
                self._comment(node)
            elif skipped is not None and node is skipped:
                self._past(node.tag)
                skipped = None
            else:
                self._end(node)
            if node is not root and (tail := node.tail):
                self._text(tail)
            if count > 2 * MAX_ELEMENTS:
                self.reading.cut = True
                break
        self._flush()

    def _count_hidden(self, node: etree._Element) -> None:
        if node.tag not in UNSEEN:
            self.reading.folded = True
            text = "".join(map(str, node.itertext()))
            self.reading.hidden += len(text) if text.count("。") > 1 else 0

    def _past(self, tag: str) -> None:
        """A hidden block still ends the line it stands after, unless it is inline."""
        if tag not in UNSEEN and tag not in _INLINE:
            self._flush()

    def _start(self, node: etree._Element, tag: str, names: list[str]) -> None:
        if tag == "br":
            self._flush()
        elif tag == "img":
            self.reading.images.append((len(self.reading.lines) + bool(self.parts), self.noise, node))
        elif tag not in _INLINE:
            # A paragraph or list item without a name is a line and no box: there are too many of them to keep.
            plain = tag in _PLAIN and "class" not in names and "id" not in names
            self.plain.append(plain)
            if plain:
                self._flush()
            else:
                self._open(node)
        else:
            self._inline(node, tag, names)
        if text := node.text:
            self._text(text)

    def _inline(self, node: etree._Element, tag: str, names: list[str]) -> None:
        self._edge()
        if tag == "a" and "href" in names:  # <a name="1"> is an anchor, not a link
            if (text := node.text) and _CLICKS.fullmatch(text.strip()):
                self._flush()
            self.link += 1
            self.linked = 0
        elif tag == "time" and (moment := node.get("datetime")):
            self.reading.times.append((len(self.reading.lines), moment))
        named = "class" in names or "id" in names
        if named and names_source(f"{node.get('class', '')} {node.get('id', '')}"):
            self._source(node)

    def _source(self, node: etree._Element) -> None:
        text = " ".join("".join(map(str, islice(node.itertext(), _PIECES))).split())
        if text:
            self.reading.sources.append((len(self.reading.lines), text))

    def _edge(self) -> None:
        if self.parts:
            self.parts.append(_EDGE)

    def _open(self, node: etree._Element) -> None:
        self._flush()
        boxes = self.reading.boxes
        identity, classes = node.get("id", ""), node.get("class", "")
        hint = f"{classes} {identity}".lower() if classes or identity else ""
        index = len(boxes)
        parent = self.stack[-1] if self.stack else 0
        box = Box(node, node.tag, hint, len(self.reading.lines), 0, parent, len(self.stack))
        box.known = is_known(node.tag, identity, classes)
        boxes.append(box)
        self.stack.append(index)
        if hint and names_source(hint):
            self._source(node)
        if box.known:
            # An article's own box clears the name of what is around it («page_share», «qgl_fontsize_box»).
            self.cleared.append((index, self.noise))
            self.noise = 0
        elif not self.noise and (node.tag == "figcaption" or (hint and is_noise(hint))):
            self.noise = index

    def _end(self, node: etree._Element) -> None:
        tag = node.tag
        if tag not in _INLINE:
            if tag in ("br", "img"):
                return
            if self.parts:
                self._flush()
            if not self.plain.pop():
                index = self.stack.pop()
                self.reading.boxes[index].end = len(self.reading.lines)
                if self.cleared and self.cleared[-1][0] == index:
                    self.noise = self.cleared.pop()[1]
                elif index == self.noise:
                    self.noise = 0
        else:
            self._edge()
            if tag == "a" and self.link and node.get("href") is not None:
                self.link -= 1

    def _text(self, text: str) -> None:
        if not self.parts and text.isspace():
            return
        self.parts.append(text)
        if self.link:
            self.links += len(text.strip())

    def _flush(self) -> None:
        if not self.parts:
            return
        raw = "".join(self.parts).strip()  # of edges too: Python counts them as white space
        if raw:
            box = self.stack[-1] if self.stack else 0
            divided = _EDGE in raw
            for text in self._shown(raw.replace(_EDGE, "") if divided else raw, box):
                apart = _divided(raw) if divided and len(text) <= _LONGEST_BAR else ""
                self.reading.lines.append(Line(text, box, min(self.links, len(text)), self.noise, apart))
                self.linked += bool(self.link)
            if self.linked > _LONGEST_LINK:
                self._unlink()
        self._clear()

    def _shown(self, raw: str, box: int) -> Iterable[str]:
        if self.stack and self.reading.boxes[box].tag == "pre":
            return chain.from_iterable(map(shown, raw.splitlines()))
        return shown(raw)

    def _unlink(self) -> None:
        """A link over many lines was never closed: what stands in it is text."""
        for line in self.reading.lines[-self.linked :]:
            line.links = 0
        self.link = self.linked = 0

    def _comment(self, node: etree._Element) -> None:
        text = node.text or ""
        if "enpproperty" in text:
            self.reading.comments.append(text)
            return
        edge = comment_edge(text)
        if edge == "start":
            self._flush()
            self.opened = len(self.reading.lines)
        elif edge == "end" and self.opened is not None:
            self._flush()
            self.reading.spans.append((self.opened, len(self.reading.lines)))
            self.opened = None

    def finish(self) -> Reading:
        """The reading, with the boxes closed that a cut walk left open."""
        for index in self.stack:
            self.reading.boxes[index].end = len(self.reading.lines)
        return self.reading


def _divided(raw: str) -> str:
    """The line with a space at each edge of an inline tag."""
    return " ".join(_TORN.sub("", raw).replace(_EDGE, " ").split())
