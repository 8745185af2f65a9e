"""What may stand in a slot: numbers and names of places; names of people are in people.py."""

import re
from collections.abc import Sequence

from nnnews.dedup.facts import NUMBER

LONGEST_PLACE = 8

# 青秀|区, 财政|局: what stands before these names a place or an office.
_PLACE_ENDS = frozenset("区县市镇乡村屯街路州盟旗省局委院厅办所校厂社")
_PLACE_HEADS = ("街道", "社区", "人大", "政府", "法院", "检察", "政协", "中学", "小学", "公司", "代表团")
# … unless the character is the first of another word: 参加|社会, 开展|办理.
_NO_ENDS = re.compile(
    "区[域间分别]|市[场民价]|乡[亲愁音]|街[坊头景]|路[灯面径过线上]|省[去略下钱心]|局[面势部]|委[托派员屈]|院子|厂房|社[会交]|镇[静定]"
    "|办[理好事法结成学]|所[有以需在谓得属作做提]|校[园对友]"
)
_HAN = re.compile("[\u3400-\u9fff]+")


def is_number(token: str) -> bool:
    """Arabic or Chinese, whole."""
    return NUMBER.fullmatch(token) is not None


def are_places(one: str, two: str, after: str) -> bool:
    """Two words, of which two characters and more differ, before the same ending or each with an ending of its own."""
    words = core(one, two)
    if not all(len(word) >= 2 and _HAN.fullmatch(word) for word in words) or max(len(one), len(two)) > LONGEST_PLACE:
        return False
    return (
        (after[:1] in _PLACE_ENDS and not _NO_ENDS.match(after))
        or after.startswith(_PLACE_HEADS)
        or (one[-1] in _PLACE_ENDS and two[-1] in _PLACE_ENDS)
    )


def core(one: str, two: str) -> tuple[str, str]:
    """The two words without the characters at their ends that they share."""
    head, tail = common_ends(one, two)
    return one[head : len(one) - tail], two[head : len(two) - tail]


def common_ends(own: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    """How many elements two sequences share at their beginnings, and how many at their ends."""
    most = min(len(own), len(others))
    head = next((k for k in range(most) if own[k] != others[k]), most)
    tail = next((k for k in range(most - head) if own[-1 - k] != others[-1 - k]), most - head)
    return head, tail
