"""What a page is read as: lines of text in order, and the boxes they stand in."""

from dataclasses import dataclass, field

from lxml import etree

from nnnews.extract.decode import LOST
from nnnews.items import Script
from nnnews.text.normalise import normalise


@dataclass(slots=True)
class Line:
    """One line as shown. `links` counts its characters inside `<a>`; `box` is the index of its innermost box."""

    text: str
    box: int
    links: int = 0
    noise: int = 0  # index of the noise box (share bar, comments, related links) around it, 0 for none
    apart: str = ""  # with a space at each edge of an inline tag, for fields that only their tags divide
    weight: float = 0.0  # see weigh


@dataclass(slots=True)
class Box:
    """One block-level element and the half-open range of lines in it; `depth` counts the boxes around it."""

    element: etree._Element
    tag: str
    hint: str  # its class and id
    start: int
    end: int = 0
    parent: int = 0
    depth: int = 0
    known: bool = False


@dataclass(slots=True)
class Reading:
    """The lines of a page, its boxes (outermost first), and the ranges between known comments."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)  # the enpproperty comments
    images: list[tuple[int, int, etree._Element]] = field(default_factory=list)  # (lines before it, noise, the <img>)
    times: list[tuple[int, str]] = field(default_factory=list)  # (lines before it, <time datetime>)
    sources: list[tuple[int, str]] = field(default_factory=list)  # (lines before it, text of an element so called)
    cut: bool = False
    folded: bool = False  # the style hides a box
    hidden: int = 0  # characters of prose in such boxes
    script: Script = "simplified"

    def normalise(self) -> None:
        """Puts all lines in clean Simplified Chinese, together: the script is a matter of the page, not of a line."""
        if not self.lines:
            return
        divided = [line for line in self.lines if line.apart]
        found = normalise("\n".join([*(line.text for line in self.lines), *(line.apart for line in divided)]))
        self.script = found.script
        texts = found.text.replace("\ufffd", LOST).split("\n")
        for line, text in zip(self.lines, texts, strict=False):
            line.text = text
        for line, text in zip(divided, texts[len(self.lines) :], strict=True):
            line.apart = text


def in_simplified(text: str, script: Script) -> str:
    """A field of a page in this script, as the page's lines are put."""
    return text if script == "simplified" else normalise(text).text.replace("\n", " ")
