"""The words that speak for a congress, and the settings that take their force away: two tables.

`body`, `deputy` and `own` words are the congress's alone; `shared` ones (代表建议, 视察组) count only beside them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nnnews.text.expressions import expression
from nnnews.topics.senses import sense_of

Kind = Literal["body", "deputy", "own", "shared"]
Where = Literal["before", "after", "within"]


class Word(NamedTuple):
    """Words of one force, and a phrase in which one of them speaks for a congress."""

    words: str
    kind: Kind
    weight: float
    example: str


class Discount(NamedTuple):
    """A setting that names a congress without being about it: words right before it, right behind it, or around it."""

    name: str
    where: Where
    pattern: str
    factor: float
    example: str


WORDS = (
    Word("人民代表大会|人代会", "body", 1.0, "第十五届人民代表大会第四次会议开幕"),
    Word("人民代表大会制度", "body", 0.4, "坚持和完善人民代表大会制度"),
    Word("人大代表", "deputy", 0.8, "人大代表走进联络站"),
    Word("人大", "body", 1.0, "县人大常委会召开会议"),
    Word("常委会组成人员|代表票决|地方性法规|立法联系点|议案建议|代表议案|选区", "own", 0.6, "议案建议办理"),
    Word("代表联络站|代表之家|代表活动日|代表票决制", "own", 0.6, "走进代表联络站"),
    Word("草案）》提请|草案提请|会议一审|会议二审|会议三审|草案二审|草案三审", "own", 0.6, "条例草案提请会议二审"),
    Word("请予审议|请予审查|预算草案的报告|计划草案的报告", "own", 0.6, "以上报告，请予审查"),
    Word("代表活动室|代表活动站|代表履职|代表述职", "shared", 0.5, "代表履职平台"),
    Word("代表小组|代表建议|代表团", "shared", 0.5, "代表建议办结率"),
    Word("监督重点|监督议题|重点督办|重点建议|专项监督|跟踪监督", "shared", 0.4, "列为年度监督重点"),
    Word("审议意见|听取和审议|专题询问|执法检查|备案审查", "shared", 0.5, "形成审议意见"),
    Word("主任会议|联组会议|常委会会议", "shared", 0.5, "召开主任会议"),
    Word("人事任免|宪法宣誓|任免案|补选|选民|换届选举|选举委员会", "shared", 0.4, "向选民述职"),
    Word(
        "条例草案|条例（草案|法规草案|立法调研|立法计划|立法工作|一府一委两院|一府两院",
        "shared",
        0.4,
        "审议条例草案",
    ),
    Word(
        "闭会期间|代表们|组织代表|联络站|接待选民|接待群众|联名提交|联名提出|工作委员会|监督工作|跟踪督办|满意度测评|视察组|检查组|与会代表",
        "shared",
        0.2,
        "视察组实地察看",
    ),
)

_UNIT = "(?:全国|自治区|广西|南宁|城区|[省市县区镇乡州盟旗])"
_OFFICE = "(?:常委会)?(?:机关)?(?:党组)?(?:副?书记、)?(?:副?主任|副?主席|副?委员长|秘书长|委员|[一二]级巡视员|党组书记)"
_HELD = f"(?:\\w{{0,4}}{_UNIT})?(?:第?[一二三四五六七八九十\\d]{{1,3}}届)?(?:\\w{{0,4}}{_UNIT})?"
_OTHERS = "委|部|厅|局|政府|政协|军区|法院|检察院"
_JOBS = "传承人|模范|标兵|能手|先进|专家|带头人|董事长|经理|书记|主任|院长|校长|医生|教师|厂长|负责人"
DISCOUNTS = (
    Discount("a source", "before", "来源[:：][^。\n]{0,9}", 0.0, "（来源：某县人大办）"),
    Discount("a former office", "before", "(?<![太平固中开草高还])原[市县区省]?", 0.15, "原市人大干部"),
    Discount("a former office", "after", "(?:常委会)?(?:党组)?(?:成员|副?书记)?、?原", 0.15, "市人大常委会原副主任"),
    Discount("a list", "before", f"(?:{_OTHERS})、{_UNIT}{{0,2}}", 0.15, "市委、市人大、市政府"),
    Discount(
        "a list",
        "after",
        f"(?:常委会)?(?:机关)?、{_UNIT}{{0,2}}(?:人民)?(?:政府|政协(?!委员)|纪委)",
        0.15,
        "人大、政协领导",
    ),
    Discount("with 政协", "before", "政协委员[、和及与]", 0.3, "政协委员、人大代表应邀参加"),
    Discount("an impostor", "before", "冒充|假冒|自称|谎称", 0.1, "冒充人大代表"),
    Discount(
        "a guest",
        "after",
        "[^，。；;\n]{0,6}?(?:作为|以)(?:特邀|嘉宾|志愿者|观众|家长|顾客)",
        0.25,
        "人大代表作为特邀嘉宾",
    ),
    Discount("of another body", "before", "党|工会|职工|青年", 0.0, "党代表联络站"),
    Discount(
        "several offices",
        "before",
        f"(?:书记|[市县区省]长|常委|主席)、{_UNIT}{{0,2}}",
        0.3,
        "县委书记、县人大常委会主任",
    ),
    Discount(
        "with 政协", "after", "(?:\\d{1,3}[名位人])?[、和及与]\\w{0,2}政协委员", 0.3, "邀请人大代表、政协委员旁听"
    ),
    Discount("before a job", "after", f"、[^。，、\n]{{2,14}}(?:{_JOBS})", 0.4, "人大代表、某公司董事长"),
    Discount(
        "a case", "after", f"{_OFFICE}\\w{{0,6}}?(?:涉嫌|严重违|受贿|接受审查|被查|被开除)", 0.15, "人大副主任某某被查"
    ),
    Discount(
        "a guest",
        "after",
        f"{_OFFICE}[^。；;\n]{{0,30}}?(?:出席|参加|陪同|一同|列席|到会|受聘|致辞|祝贺|应邀)",
        0.25,
        "人大常委会主任参加",
    ),
    Discount(
        "asked by another",
        "before",
        f"(?:提请|报请|提交|报送|报经|经|(?<=[序后法规时])报|落实好?|[根依]据|按照){_UNIT}{{0,2}}",
        0.4,
        "提请市人大常委会审议",
    ),
    Discount(
        "a law's origin",
        "after",
        "(?:常委会|常务委员会)?第[^。，第]{1,4}次会议\\w{0,4}通过的",
        0.3,
        "人大第七次会议通过的公司法",
    ),
    Discount(
        "an honour",
        "within",
        f"(?:当选|荣获|选为|连任|获评|[系是任])为?{_HELD}人大代表(?=[、，,。；])",
        0.2,
        "当选市人大代表，",
    ),
    Discount(
        "a career", "within", "(?:历任|曾任|先后任|担任|[调转离兼现时]任)[^。；;\n]{0,40}", 0.1, "历任县人大副主任"
    ),
)

_OBITUARY = expression("逝世|讣告|遗体告别|生平|享年|病逝|与世长辞|追悼")
_OBITUARY_FACTOR = 0.1
_OPENING = 240
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """One word that speaks for a congress, where it stands, and what its setting leaves of its weight."""

    start: int
    end: int
    word: str
    kind: Kind
    weight: float
    rule: str


def _groups(patterns: Iterable[tuple[int, str]]) -> str:
    """Alternatives as groups r0, r1 …, so that `lastgroup` names the line of the table."""
    return "|".join(f"(?P<r{index}>{pattern})" for index, pattern in patterns)


def _setting(where: Where) -> str:
    return _groups((index, line.pattern) for index, line in enumerate(DISCOUNTS) if line.where == where)


_WORD_OF = {word: line for line in WORDS for word in line.words.split("|")}
# Plain words, the longest first: so the expression may skip to a character that begins one.
_WORD = expression("|".join(sorted(_WORD_OF, key=len, reverse=True)))
# 经市人大常委会会议表决通过: asked by another, but the congress has acted.
_ACTED = expression("(?:常委会|常务委员会)?(?:第\\w{1,4}次)?会议(?:审议|表决)*(?:通过|批准)(?!的)")
_BEFORE = expression(f"(?:{_setting('before')})$")
_AFTER = expression(_setting("after"))
# The characters that a setting within begins with are looked at first: most others are none of them.
_WITHIN = expression(f"(?=[当荣选连获系是任历曾先担调转离兼现时])(?:{_setting('within')})")


def find_evidence(text: str) -> list[Evidence]:
    """All words of the table in order."""
    obituary = _OBITUARY.search(text, 0, _OPENING) is not None
    within = _Within(text)
    return [found for hit in _WORD.finditer(text) if (found := _evidence(hit, text, within, obituary))]


def _evidence(hit: re.Match[str], text: str, within: "_Within", obituary: bool) -> Evidence | None:
    """None where 人大 is the university or a seam."""
    word, (start, end) = _WORD_OF[hit.group()], hit.span()
    if word.kind == "shared":
        return Evidence(start, end, hit.group(), word.kind, word.weight, word.kind)
    if hit.group() in ("人大", "人大代表") and sense_of(text, start) != "congress":
        return None
    if obituary:
        return Evidence(start, end, hit.group(), word.kind, word.weight * _OBITUARY_FACTOR, "in an obituary")
    found = _discount(text, start, end, within)
    if found is None:
        return Evidence(start, end, hit.group(), word.kind, word.weight, word.kind)
    return Evidence(start, end, hit.group(), word.kind, word.weight * found.factor, found.name)


def _discount(text: str, start: int, end: int, within: "_Within") -> Discount | None:
    """The first setting that holds."""
    if _ACTED.match(text, end):
        return None
    hit = _BEFORE.search(text, max(0, start - _WINDOW), start) or _AFTER.match(text, end) or within.around(start)
    return DISCOUNTS[int((hit.lastgroup or "r0")[1:])] if hit else None


class _Within:
    """The spans that a setting covers, asked for in ascending order."""

    def __init__(self, text: str) -> None:
        self._spans: Iterator[re.Match[str]] = _WITHIN.finditer(text)
        self._current = next(self._spans, None)

    def around(self, position: int) -> re.Match[str] | None:
        while self._current and self._current.end() <= position:
            self._current = next(self._spans, None)
        return self._current if self._current and self._current.start() <= position else None
