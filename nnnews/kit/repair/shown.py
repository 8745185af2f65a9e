"""A page as one string without white space, and where in it each element stands: known values are looked up there."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from nnnews.extract.document import Document
from nnnews.extract.lines import in_simplified
from nnnews.items import Page
from nnnews.kit.repair.evidence import squeeze

Span = tuple[int, int]
"""Half-open, in characters of `Shown.text`."""


class Shown:
    """Raises UndecodablePage, and BlockPage for an answer without any markup or text."""

    def __init__(self, page: Page) -> None:
        document = Document(page)
        self.page, self.head = page, document.head
        self.script = document.reading.script
        # Reading takes nothing out of the tree, but a layout's `drop` does: this tree is read by no layout.
        self.root = document.root
        self.spans: dict[etree._Element, Span] = {}
        pieces: list[str] = []
        self._walk(pieces)
        self.text = "".join(pieces)

    def _walk(self, pieces: list[str]) -> None:
        """Without recursion: pages nest two thousand deep."""
        place, opened = 0, {}
        walker = etree.iterwalk(self.root, events=("start", "end", "comment"))
        for event, element in walker:
            if event == "start":
                opened[element], text = place, element.text
                if element.tag == "head":  # its title is shown by the browser, not by the page
                    walker.skip_subtree()
                    text = None
            elif event == "end":
                self.spans[element], text = (opened.pop(element), place), element.tail
            else:
                text = element.tail
            if piece := self.clean(text or ""):
                pieces.append(piece)
                place += len(piece)

    def clean(self, text: str) -> str:
        """A text of the page as known values are written: Simplified, without white space."""
        return squeeze(self.simplified(text)) if text.strip() else ""

    def simplified(self, text: str) -> str:
        """A text of the page in Simplified Chinese."""
        return in_simplified(text, self.script)

    def of(self, element: etree._Element) -> str:
        """The text of an element."""
        start, end = self.spans[element]
        return self.text[start:end]

    def find(self, words: str) -> Iterator[Span]:
        """Every place where the words stand."""
        place = self.text.find(words) if words else -1
        while place >= 0:
            yield place, place + len(words)
            place = self.text.find(words, place + len(words))

    @cached_property
    def _starts(self) -> list[tuple[int, etree._Element]]:
        """The elements that show something, in the order of their first character."""
        shown = ((start, element) for element, (start, end) in self.spans.items() if end > start)
        return sorted(shown, key=lambda entry: entry[0])

    def around(self, span: Span, most: int) -> list[etree._Element]:
        """The elements that hold the span and no more than `most` characters, the innermost first."""
        last = bisect_left(self._starts, span[0] + 1, key=lambda entry: entry[0])
        first = bisect_left(self._starts, span[1] - most, key=lambda entry: entry[0])
        holders = [e for start, e in self._starts[first:last] if span[1] <= self.spans[e][1] <= start + most]
        return sorted(holders, key=lambda element: (self._length(element), -_depth(element)))

    def _length(self, element: etree._Element) -> int:
        start, end = self.spans[element]
        return end - start


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())
