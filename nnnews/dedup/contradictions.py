"""What two aligned texts say differently in the same place: a figure, a day, a place, a person, the stage of a law.

A word for a word is an editor's hand; a number for a number, standing alone in its slot, is another event.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from types import MappingProxyType
from typing import Literal

from nnnews.byline.names import split_names
from nnnews.dedup.alignment import Gap
from nnnews.dedup.facts import NUMBER
from nnnews.text.numerals import exact

Kind = Literal["figure", "place", "name", "stage", "wording"]
NOWHERE: Mapping[str, str] = MappingProxyType({})
_WIDE = 80  # characters; a longer gap is a passage that one text lacks, not a slot
_END = 24  # the same before the first run and behind the last, where headings and signatures stand
_CONTEXT = 20  # characters before a gap that may say that it is furniture
_MARGIN = 6  # characters of the runs around a gap, so that a number or a name is seen whole
_LONGEST_PLACE = 8
_MOST_NAMES = 16  # characters
_PHRASE = 10  # characters; what is longer may speak of the draft of another law
_PASSING = 4  # characters; a longer insertion is a phrase added, not a slip

# 青秀|区, 财政|局: what stands before these names a place or an office.
_PLACE_ENDS = frozenset("区县市镇乡村屯街路州盟旗省局委院厅办所校厂社")
_PLACE_HEADS = ("街道", "社区", "人大", "政府", "法院", "检察", "政协", "中学", "小学", "公司", "代表团")
STAGE = re.compile("草案|征求意见稿|表决稿|送审稿|审议稿|建议稿|修正案|试行")
# Behind these stand who wrote it and when the page was made, which every copy says anew: 记者韦海明, 发布时间2024-03.
_FURNITURE = re.compile(
    "(?:记者|通讯员|实习生|(?<!工)作者|撰稿|编辑|责编|校对|审核|摄影|来源)[\u3400-\u9fff]{0,2}$|"
    r"(?:(?:发布|更新|发稿|录入)(?:时间|日期)|浏览|阅读|点击|次数|电话)[\d.:：/-]{0,12}$|"
    "地址.{0,10}$"
)
# Behind these, or before those, a name stands, whose surname may be what both texts share: 主任韦|海明, 韦|志远表示.
_OFFICE = re.compile("(?:[人员长]|主任|书记|代表|主席|任命|免去|接受)$")
_ACTS = re.compile("[为说在]|表示|介绍|主持|带队|率|等|同志|指出|强调|担任|当选|作|参加")
# A name at either end of a text is that of who wrote it, unless it is introduced: 联系人韦海明.
_INTRODUCED = re.compile("(?:[人员长]|主任|主席|任命|免去).?$")
_DATELINE = re.compile(r"(?:月\d{1,2})?日?.{0,2}[电讯]")  # 南宁3月5日电
_HAN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in one place of the two texts."""

    kind: Kind
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class _Slot:
    """Tokens that stand against each other, and the text before and after them in the first of the two."""

    own: list[str]
    others: list[str]
    before: str
    after: str

    @property
    def words(self) -> tuple[str, str]:
        """What each text says there."""
        return "".join(self.own), "".join(self.others)


def differences(
    here: str, there: str, between: Iterable[Gap], places: Mapping[str, str] = NOWHERE
) -> Iterator[Difference]:
    """Of all gaps narrow enough to be one slot; `places` gives, for a name of a place, the place itself."""
    for gap in between:
        outer = gap.start == gap.other == 0 or (gap.end == len(here) and gap.other_end == len(there))
        if max(gap.end - gap.start, gap.other_end - gap.other) > (_END if outer else _WIDE):
            continue
        left, right = _margins(gap, len(here), len(there))
        own = _tokens(here[gap.start - left : gap.end + right], places)
        others = _tokens(there[gap.other - left : gap.other_end + right], places)
        lead = here[max(0, gap.start - left - _CONTEXT) : gap.start]
        found = _compared(own, others, lead[: len(lead) - left], places)
        yield from (difference for difference in found if not (outer and _is_credit(difference, lead)))


def _is_credit(difference: Difference, before: str) -> bool:
    return difference.kind == "name" and not _INTRODUCED.search(before)


def _margins(gap: Gap, here: int, there: int) -> tuple[int, int]:
    return min(_MARGIN, gap.start, gap.other), min(_MARGIN, here - gap.end, there - gap.other_end)


def _tokens(text: str, places: Mapping[str, str]) -> list[str]:
    """Numbers and known places whole, all else by character."""
    tokens, at = [], 0
    while at < len(text):
        number = NUMBER.match(text, at)
        token = _place_at(text, at, places) or (number[0] if number else text[at])
        tokens.append(token)
        at += len(token)
    return tokens


def _place_at(text: str, at: int, places: Mapping[str, str]) -> str:
    ends = range(min(len(text), at + _LONGEST_PLACE), at + 1, -1)
    return next((text[at:end] for end in ends if text[at:end] in places), "")


