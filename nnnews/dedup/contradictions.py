"""What two aligned texts say differently in the same place: a figure, a day, a place, a person, the stage of a law.

A word for a word is an editor's hand; a number for a number, standing alone in its slot, is another event.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from nnnews.dedup.facts import value
from nnnews.dedup.people import other_people
from nnnews.dedup.slots import Slot, slots
from nnnews.dedup.words import are_places, is_number
from nnnews.text.alignment import Gap

Kind = Literal["figure", "place", "name", "stage", "wording"]
NOWHERE: Mapping[str, str] = MappingProxyType({})
_WIDE = 80  # characters; a longer gap is a passage that one text lacks, not a slot
_END = 24  # the same before the first run and behind the last, where headings and signatures stand
_PHRASE = 10  # characters; what is longer may speak of the draft of another law
_PASSING = 4  # characters; a longer insertion is a phrase added, not a slip

STAGE = re.compile("草案|征求意见稿|表决稿|送审稿|审议稿|建议稿|修正案|试行")
# Behind these stand who wrote it and when the page was made, which every copy says anew: 记者韦海明, 发布时间2024-03.
_FURNITURE = re.compile(
    "(?:记者|通讯员|实习生|(?<!工)作者|撰稿|编辑|责编|校对|审核|摄影|来源)[\u3400-\u9fff]{0,2}$|"
    r"(?:(?:发布|更新|发稿|录入|来源.{2,12})(?:时间|日期)|浏览|阅读|点击|次数|电话)[\d.:：/-]{0,12}$|"
    "地址.{0,10}$"
)
# A name at either end of a text is that of who wrote it, unless it is introduced: 联系人韦海明.
_INTRODUCED = re.compile("(?:[人员长]|主任|主席|书记|代表|监督|经理|工程师|医生|教授|任命|免去|由).{0,2}$")
_DATELINE = re.compile(r"(?:月\d{1,2})?日?.{0,2}[电讯]")  # 南宁3月5日电


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in one place of the two texts."""

    kind: Kind
    here: str
    there: str


def differences(
    here: str, there: str, between: Iterable[Gap], places: Mapping[str, str] = NOWHERE
) -> Iterator[Difference]:
    """Of all gaps narrow enough; `places` gives, for a name of a place, the place itself."""
    for gap in between:
        outer = gap.start == gap.other == 0 or (gap.end == len(here) and gap.other_end == len(there))
        if max(gap.end - gap.start, gap.other_end - gap.other) <= (_END if outer else _WIDE):
            for slot in slots(here, there, gap, places):
                if not _is_furniture(slot):
                    yield from (found for found in _judged(slot, places) if not (outer and _is_credit(found, slot)))


def _is_furniture(slot: Slot) -> bool:
    return bool(_FURNITURE.search(slot.before) or _DATELINE.match(slot.after))


def _is_credit(difference: Difference, slot: Slot) -> bool:
    return difference.kind == "name" and not _INTRODUCED.search(slot.before)


def _judged(slot: Slot, places: Mapping[str, str]) -> Iterator[Difference]:
    one, two = slot.words
    if (pairs := _paired(slot, is_number)) is not None:
        yield from (Difference("figure", x, y) for x, y in pairs if value(x) != value(y))
    elif names := _other_people(slot, places):
        yield names
    elif (pairs := _paired(slot, places.__contains__)) is not None:
        yield from (Difference("place", x, y) for x, y in pairs if places[x] != places[y])
    elif max(len(one), len(two)) <= _PHRASE and set(STAGE.findall(one)) != set(STAGE.findall(two)):
        yield Difference("stage", one, two)
    elif are_places(one, two, slot.after):
        yield Difference("place", one, two)
    elif (one and two) or max(len(one), len(two)) <= _PASSING:
        yield Difference("wording", one, two)


def _other_people(slot: Slot, places: Mapping[str, str]) -> Difference | None:
    """Names of other people, but for those that sign the text."""
    if any(slot.own) and all(token in places for token in slot.own):
        return None  # 江南 could be a person
    found = other_people(*slot.words, slot.before, slot.after)
    return Difference("name", *found) if found else None


def _paired(slot: Slot, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]] | None:
    """The tokens of one sort against each other; None when they do not match, or when only one side has more to say.

    `1的3` against `123` is a slip of the pen, not another figure.
    """
    own, others = [token for token in slot.own if wanted(token)], [token for token in slot.others if wanted(token)]
    if not own or len(own) != len(others) or (len(own) < len(slot.own)) != (len(others) < len(slot.others)):
        return None
    return zip(own, others, strict=True)
