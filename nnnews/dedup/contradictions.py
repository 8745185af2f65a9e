"""What two aligned texts say differently in the same place: a figure, a day, a place, a person, the stage of a law.

A word for a word is an editor's hand; a number for a number, standing alone in its slot, is another event.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from nnnews.byline.names import split_names
from nnnews.dedup.alignment import Gap
from nnnews.dedup.facts import NUMBER, NUMERALS
from nnnews.text.numerals import exact

Kind = Literal["figure", "place", "name", "stage", "wording"]
_WIDE = 80  # characters; a longer gap is a passage that one text lacks, not a slot
_END = 24  # the same before the first run and behind the last, where headings and signatures stand
_MARGIN = 6  # characters of the runs around a gap, so that a number or a name is seen whole
_LONGEST_PLACE = 8
_PASSING = 4  # characters; a longer insertion is a phrase added, not a slip

# 青秀|区, 财政|局: what stands before these names a place or an office.
_PLACE_ENDS = frozenset("区县市镇乡村屯街路州盟旗省局委院厅办所校厂社")
_PLACE_HEADS = ("街道", "社区", "人大", "政府", "法院", "检察", "政协", "中学", "小学", "公司", "代表团")
STAGE = re.compile("草案|征求意见稿|表决稿|送审稿|审议稿|建议稿|修正案|试行")
# Behind these stand who wrote it and when the page was made, which every copy says anew: 记者韦海明, 发布时间2024.
_FURNITURE = re.compile(
    "(?:记者|通讯员|实习生|作者|撰稿|编辑|责编|校对|审核|摄影|图文|来源|时间|日期|浏览|阅读|点击|次数|电话)[^，。]{0,8}$"
)
_DATELINE = re.compile("[月日]?.{0,2}[电讯]")  # 南宁3月5日电
_HAN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in one place of the two texts."""

    kind: Kind
    here: str
    there: str


def differences(
    here: str, there: str, between: Iterable[Gap], places: Collection[str] = frozenset()
) -> Iterator[Difference]:
    """Of all gaps narrow enough to be one slot; `places` are names known to be places."""
    for gap in between:
        if not _is_slot(gap, len(here), len(there)) or _is_furniture(here, gap.start, gap.end):
            continue
        margin, other_margin = _margins(gap, len(here), len(there))
        own = _tokens(here[gap.start - margin : gap.end + other_margin], places)
        others = _tokens(there[gap.other - margin : gap.other_end + other_margin], places)
        for one, two, after in _replaced(own, others):
            yield from _judged(one, two, after, places)


def _is_slot(gap: Gap, here: int, there: int) -> bool:
    at_end = gap.start == gap.other == 0 or (gap.end == here and gap.other_end == there)
    return max(gap.end - gap.start, gap.other_end - gap.other) <= (_END if at_end else _WIDE)


def _is_furniture(text: str, start: int, end: int) -> bool:
    return bool(_FURNITURE.search(text[max(0, start - 12) : start]) or _DATELINE.match(text[end : end + 5]))


def _margins(gap: Gap, here: int, there: int) -> tuple[int, int]:
    return min(_MARGIN, gap.start, gap.other), min(_MARGIN, here - gap.end, there - gap.other_end)


def _tokens(text: str, places: Collection[str]) -> list[str]:
    """Numbers and known places whole, all else by character."""
    tokens, at = [], 0
    while at < len(text):
        number = NUMBER.match(text, at)
        token = number[0] if number else _place_at(text, at, places) or text[at]
        tokens.append(token)
        at += len(token)
    return tokens


def _place_at(text: str, at: int, places: Collection[str]) -> str:
    ends = range(min(len(text), at + _LONGEST_PLACE), at + 1, -1)
    return next((text[at:end] for end in ends if text[at:end] in places), "")


def _replaced(own: list[str], others: list[str]) -> Iterator[tuple[list[str], list[str], str]]:
    """The tokens that differ, and the text that follows them in both."""
    head, tail = _common_ends(own, others)
    middle, twin, rest = own[head : len(own) - tail], others[head : len(others) - tail], own[len(own) - tail :]
    if len(middle) <= 1 or len(twin) <= 1:
        if middle or twin:
            yield middle, twin, "".join(rest)
        return
    for tag, start, end, other, other_end in SequenceMatcher(None, middle, twin, autojunk=False).get_opcodes():
        if tag != "equal":
            yield middle[start:end], twin[other:other_end], "".join((*middle[end:], *rest)[:4])


def _common_ends(own: list[str], others: list[str]) -> tuple[int, int]:
    most = min(len(own), len(others))
    head = next((k for k in range(most) if own[k] != others[k]), most)
    tail = next((k for k in range(most - head) if own[-1 - k] != others[-1 - k]), most - head)
    return head, tail


def _judged(own: list[str], others: list[str], after: str, places: Collection[str]) -> Iterator[Difference]:
    one, two = "".join(own), "".join(others)
    numbers, twins = _numbers(own), _numbers(others)
    if numbers and len(numbers) == len(twins) and (len(numbers) == len(own)) == (len(twins) == len(others)):
        yield from (Difference("figure", x, y) for x, y in zip(numbers, twins, strict=True) if _value(x) != _value(y))
    elif set(STAGE.findall(one)) != set(STAGE.findall(two)):
        yield Difference("stage", one, two)
    elif any(token in places for token in own) and any(token in places for token in others):
        yield Difference("place", one, two)
    elif _are_names(one, two):
        yield Difference("name", one, two)
    elif _are_places(one, two, after):
        yield Difference("place", one, two)
    elif max(len(one), len(two)) <= _PASSING or (own and others):
        yield Difference("wording", one, two)


def _numbers(tokens: list[str]) -> list[str]:
    return [token for token in tokens if token[0].isdigit() or token[0] in NUMERALS]


def _value(number: str) -> object:
    """Equal for 20 and 二十; a number that cannot be read is its characters."""
    value = exact(number)
    return number if value is None else value


def _are_names(one: str, two: str) -> bool:
    return all(2 <= len(word) <= 4 and split_names(word) == (word,) for word in (one, two))


def _are_places(one: str, two: str, after: str) -> bool:
    """Two words of two characters or more before the same ending, or each with an ending of its own."""
    if not all(2 <= len(word) <= 6 and _HAN.fullmatch(word) for word in (one, two)):
        return False
    return (
        after[:1] in _PLACE_ENDS
        or after.startswith(_PLACE_HEADS)
        or (one[-1] in _PLACE_ENDS and two[-1] in _PLACE_ENDS)
    )