def _compared(own: list[str], others: list[str], before: str, places: Mapping[str, str]) -> Iterator[Difference]:
    """The differences of one gap, its margins included."""
    head, tail = _common_ends(own, others)
    for slot in _slots(own, others, head, tail):
        lead = before + slot.before
        if not _FURNITURE.search(lead) and not _DATELINE.match(slot.after):
            yield from _judged(slot, places)


def _slots(own: list[str], others: list[str], head: int, tail: int) -> Iterator[_Slot]:
    """What differs between the common ends of two lists of tokens, slot by slot."""
    end, other_end = len(own) - tail, len(others) - tail
    middle, twin = own[head:end], others[head:other_end]
    if _skeleton(middle) == _skeleton(twin):
        # 8月12 against 12月9: one by one, or the two 12 would be taken for one.
        places = [(k, k + 1, k, k + 1) for k in range(len(middle)) if middle[k] != twin[k]]
    elif min(len(middle), len(twin)) <= 1 or _are_names("".join(middle), "".join(twin)):
        places = [(0, len(middle), 0, len(twin))]
    else:
        codes = SequenceMatcher(None, middle, twin, autojunk=False).get_opcodes()
        places = [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]
    for start, stop, other, other_stop in places:
        text = "".join(own[: head + start]), "".join(own[head + stop :])
        yield _Slot(middle[start:stop], twin[other:other_stop], *text)


def _skeleton(tokens: list[str]) -> list[str]:
    """The tokens with a blank for every number."""
    return ["" if _is_number(token) else token for token in tokens]


def _common_ends(own: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    most = min(len(own), len(others))
    head = next((k for k in range(most) if own[k] != others[k]), most)
    tail = next((k for k in range(most - head) if own[-1 - k] != others[-1 - k]), most - head)
    return head, tail


def _judged(slot: _Slot, places: Mapping[str, str]) -> Iterator[Difference]:
    one, two = slot.words
    if (pairs := _paired(slot, _is_number)) is not None:
        yield from (Difference("figure", x, y) for x, y in pairs if _value(x) != _value(y))
    elif names := _other_names(slot, places):
        yield Difference("name", *names)
    elif (pairs := _paired(slot, places.__contains__)) is not None:
        yield from (Difference("place", x, y) for x, y in pairs if places[x] != places[y])
    elif max(len(one), len(two)) <= _PHRASE and set(STAGE.findall(one)) != set(STAGE.findall(two)):
        yield Difference("stage", one, two)
    elif _are_places(one, two, slot.after):
        yield Difference("place", one, two)
    elif (one and two) or max(len(one), len(two)) <= _PASSING:
        yield Difference("wording", one, two)


def _other_names(slot: _Slot, places: Mapping[str, str]) -> tuple[str, str] | None:
    """Names of other people; the first surname, or the end of the last name, may be one that both texts have."""
    if all(token in places for token in slot.own):
        return None  # 江南 could be a person
    is_person = _OFFICE.search(slot.before[:-1]) or _ACTS.match(slot.after)
    heads = ("", slot.before[-1:]) if is_person else ("",)
    tails = ("", slot.after[:1], slot.after[:2]) if min(map(len, slot.words)) >= 3 else ("",)
    for head, tail in product(heads, tails):
        one, two = (head + word + tail for word in slot.words)
        if _are_names(one, two):
            return one, two
    return None


def _paired(slot: _Slot, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]] | None:
    """The tokens of one sort against each other; None when they do not match, or when only one side has more to say.

    `1的3` against `123` is a slip of the pen, not another figure.
    """
    own, others = [token for token in slot.own if wanted(token)], [token for token in slot.others if wanted(token)]
    if not own or len(own) != len(others) or (len(own) < len(slot.own)) != (len(others) < len(slot.others)):
        return None
    return zip(own, others, strict=True)


def _is_number(token: str) -> bool:
    return NUMBER.fullmatch(token) is not None


def _value(number: str) -> object:
    """Equal for 20 and 二十; a number that cannot be read is its characters."""
    value = exact(number)
    return number if value is None else value


def _are_names(one: str, two: str) -> bool:
    """Names of people, one or a list, of which more than a character differs."""
    own, others = _core(one, two)
    if not own or not others or len(own) + len(others) < 3 or max(len(one), len(two)) > _MOST_NAMES:
        return False
    return split_names(one) is not None and split_names(two) is not None


def _are_places(one: str, two: str, after: str) -> bool:
    """Two words, of which two characters and more differ, before the same ending or each with an ending of its own."""
    words = _core(one, two)
    if not all(len(word) >= 2 and _HAN.fullmatch(word) for word in words) or max(len(one), len(two)) > _LONGEST_PLACE:
        return False
    return (
        after[:1] in _PLACE_ENDS
        or after.startswith(_PLACE_HEADS)
        or (one[-1] in _PLACE_ENDS and two[-1] in _PLACE_ENDS)
    )


def _core(one: str, two: str) -> tuple[str, str]:
    """The two words without the characters at their ends that they share."""
    head, tail = _common_ends(one, two)
    return one[head : len(one) - tail], two[head : len(two) - tail]
