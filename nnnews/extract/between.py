"""What stands between headline and text, read by itself: the bar that a layout does not name."""

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from nnnews.extract.infobar import info_lines
from nnnews.extract.walk import read_lines

_MOST = 12  # boxes; a bar stands near the text


def bars_between(title: etree._Element | None, body: etree._Element) -> tuple[str, ...]:
    """The info bars from the box of the headline down to the text."""
    boxes = list(_before(title, body))[:_MOST]
    reading = read_lines(*reversed(boxes))
    reading.normalise()
    return tuple(text for _, text in info_lines(reading, 0, len(reading.lines)))


def _before(title: etree._Element | None, body: etree._Element) -> Iterator[etree._Element]:
    """The boxes before the text, the nearest first, up to the one that holds the headline."""
    around = set() if title is None else {title, *title.iterancestors()}
    for level in (body, *takewhile(lambda box: box not in around, body.iterancestors())):
        for box in level.itersiblings("*", preceding=True):
            yield box
            if box in around:
                return
