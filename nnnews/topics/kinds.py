"""Which of the congress's work an article tells of: phrases by topic, an example beside each.

A phrase counts three times in the title, twice in the lead, once in the body, there at most three times over.
"""

import re
from itertools import islice
from typing import NamedTuple


class Phrase(NamedTuple):
    """Words of a topic, what one of them weighs, and an example."""

    pattern: str
    weight: float
    example: str


PHRASES: dict[str, tuple[Phrase, ...]] = {
    "会议": (
        Phrase("第[一二三四五六七八九十百\\d]{1,4}次(?:主任)?会议", 2, "常委会第九次会议"),
        Phrase("[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次会议", 2, "十五届四次会议"),
        Phrase("常委会会议|主任会议|主席团会议|联组会议|预备会议|人代会", 1.5, "召开主任会议"),
        Phrase("全体会议|代表大会会议|会议议程|议程草案", 1.5, "举行第二次全体会议"),
        Phrase("会议(?:开幕|闭幕|听取|审议|表决|应到|建议议程)|闭幕会|胜利闭幕|隆重开幕", 1.5, "会议应到代表二百名"),
    ),
    "立法": (
        Phrase("立法(?!联系点)|地方性法规|法规草案|条例[（(]?草案", 2, "开展立法调研"),
        Phrase("修订草案|修正案草案|草案[一二三]审稿|草案修改稿|征求意见稿", 2, "审议草案二审稿"),
        Phrase(
            "(?:通过|审议|制定|修订|修改|起草|批准)了?《[^。\n]{0,24}条例|基层立法联系点",
            1.5,
            "表决通过《某市河道条例》",
        ),
    ),
    "监督": (
        Phrase("执法检查|专题询问|满意度测评|工作评议|备案审查|质询", 2, "开展执法检查"),
        Phrase("(?:预算|专项|正确|有效|依法|跟踪|联动)监督", 2, "围绕一老一小开展专项监督"),
        Phrase("听取和审议|审议意见|审计查出|决算草案|预算执行|国有资产管理情况", 1.5, "形成审议意见"),
        Phrase("视察|调研|检查组|监督|督办|跟踪问效|实地察看|实地查看", 1, "视察组实地察看渠道"),
        Phrase("贯彻实施情况|实施情况|问题清单|整改落实", 1, "检查条例贯彻实施情况"),
    ),
    "代表工作": (
        Phrase("代表(?:建议|联络站|之家|活动[日室站]|履职|述职|小组)|议案建议", 2, "召开代表建议督办会"),
        Phrase("代表(?:培训|视察|接待|票决|议案|风采|工作)|人大代表[一-鿿]{0,6}(?:走进|助|话|述职)", 2, "组织代表视察"),
        Phrase("履职(?:培训|能力|活动|平台|账单)|接待选民|走访选民|网格化履职|民生实事项目", 1.5, "晒出履职账单"),
        Phrase("人大代表(?!大会)|代表们", 1, "代表们建议加快进度"),
    ),
    "决定任免": (
        Phrase("人事任免|任免(?:案|事项|职|名单)|任命|免去|免职|宪法宣誓", 2, "表决人事任免案"),
        Phrase("拟任(?:职)?人员|接受[^。\n]{0,14}辞[职去]|决定代理|任前(?:法律|考试)", 2, "接受某人辞去职务的请求"),
        Phrase("作出[^。\n]{0,20}(?:决定|决议)|重大事项|的决[定议]》", 1.5, "作出关于设立植树日的决定"),
    ),
    "选举": (
        Phrase("选举(?!联络|法|权)|补选|换届|选民登记|候选人|选区", 2, "依法补选代表"),
        Phrase("投票(?:站|选举)|参选率|选民(?:名单|证)|流动票箱|差额", 2, "设流动票箱"),
    ),
    "自身建设": (
        Phrase("自身建设|机关(?:建设|党[建支总委]|干部|作风)|党支部|四个机关", 2, "加强机关党建"),
        Phrase("党组(?:会议|理论|召开)|中心组|主题教育|主题党日|党风廉政|廉政教育", 2, "召开党组会议"),
        Phrase("议事规则|理论学习|工作者培训|机关开展|志愿服务|人大干部|宣传工作|信息化", 1.5, "人大干部培训"),
    ),
}
TOPICS = tuple(PHRASES)
_IN_TITLE, _IN_LEAD, _IN_BODY = 3.0, 2.0, 1.0
_MOST = 3
_ENOUGH, _SHARE = 3.0, 0.4
_COMPILED = tuple((topic, line.weight, re.compile(line.pattern)) for topic in TOPICS for line in PHRASES[topic])


def topics_of(text: str, title_end: int, lead_end: int) -> dict[str, float]:
    """The topics with their weights, heaviest first; what is only touched on beside a heavier one is left out."""
    weights = dict.fromkeys(TOPICS, 0.0)
    for topic, weight, pattern in _COMPILED:
        weights[topic] += weight * _strength(pattern, text, title_end, lead_end)
    floor = max(_ENOUGH, _SHARE * max(weights.values()))
    order = sorted(weights, key=lambda topic: -weights[topic])
    return {topic: weights[topic] for topic in order if weights[topic] >= floor}


def _strength(pattern: re.Pattern[str], text: str, title_end: int, lead_end: int) -> float:
    title = _IN_TITLE if pattern.search(text, 0, title_end) else 0.0
    lead = _IN_LEAD if pattern.search(text, title_end, lead_end) else 0.0
    hits = islice(pattern.finditer(text, lead_end), _MOST)
    return title + lead + _IN_BODY * sum(1 for _ in hits)
