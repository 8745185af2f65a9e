"""Which of the congress's work an article tells of: words and forms by topic, an example beside each.

A line counts three times in the title, twice in the lead, once in the body, there at most three times over.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from nnnews.text.expressions import expression

TOPICS = ("会议", "立法", "监督", "代表工作", "决定任免", "选举", "自身建设")


class Line(NamedTuple):
    """Words of a topic, or one form as an expression, what each weighs, and an example."""

    topic: str
    words: str
    weight: float
    example: str


WORDS = (
    Line("会议", "常委会会议|主任会议|主席团会议|联组会议|预备会议|人代会", 1.5, "召开主任会议"),
    Line("会议", "全体会议|工作会议|代表大会会议|会议议程|会议建议议程|议程草案", 1.5, "举行第二次全体会议"),
    Line("会议", "会议开幕|会议闭幕|会议听取|会议审议|会议表决|会议应到|闭幕会|胜利闭幕|隆重开幕", 1.5, "会议表决"),
    Line("立法", "立法|地方性法规|法规草案|条例草案|条例（草案|条例(草案", 2, "开展立法调研"),
    Line("立法", "修订草案|修正案草案|草案一审|草案二审|草案三审|草案修改稿|征求意见稿", 2, "审议草案二审稿"),
    Line("立法", "基层立法联系点", 1.5, "走进基层立法联系点"),
    Line("监督", "执法检查|专题询问|满意度测评|工作评议|备案审查|质询", 2, "开展执法检查"),
    Line("监督", "预算监督|专项监督|正确监督|有效监督|依法监督|跟踪监督|联动监督", 2, "围绕一老一小开展专项监督"),
    Line("监督", "听取和审议|审议意见|审计查出|决算草案|预算执行|资产管理情况|专项报告", 1.5, "形成审议意见"),
    Line("监督", "视察|调研|检查|监督|督办|暗访|跟踪问效|实地察看|实地查看", 1, "视察组实地察看渠道"),
    Line("监督", "实施情况|问题清单|整改落实", 1, "检查条例贯彻实施情况"),
    Line("代表工作", "代表建议|代表联络站|代表之家|代表活动日|代表活动室|代表活动站", 2, "召开代表建议督办会"),
    Line("代表工作", "代表履职|代表述职|代表小组|代表培训|代表接待|代表票决|代表议案|议案建议", 2, "代表述职评议会"),
    Line("代表工作", "组织代表|代表视察|代表风采|代表工作|代表助|代表走进|代表话|代表提出", 2, "组织代表视察"),
    Line("代表工作", "履职培训|履职能力|履职活动|履职平台|履职账单|网格化履职", 1.5, "晒出履职账单"),
    Line("代表工作", "接待选民|走访选民|民生实事|票决|联系群众", 1.5, "代表走访选民"),
    Line("代表工作", "人大代表|代表们", 1, "代表们建议加快进度"),
    Line("决定任免", "人事任免|任免案|任免事项|任免职|任免名单|任命|免去|免职|宪法宣誓", 2, "表决人事任免案"),
    Line("决定任免", "拟任人员|拟任职人员|决定代理|任前法律|任前考试", 2, "拟任职人员作供职发言"),
    Line("决定任免", "重大事项|的决定》|的决议》", 1.5, "讨论决定重大事项"),
    Line("选举", "选举|补选|换届|选民登记|候选人|选区", 2, "依法补选代表"),
    Line("选举", "投票站|投票选举|参选率|选民名单|选民证|流动票箱|差额", 2, "设流动票箱"),
    Line("自身建设", "自身建设|机关建设|机关党|机关干部|机关作风|党支部|四个机关", 2, "加强机关党建"),
    Line("自身建设", "党组会议|党组理论|党组召开|中心组|主题教育|主题党日|党风廉政|廉政教育", 2, "召开党组会议"),
    Line("自身建设", "议事规则|理论学习|工作者培训|机关开展|志愿服务|人大干部|宣传工作|信息化", 1.5, "人大干部培训"),
    # Not of the topic whose word they hold.
    Line("", "选举联络|选举法|选举权|联系点工作", 0, "选举联络工作委员会"),
)  # fmt: skip
_NUMBER = "[一二三四五六七八九十百\\d]"
FORMS = (
    Line(
        "会议",
        # A set of characters first, which the engine can look for.
        f"[第{_NUMBER[1:]}(?:(?<=第){_NUMBER}{{1,4}}次(?:主任)?会议|(?<=届.){_NUMBER}{{0,2}}次会议)",
        2,
        "常委会第九次会议",
    ),
    Line("会议", f"人大{_NUMBER}{{1,3}}次会议", 2, "十五届人大四次会议"),
    Line("立法", "(?:通过|审议|制定|修订|修改|起草|批准)了?《[^。\n]{0,24}条例", 1.5, "表决通过《某市河道条例》"),
    Line("决定任免", "接受[^。\n]{0,14}辞[职去]", 2, "接受某人辞去职务的请求"),
    Line("决定任免", "作出[^。\n]{0,20}决[定议]", 1.5, "作出关于设立植树日的决定"),
)
_IN_TITLE, _IN_LEAD, _IN_BODY = 3.0, 2.0, 1.0
_MOST = 3
_ENOUGH, _LEAST, _SHARE = 3.0, 1.0, 0.4

_LINE_OF = {word: line for line in WORDS for word in line.words.split("|")}
# Plain words, the longest first: so the expression may skip to a character that begins one.
_WORD = expression("|".join(map(re.escape, sorted(_LINE_OF, key=len, reverse=True))))
_FORMS = tuple((line, expression(line.words)) for line in FORMS)


def topics_of(text: str, title_end: int, lead_end: int) -> dict[str, float]:
    """The topics with their weights, heaviest first; what is only touched on beside a heavier one is left out."""
    counts: Counter[tuple[Line, float]] = Counter()
    for line, start in _hits(text):
        counts[line, _IN_TITLE if start < title_end else _IN_LEAD if start < lead_end else _IN_BODY] += 1
    weights = dict.fromkeys((*TOPICS, ""), 0.0)
    for (line, worth), count in counts.items():
        weights[line.topic] += line.weight * worth * min(count, _MOST if worth == _IN_BODY else 1)
    most = max(weights.values())
    floor = max(_LEAST, min(_ENOUGH, most), _SHARE * most)
    order = sorted(TOPICS, key=lambda topic: -weights[topic])
    return {topic: weights[topic] for topic in order if weights[topic] >= floor}


def _hits(text: str) -> Iterator[tuple[Line, int]]:
    for hit in _WORD.finditer(text):
        yield _LINE_OF[hit.group()], hit.start()
    for line, pattern in _FORMS:
        for hit in pattern.finditer(text):
            yield line, hit.start()
