"""What a figure counts, as a reader would say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nnnews.figures.nouns import BOUNDARY, behind, clause_before, parse
from nnnews.figures.pairs import JOINTS, opens_pair, pair_noun, pairwise, turned, turns
from nnnews.figures.phrase import Reading

_SHARE = re.compile("占(?:比|到)?(?:约|近|超|为|达|了)*$|占[^，。]{1,14}的$")
_AGAINST = re.compile("(?:高于|低于|高出|超过|超出|比|较)[^，。；]{1,12}$")
_WITHIN = re.compile("(?:以|之)?内")
_LASTING = re.compile("(?:为期|历时|持续|长达|用时|耗时)$")
_DIMENSIONS = {"长": "长度", "全长": "全长", "宽": "宽度", "高": "高度", "深": "深度", "厚": "厚度", "重": "重量"}
_MEASURED = tuple(_DIMENSIONS)
_SHARED = ("各", "各有", "各自", "各设", "各配备", "各新增", "各建成")
# What is said when the text names nothing.
_DEFAULTS = {
    "人": "人员", "人次": "人次", "元": "金额", "%": "比例", "‰": "比例", "成": "比例", "个百分点": "幅度",
    "倍": "倍数", "番": "增幅", "天": "时长", "年": "时长", "个月": "时长", "小时": "时长", "分钟": "时长",
    "周": "时长", "个工作日": "时长", "秒": "时长", "公里": "长度", "米": "长度", "平方米": "面积", "亩": "面积",
    "公顷": "面积", "平方公里": "面积", "吨": "重量", "公斤": "重量", "立方米": "体积", "岁": "年龄", "分": "得分",
    "次": "次数", "户": "住户",
}  # fmt: skip
# 部门还将投入约770万元: the clause names who pays, and the verb says what for.
_PAYING = frozenset(
    (
        *("投入", "拨付", "拨出", "筹集", "筹措", "筹资", "归集", "支付", "募集", "捐赠", "捐出", "签约"),
        *("节约", "节省", "省下", "减免", "罚没", "追回", "挽回"),
    )
)
_SELF_NOUN = frozenset(("人", "人次", "户", "元", "岁", "%"))
_PARTS = frozenset(("fraction", "half"))


@dataclass(slots=True)
class _Memory:
    """The nouns of the figures before, for a clause that names none: 代表建议97件，已办结96件."""

    last: str = ""
    by_unit: dict[str | None, str] = field(default_factory=dict)

    def keep(self, reading: Reading, noun: str) -> None:
        self.last = self.by_unit[reading.canonical] = noun


class _Place(NamedTuple):
    """A reading with what stands around it: the clause `before` it, the figures next to it."""

    text: str
    reading: Reading
    before: str
    limit: int
    follows: bool


def subjects(text: str, found: Sequence[Reading]) -> list[str]:
    """The subject of each reading, in order."""
    memory, made = _Memory(), list[str]()
    while len(made) < len(found):
        at = len(made)
        several = pairwise(text, found, made)
        made += several or [_subject(text, found, at, memory)]
        memory.last = several[-1] if several else memory.last
    return made


def _subject(text: str, found: Sequence[Reading], at: int, memory: _Memory) -> str:
    place = _place(text, found, at)
    if opens_pair(text, found, at):
        noun = pair_noun(place.before) or behind(text, place.reading.end, place.limit, True).noun
        noun = noun or memory.last or _default(place.reading, memory)
        memory.keep(place.reading, noun)
        return f"原{noun}"
    if at and opens_pair(text, found, at - 1):
        own = behind(text, place.reading.end, place.limit, True).noun
        return f"现{own or memory.last}"
    return _told(place, memory) or _default(place.reading, memory)


def _place(text: str, found: Sequence[Reading], at: int) -> _Place:
    reading = found[at]
    previous = found[at - 1].end if at else 0
    limit = found[at + 1].start if at + 1 < len(found) else len(text)
    before = clause_before(text, previous, reading.start)
    if limit == reading.end < len(text) and found[at + 1].kind == "classifier":  # 32名两级人大代表
        return _Place(text, found[at + 1]._replace(unit=reading.unit), before, len(text), False)
    return _Place(text, reading, before, limit, at > 0 and text[previous : reading.start] in JOINTS)


def _told(place: _Place, memory: _Memory) -> str:
    reading = place.reading
    turn = turns(place.before)
    if place.follows and memory.last and not _behind(place):
        return memory.last
    if turn and (reading.kind != "classifier" or not _behind(place)):
        return turned(place.before, turn, memory.last)
    if reading.kind == "time":
        return _duration(place, memory)
    if reading.kind == "share" or reading.rule in _PARTS:
        return _share(place, memory)
    return _counted(place, memory)


def _behind(place: _Place) -> str:
    return behind(place.text, place.reading.end, place.limit, place.reading.name in _SELF_NOUN).noun


def _counted(place: _Place, memory: _Memory) -> str:
    """A noun behind a classifier wins; a measure asks before itself first."""
    reading = place.reading
    clause = parse(place.before)
    after = behind(place.text, reading.end, place.limit, reading.name in _SELF_NOUN)
    if after.noun and (reading.kind != "measure" or not clause.noun):
        memory.keep(reading, after.noun)
        return after.noun
    if clause.noun.endswith(_MEASURED):
        return _dimension(clause.noun, memory)
    if place.before.endswith(_SHARED):
        return memory.last or clause.noun
    if clause.noun:
        memory.keep(reading, clause.noun)
        return f"{clause.verb}的{clause.noun}" if clause.verb else clause.noun
    return _verbal(reading, clause.verb or after.verb, clause.topic, memory)


def _dimension(noun: str, memory: _Memory) -> str:
    """长18.4公里 → 病险渠段长度, the thing being the last one named."""
    word = "全长" if noun.endswith("全长") else noun[-1]
    return f"{noun[: len(noun) - len(word)] or memory.last}{_DIMENSIONS[word]}"


def _verbal(reading: Reading, verb: str, topic: str, memory: _Memory) -> str:
    """A clause without a noun: 已办结96件 → 办结的建议; 40多人报名 → 报名人数."""
    if reading.canonical == "元" and verb in _PAYING:
        return f"{verb}金额"
    inherited = memory.by_unit.get(reading.canonical)
    if reading.kind == "measure" or reading.canonical == "次":  # 活动已举办10次: the times are the activity's
        inherited = topic or inherited
    if inherited:
        return f"{verb}的{inherited}" if verb and inherited != topic else inherited
    if not verb:
        return ""
    return f"{verb}人数" if reading.canonical == "人" else f"{verb}{_DEFAULTS.get(reading.canonical or '', '数量')}"


def _share(place: _Place, memory: _Memory) -> str:
    if _SHARE.search(place.before):
        clause = parse(_SHARE.sub("", place.before))
        noun = clause.noun or clause.topic or memory.last
        memory.last = noun or memory.last
        return f"{noun}占比"
    if _AGAINST.search(place.before) and memory.last:
        return memory.last
    linked = place.text.startswith("的", place.reading.end)
    clause = parse(place.before)
    after = _behind(place)
    noun = (linked and after) or clause.noun or after or clause.topic
    if noun:
        memory.last = noun
        return noun
    return f"{memory.last}{clause.verb}比例" if memory.last or clause.verb else ""


def _duration(place: _Place, memory: _Memory) -> str:
    text, reading, before = place.text, place.reading, place.before
    lasting = _LASTING.search(before)
    if lasting:
        return f"{parse(before[: lasting.start()]).noun or memory.last}时长"
    clause = parse(before)
    if clause.noun.endswith(("期", "时间", "时限", "工期", "期限")):
        return clause.noun
    within = _WITHIN.match(text, reading.end)
    if within:
        deed = BOUNDARY.split(text[within.end() : within.end() + 8], maxsplit=1)[0]
        return f"{deed}时限"
    noun = clause.noun or clause.topic
    if noun:
        return noun
    after = behind(text, reading.end, place.limit, True)
    return f"{after.noun or after.verb or clause.verb}时长"


def _default(reading: Reading, memory: _Memory) -> str:
    return memory.by_unit.get(reading.canonical) or _DEFAULTS.get(reading.canonical or "") or memory.last or "数量"
