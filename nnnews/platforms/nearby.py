"""The day that a list prints beside a link."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml.etree import XPath, _Element

# 2024-03-05, 2024/3/5, 2024.03.05, 2024年3月5日
_DAY = re.compile(r"(20\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_UNLINKED = XPath(".//text()[not(ancestor::a)]")
_CLIMB = 5  # ancestors looked at; a list item is seldom deeper
_ANCHORS = 4  # anchors of one article looked at: picture, title, summary, [详细]


def find_days(keys: Mapping[_Element, str]) -> dict[str, date]:
    """For each article key the day printed in its list item, outside its links; `keys` tells anchors' articles."""
    days: dict[str, date] = {}
    looked: Counter[str] = Counter()
    for anchor, key in keys.items():
        if key not in days and looked[key] < _ANCHORS:
            looked[key] += 1
            if day := read_day(_words_around(_item(anchor, keys))):
                days[key] = day
    return days


def read_day(text: str) -> date | None:
    """The last day written in the text; a title that names one stands before it."""
    for year, month, day in reversed(_DAY.findall(text)):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _item(anchor: _Element, keys: Mapping[_Element, str]) -> _Element:
    """The largest ancestor that leads to this article only."""
    item = anchor
    for _, parent in zip(range(_CLIMB), anchor.iterancestors(), strict=False):
        if any(keys.get(other, keys[anchor]) != keys[anchor] for other in parent.iter("a", "area")):
            break
        item = parent
    return item


def _words_around(item: _Element) -> str:
    """The item's text less that of its links."""
    texts: Any = _UNLINKED(item)
    return " ".join(texts)
