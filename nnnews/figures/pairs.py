"""Figures told together: 由A提高到B, 分别增长A和B."""

import re
from collections.abc import Sequence

from nnnews.figures.nouns import BOUNDARY, parse
from nnnews.figures.phrase import Reading

_DIRECTIONS = {
    "增长": "增幅", "增加": "增幅", "净增": "增幅", "提高": "提高幅度", "提升": "提升幅度", "上升": "升幅",
    "上涨": "涨幅", "上调": "上调幅度", "上浮": "上浮幅度", "回升": "升幅", "下降": "降幅", "降低": "降幅",
    "减少": "降幅", "下浮": "下浮幅度", "下调": "下调幅度", "下滑": "降幅", "回落": "降幅", "缩短": "缩短幅度",
    "压缩": "压缩幅度", "压减": "压减幅度",
}  # fmt: skip
_WORDS = tuple(_DIRECTIONS)
_BETWEEN = "了约近逾超"
_TURN = re.compile(f"({'|'.join(_WORDS)})[{_BETWEEN}]*$")
_COMPARISON = re.compile("(?:同比|环比|分别|平均|实际|累计|每\\w{1,4}|[比较][^，。；]{0,10})+$")
_FROM = re.compile("(?:由|从|自)[^，。；\n到至]{0,8}$")
_TO = re.compile("[^。；\n]{0,16}?(?:到|至|为|成)了?(?:[今现目当如][^，。；]{0,4}的?)?")
_FROM_SIGNS = frozenset("由从自")
_TO_LONGEST = 24
JOINTS = frozenset(("", "、", "和", "及", "与", "，", ","))
_LISTED = re.compile("[、和与及]|以及")
_CLAUSES = re.compile("[，,：:]")
_SENTENCE_ENDS = re.compile("[。；;\n]")
_NUMERAL = re.compile("[0-9０-９一二两三四五六七八九十]")
_REACH = 48


def turns(before: str) -> re.Match[str] | None:
    """The word of direction right before the number: 同比下降."""
    return _TURN.search(before) if before.rstrip(_BETWEEN).endswith(_WORDS) else None


def turned(before: str, turn: re.Match[str], last: str) -> str:
    """物业投诉同比下降8.5% → 物业投诉降幅."""
    clause = parse(_COMPARISON.sub("", before[: turn.start()]))
    return f"{clause.noun or clause.topic or last}{_DIRECTIONS[turn.group(1)]}"


def opens_pair(text: str, found: Sequence[Reading], at: int) -> bool:
    """A figure after 由 or 从, the next one behind a verb with 到."""
    if at + 1 >= len(found):
        return False
    start, end, after = found[at].start, found[at].end, found[at + 1].start
    if _FROM_SIGNS.isdisjoint(text[start - 10 if start > 10 else 0 : start]):
        return False
    if after - end > _TO_LONGEST or not _FROM.search(text, max(0, start - 10), start):
        return False
    return _TO.fullmatch(text, end, after) is not None


def pair_noun(before: str) -> str:
    """The noun before 由 or 从."""
    clause = parse(_FROM.sub("", before))
    return clause.noun or clause.topic


def pairwise(text: str, found: Sequence[Reading], made: list[str]) -> list[str]:
    """分别增长9.1%和11.4%: the names or the figures before, in their order; empty when nothing is told so."""
    at = len(made)
    start = found[at].start
    said = text.rfind("分别", max(0, start - 14), start)
    if said < 0 or BOUNDARY.search(text, said, start):
        return []
    size = _run(text, found, at)
    turn = turns(text[said + 2 : start])
    suffix = _DIRECTIONS[turn.group(1)] if turn else ""
    names = _names(text, said, size) or (made[at - size : at] if size > 1 else [])
    return [f"{name}{suffix}" for name in names] if len(names) == size > 1 else []


def _run(text: str, found: Sequence[Reading], at: int) -> int:
    """How many figures stand in a row, joined by 、 and 和 alone."""
    end = at + 1
    while end < len(found) and text[found[end - 1].end : found[end].start] in JOINTS:
        end += 1
    return end - at


def _names(text: str, said: int, size: int) -> list[str]:
    """The list of `size` names that stands before 分别."""
    window = _SENTENCE_ENDS.split(text[max(0, said - _REACH) : said])[-1].rstrip("，, ")
    for clause in reversed(_CLAUSES.split(window)):
        parts = [part for part in _LISTED.split(clause) if part]
        if len(parts) == size > 1 and not any(_NUMERAL.search(part) for part in parts[:-1]):
            first, last = parse(parts[0]).noun, _NUMERAL.split(parts[-1])[0]
            return [first or parts[0], *parts[1:-1], last or parts[-1]]
    return []
