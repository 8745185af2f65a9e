"""The number of a part in a title: of a serial report, of a weekly notice, of a session."""

import re
from collections.abc import Iterable

_COUNT = "[〇零一二三四五六七八九十百\\d]+"
# One row a form, each with its example.
_FORMS = (
    rf"之({_COUNT})(?!\w)",  # 走进联络站之二
    rf"[（(【\[]({_COUNT}|[上中下])[)）】\]]",  # 代表风采（三）; 一线见闻（下）
    rf"第({_COUNT}[期号批集篇辑讲回轮])",  # 每周菜价第12期
    "([①-⑳])",  # 履职故事③
    rf"系列(?:报道|评论|谈)?({_COUNT})(?!\w)",  # 系列评论二
    rf"({_COUNT}届{_COUNT}次|第{_COUNT}[届次])",  # 十五届四次会议; 第十二次会议
)
_MARKS = re.compile("|".join(_FORMS))


def part_marks(titles: Iterable[str]) -> frozenset[str]:
    """All numbers that the titles give as those of a part; empty for a piece that stands alone."""
    return frozenset(next(filter(None, match.groups())) for title in titles for match in _MARKS.finditer(title))
