"""The words that bound a number, before it and behind it."""

from nnnews.items import Qualifier

# word → qualifier; an example of each line is in brackets.
_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("over", "不少于 不低于 不小于 不下 不下于 不止 至少 最少 起码"),  # 公示不少于7天
    ("over", "超过 超过了 超出 超 逾 突破 突破了 高于 大于 多于 多达 已超 过 上"),  # 产值突破160亿元; 上百件
    ("under", "不超过 不多于 不高于 不大于 不得超过 至多 最多 最高不超过"),  # 不超过15万元
    ("under", "近 将近 接近 不足 不到 不满 未满 未达 低于 小于 少于 未超过"),  # 近3000家
    ("about", "约 大约 约为 约有 约合 大概 大致 估计 平均约"),  # 约950万元
)
_AFTER: tuple[tuple[Qualifier, str], ...] = (
    ("over", "以上 及以上 （含）以上 (含)以上 有余 之上 开外"),  # 85%以上
    ("under", "以下 及以下 （含）以下 (含)以下 以内 之下"),  # 30人以下
    ("about", "左右 上下"),  # 六成左右
)
BEFORE: dict[str, Qualifier] = {word: qualifier for qualifier, words in _BEFORE for word in words.split()}
AFTER: dict[str, Qualifier] = {word: qualifier for qualifier, words in _AFTER for word in words.split()}

# 附近3个村, 签约7.3亿元, 赶超3个县, 经过3轮, 网上30件: the last character belongs to another word.
_NOT_BOUND = {
    "近": "附最邻临就新靠亲远晚",
    "约": "节条契合预公签履违相邀特制纽续失解",
    "超": "赶反高",
    "逾": "",
}
# 约占四成, 至少有3家: the bound reaches the number over such a verb, but is not part of its text.
_LINKS = ("占", "有", "为", "达", "需", "达到", "占比")
_LONGEST = max(map(len, BEFORE))
_BOUND_ENDS = frozenset(word[-1] for word in BEFORE)
_AFTER_HEADS = frozenset(word[0] for word in AFTER)
_ONLY_BEFORE_MAGNITUDE = frozenset("过上")


def bound_before(text: str, start: int, magnitude: bool = False) -> tuple[int, Qualifier] | None:
    """Where the bound that touches the number begins, and what it says.

    上 and 过 bound only a bare magnitude: 上百件, 过千人, but 网上30件.
    """
    if text[start - 1 : start] not in _BOUND_ENDS:
        return None
    for length in range(min(_LONGEST, start), 0, -1):
        word = text[start - length : start]
        qualifier = BEFORE.get(word)
        if qualifier and (magnitude or word not in _ONLY_BEFORE_MAGNITUDE):
            before = text[start - length - 1 : start - length]
            return None if before and before in _NOT_BOUND.get(word, "") else (start - length, qualifier)
    return None


def bound_over_link(text: str, start: int) -> Qualifier | None:
    """The bound of 约占四成, where a verb stands between it and the number."""
    for link in _LINKS:
        if text.endswith(link, max(0, start - 2), start):
            found = bound_before(text, start - len(link))
            if found:
                return found[1]
    return None


def bound_after(text: str, end: int) -> tuple[int, Qualifier] | None:
    """Where the bound behind the unit ends, and what it says."""
    if text[end : end + 1] not in _AFTER_HEADS:
        return None
    for word, qualifier in AFTER.items():
        if text.startswith(word, end) and not (word in ("上下", "左右") and text[end + 2 : end + 3] in "两岸级侧"):
            return end + len(word), qualifier
    return None
