"""The words that bound a number, before it and behind it."""

import re
from typing import NamedTuple

from nnnews.items import Qualifier

# word → qualifier; an example of each line is in brackets.
_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("over", "不少于 不低于 不小于 不得少于 不得低于 不下 不下于 不止 至少 最少 起码"),  # 公示不少于7天
    ("over", "超过 超过了 超出 超 逾 突破 突破了 高于 大于 多于 过 上"),  # 产值突破160亿元; 上百件
    ("under", "不超过 不多于 不高于 不大于 不得超过 不得高于 不得多于 不得大于 至多 最多"),  # 不超过15万元
    ("under", "近 将近 接近 不足 不到 不满 未满 未达 低于 小于 少于 未超过 不及"),  # 近3000家
    ("about", "约 大约 约为 约有 约合 大概 大致 估计"),  # 约950万元
)
_AFTER: tuple[tuple[Qualifier, str], ...] = (
    ("over", "以上 及以上 （含）以上 (含)以上 有余 之上 开外"),  # 85%以上
    ("under", "以下 及以下 （含）以下 (含)以下 以内 之下"),  # 30人以下
    ("about", "左右 上下"),  # 六成左右
)
_BEFORE_WORDS: dict[str, Qualifier] = {word: qualifier for qualifier, words in _BEFORE for word in words.split()}
_AFTER_WORDS: dict[str, Qualifier] = {word: qualifier for qualifier, words in _AFTER for word in words.split()}

# 附近3个村, 签约7.3亿元, 赶超3个县: the word belongs to another one.
_NOT_BOUND = {
    "近": "附最邻临就新靠亲远",
    "约": "节条契合预公签履违相邀特制纽续失解",
    "超": "赶反高",
    "上": "以之网线街会路早晚马向身手岸场市基",
    "过": "经通超不跨度越",
}
# 约占四成, 至少有3家, 至少召开两次: the bound reaches the number over a verb, but is not part of its text.
_OVER_VERB = re.compile(
    "(?:(?P<near>近|超|逾)|(?P<wide>约|大约|不足|不到|超过|不超过|突破)|(?P<far>至少|最少|最多|至多|不少于|不超过))"
    "(?P<verb>占|有|为|达|需|达到|占比|占到|[^\\W\\d一二两三四五六七八九十百千万亿]{0,4})$"
)
_OVER_SIGNS = frozenset("近超逾约足到过破少多")
_LINKS = frozenset(("占", "有", "为", "达", "需", "达到", "占比", "占到"))
_LONGEST = max(map(len, _BEFORE_WORDS))
LAST = frozenset(word[-1] for word in _BEFORE_WORDS)
_FIRST = frozenset(word[0] for word in _AFTER_WORDS)
_ONLY_BEFORE_ROUND = frozenset("过上")
_SIDES = frozenset("两岸级侧")


class Bounds(NamedTuple):
    """From where to where a figure's text reaches with its bound words, and what they say."""

    start: int
    end: int
    qualifier: Qualifier

    @property
    def said(self) -> bool:
        return self.qualifier != "exact"


def bounds(text: str, start: int, end: int, is_open: bool = False, round_number: bool = False) -> Bounds:
    """The bound before the number wins over 多 and 余 (`is_open`), these over the one behind the unit."""
    core = start - 1 if text[start - 1 : start] == " " else start
    before = _touching(text, core, round_number) if text[core - 1 : core] in LAST else None
    behind = _behind(text, end) if text[end : end + 1] in _FIRST else None
    left = core - len(before) if before else start
    right = end + len(behind) if behind else end
    if before:
        return Bounds(left, right, _BEFORE_WORDS[before])
    if is_open:
        return Bounds(left, right, "over")
    return Bounds(left, right, _AFTER_WORDS[behind] if behind else _over_verb(text, core))


def _touching(text: str, start: int, round_number: bool) -> str | None:
    """The longest bound that ends at `start`; 上 and 过 bound only a round one (上百件, but 网上30件)."""
    for length in range(min(_LONGEST, start), 0, -1):
        word = text[start - length : start]
        if word in _BEFORE_WORDS and (round_number or word not in _ONLY_BEFORE_ROUND):
            return None if text[start - length - 1 : start - length] in tuple(_NOT_BOUND.get(word, "")) else word
    return None


def _over_verb(text: str, start: int) -> Qualifier:
    window = text[start - 7 if start > 7 else 0 : start]
    found = None if _OVER_SIGNS.isdisjoint(window) else _OVER_VERB.search(window)
    if found is None or (not found["far"] and found["verb"] not in _LINKS):
        return "exact"
    word = found["near"] or found["wide"] or found["far"]
    return "exact" if text[start - 1 - len(word + found["verb"])] in _NOT_BOUND.get(word, "") else _BEFORE_WORDS[word]


def _behind(text: str, end: int) -> str | None:
    for word in _AFTER_WORDS:
        if text.startswith(word, end):
            return None if _AFTER_WORDS[word] == "about" and text[end + 2 : end + 3] in _SIDES else word
    return None
