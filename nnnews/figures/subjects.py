"""What a figure counts, as a reader would say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nnnews.figures.phrase import Reading
from nnnews.figures.verbs import CUT

_REACH = 28
_LONGEST = 14
_BOUNDARY = re.compile('[，,。；;：:！!？?\n\u3000“”‘’"（）()《》、—…]')
_TAIL = re.compile(
    "(?:分别|共计|合计|总计|共有|共|仅有|仅为|仅|只有|约为|约|占比|占到|占|已有|已|有|各有|各|均|都|也|就|为|是|达到|达|了|累计|平均|大约|最高|高达|多达|可|要|应|须|需|期限|的|又|还|才|却|将|约有|以|近|按|到|至|成|由|从|自)+$"
)
_DIRECTIONS = {
    "增长": "增幅", "增加": "增幅", "提高": "提高幅度", "提升": "提升幅度", "上升": "升幅", "上涨": "涨幅", "上调": "上调幅度",
    "上浮": "上浮幅度", "回升": "升幅", "下降": "降幅", "降低": "降幅", "减少": "降幅", "下浮": "下浮幅度", "下调": "下调幅度",
    "下滑": "降幅", "回落": "降幅", "缩短": "缩短幅度", "压缩": "压缩幅度", "压减": "压减幅度", "超出": "超出幅度", "高出": "超出幅度",
}  # fmt: skip
_DIRECTION = re.compile(f"({'|'.join(_DIRECTIONS)})[了至到约近逾超]*$")
_COMPARISON = re.compile("(?:同比|环比|分别|平均|实际|累计|每\\w{1,2}|[比较][^，。；]{0,10})+$")
_SHARE = re.compile("(?:约?占(?:比|到|总数|全[市区县]|总[^，。]{0,4})?(?:的|比例)?|比例)(?:约|近|为|达|超)?$")
_WITHIN = re.compile("(?:以|之)?内")
_LASTING = re.compile("(?:为期|历时|持续|长达|用时|耗时)$")
_BEFORE_PAIR = re.compile("(?:由|从|自)(?:原来|原先|过去|以前|之前|此前|去年|上年|最初|开始|年初|改造前)?(?:的)?$")
_PAIR_LINK = re.compile("[^。；\n]{0,14}?(?:到|至|为|成)了?(?:[今现目当][^，。；]{0,4}的?)?$")
_FALLBACK = {
    "人": "人员", "人次": "人次", "元": "金额", "%": "比例", "‰": "比例", "成": "比例", "个百分点": "幅度", "倍": "倍数", "番": "增幅",
    "天": "时长", "年": "时长", "个月": "时长", "小时": "时长", "分钟": "时长", "周": "时长", "个工作日": "时长",
    "公里": "长度", "米": "长度", "平方米": "面积", "亩": "面积", "公顷": "面积", "平方公里": "面积", "吨": "重量", "公斤": "重量",
    "立方米": "体积", "岁": "年龄", "分": "得分", "次": "次数", "个": "数量",
}  # fmt: skip
_SELF_NOUN = frozenset({"人", "人次", "户", "元", "岁"})
_LISTED = re.compile("[、和与及]|以及")


@dataclass(slots=True)
class _Memory:
    """The nouns of the figures before, for a clause that names none: 代表建议97件，已办结96件."""

    by_unit: dict[str | None, str]
    last: str = ""


def subjects(text: str, found: Sequence[Reading]) -> list[str]:
    """The subject of each reading, in order."""
    memory, made = _Memory({}), list[str]()
    group_end = 0
    for at, reading in enumerate(found):
        if at >= group_end:
            group_end = _group(text, found, at)
            shared = _pairwise(text, found, at, group_end, made)
            if shared:
                made += shared
                continue
        if len(made) > at:
            continue
        made.append(_subject(text, found, at, memory) or _fallback(reading, memory))
    return made


def _fallback(reading: Reading, memory: _Memory) -> str:
    return memory.by_unit.get(reading.canonical) or _FALLBACK.get(reading.canonical or "", "") or memory.last or "数量"


def _subject(text: str, found: Sequence[Reading], at: int, memory: _Memory) -> str:
    reading = found[at]
    previous = found[at - 1].end if at else 0
    limit = found[at + 1].start if at + 1 < len(found) else len(text)
    before = _before(text, previous, reading.start)
    if _starts_pair(text, found, at):
        noun = _noun(_BEFORE_PAIR.sub("", before))[0] or memory.last
        return _keep(memory, reading, noun, f"原{noun}")
    if at and _starts_pair(text, found, at - 1):
        return f"现{memory.last}"
    if reading.kind == "time":
        return _duration(text, reading, before, limit, memory)
    if reading.kind == "share":
        return _share(text, reading, before, limit, memory)
    return _counted(text, reading, before, limit, memory)


def _starts_pair(text: str, found: Sequence[Reading], at: int) -> bool:
    """由A提高到B: a figure after 由 or 从, the next one behind a verb with 到."""
    if at + 1 >= len(found) or not _BEFORE_PAIR.search(text, max(0, found[at].start - 8), found[at].start):
        return False
    gap = text[found[at].end : found[at + 1].start]
    return len(gap) < 24 and _PAIR_LINK.fullmatch(gap) is not None


def _before(text: str, previous: int, start: int) -> str:
    """The clause up to the number, from the figure before it at the earliest."""
    window = text[max(previous, start - _REACH) : start]
    return _BOUNDARY.split(window)[-1]


def _noun(clause: str) -> tuple[str, str]:
    """The noun phrase that ends the clause, and the verb before it (走访的企业 from 走访企业)."""
    clause = _TAIL.sub("", clause)
    verb, begin = "", 0
    for cut in CUT.finditer(clause):
        begin = cut.end()
        verb = cut.group("verb") or ("" if clause[cut.end() :] else verb)
    return _trim(clause[begin:]), verb


def _trim(noun: str) -> str:
    noun = noun.strip(" 的·,.")
    if len(noun) > _LONGEST:
        noun = noun.rpartition("的")[2][-_LONGEST:]
    return noun


def _after(text: str, reading: Reading, limit: int) -> str:
    """The noun phrase right behind the unit, before `limit`: 500多名|各级人大代表|参与."""
    window = _BOUNDARY.split(text[reading.end : min(limit, reading.end + _LONGEST + 4)], maxsplit=1)[0]
    linked = window.startswith("的")
    window = window[1:] if linked else window
    for cut in CUT.finditer(window):
        if cut.start() == 0 and cut.group("verb") and (linked or reading.canonical not in _SELF_NOUN):
            continue
        window = window[: cut.start()]
        break
    return _trim(window) if window[:1].isalnum() else ""


def _counted(text: str, reading: Reading, before: str, limit: int, memory: _Memory) -> str:
    noun, verb = _noun(before)
    after = _after(text, reading, limit)
    direct = reading.kind in ("classifier", "none") or reading.kind == "person" or not noun
    turn = _DIRECTION.search(_TAIL.sub("", before))
    if turn and not after:
        return _turned(before, turn, memory)
    if after and direct:
        return _keep(memory, reading, after, after)
    if noun:
        return _keep(memory, reading, noun, f"{verb}的{noun}" if verb else noun)
    inherited = memory.by_unit.get(reading.canonical)
    if inherited and verb:
        return f"{verb}的{inherited}"
    return inherited or (f"{verb}{_FALLBACK.get(reading.canonical or '', '数量')}" if verb else "")


def _keep(memory: _Memory, reading: Reading, noun: str, subject: str) -> str:
    memory.by_unit[reading.canonical] = noun
    memory.last = noun
    return subject


def _turned(before: str, turn: re.Match[str], memory: _Memory) -> str:
    """物业投诉同比下降8.5% → 物业投诉降幅."""
    clause = _COMPARISON.sub("", _TAIL.sub("", before)[: turn.start()])
    noun = _noun(clause)[0] or memory.last
    return f"{noun}{_DIRECTIONS[turn.group(1)]}"


def _share(text: str, reading: Reading, before: str, limit: int, memory: _Memory) -> str:
    turn = _DIRECTION.search(_TAIL.sub("", before))
    if turn:
        return _turned(before, turn, memory)
    if _SHARE.search(before):
        noun = _noun(_SHARE.sub("", before))[0] or memory.last
        return f"{noun}占比"
    noun, verb = _noun(before)
    after = _after(text, reading, limit)
    if noun:
        return noun
    if after and text[reading.end : reading.end + 1] == "的":
        return after
    return f"{memory.last}{verb}比例" if verb else f"{memory.last}比例"


def _duration(text: str, reading: Reading, before: str, limit: int, memory: _Memory) -> str:
    within = _WITHIN.match(text, reading.end)
    if within:
        deed = _BOUNDARY.split(text[within.end() : within.end() + 8], maxsplit=1)[0]
        return f"{deed}时限" if deed else "时限"
    lasting = _LASTING.search(before)
    if lasting:
        return f"{_noun(before[: lasting.start()])[0] or memory.last}时长"
    noun, verb = _noun(before)
    after = _after(text, reading, limit) if text[reading.end : reading.end + 1] == "的" else ""
    return noun or (f"{after}时长" if after else f"{verb}时长" if verb else f"{memory.last}时长")


def _group(text: str, found: Sequence[Reading], at: int) -> int:
    """Where the run of figures joined by 、 and 和 alone ends that begins at `at`."""
    end = at + 1
    while end < len(found) and text[found[end - 1].end : found[end].start] in ("、", "和", "及", "与", "，", ","):
        end += 1
    return end


def _pairwise(text: str, found: Sequence[Reading], at: int, end: int, made: list[str]) -> list[str]:
    """分别增长9.1%和11.4%: the names or the figures before, in their order."""
    size = end - at
    start = found[at].start
    clause = text[max(0, start - 14) : start]
    said = clause.rfind("分别")
    if size < 2 or said < 0 or _BOUNDARY.search(clause, said):
        return []
    where = max(0, start - 14) + said
    turn = _DIRECTION.search(_TAIL.sub("", clause[said + 2 :]))
    suffix = _DIRECTIONS[turn.group(1)] if turn else ""
    names = _names(text, where, size) or (made[at - size : at] if at >= size else [])
    return [f"{name}{suffix}" for name in names] if len(names) == size else []


def _names(text: str, where: int, size: int) -> list[str]:
    """The list of `size` names that stands before 分别."""
    window = re.split("[。；\n]", text[max(0, where - 48) : where])[-1].rstrip("，, ")
    for clause in reversed(re.split("[，,：:]", window)):
        parts = [part for part in _LISTED.split(clause) if part]
        if len(parts) == size:
            first, last = _noun(parts[0])[0], re.split("[0-9一二两三四五六七八九十]", parts[-1])[0]
            return [first or parts[0], *parts[1:-1], last or parts[-1]]
    return []
