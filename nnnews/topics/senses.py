"""What the two characters 人大 mean where they stand: the congress, the university, or the seam of two words.

The words before and behind decide, in the order of `sense_of`; each table has an example beside it.
"""

import re
from typing import Literal

from nnnews.text.expressions import expression

Sense = Literal["congress", "university", "seam"]

# 中国人民大学 for short: 人大（中国人民大学）, 人大附中, 人大教授, 人大校长, 人大法学院, 人大出版社, 人大毕业.
_UNIVERSITY_AFTER = expression(
    "[（(]中国人民大学|在\\w{1,4}(?:招生|录取)|附[中小属]|副?教授|校[长友区园史门]|副校长|[讲导]师|教师|老师|师生|学[子生者霸报]|本科|研究生|[博硕]士|毕业|招生|录取|考研"
    "|读[书研博]|求学|出版社|书报|复印|\\w{1,4}学院|重阳|苏州校区|E?MBA"
)
# 毕业于人大, 考上了人大, 清华、北大、人大.
_UNIVERSITY_BEFORE = expression(
    "(?:毕业于|考[上入取中]了?|就读于?|保送|[任执]教于|(?:北大|清华|复旦|浙大|南开|北师大)[、和与及]?)$"
)
# 中国人大 is the university, but for 中国人大网 and 中国人大制度.
_CHINA_CONGRESS = ("网", "》", "杂志", "制度", "代表", "常委", "立法", "监督", "工作")

# Behind a unit of government it is the congress even before 大多 and 大学: 县人大多措并举, 区人大学习贯彻, 广西人大.
_UNIT_BEFORE = frozenset("市县区省镇乡国州盟旗级届道")
_STEM_BEFORE = frozenset(
    re.findall(
        "..",
        "广西广东广州深圳北京上海天津重庆南宁柳州桂林梧州北海钦州贵港玉林百色贺州河池来宾崇左城港"
        "兴宁青秀江南乡塘良庆邕宁武鸣隆安马山上林宾阳横州地方基层",
    )
)
# 推动人大工作, 支持人大依法履职.
_CONGRESS_AFTER = tuple(
    re.findall(
        r"\S+",
        "常委 代表 主席 工委 机关 工作 专委 专门 监督 监察 制度 立法 换届 选举 议案 "
        "议政 会议 办 党组 党委 干部 选任 财经 法制 法工 社会建设 城建 环资 环境 "
        "农业 农村 农委 教科 民宗 民侨 侨 外事 预算 履职 建议 系统 及 依法 决定 "
        "决议 审议 报告 审查 闭会 召开 开展 组织 新闻 网 信访 研究室 理论 宣传 视察 调研 "
        "执法 街道 联络 票决 信息 培训 述职 补选 发布 发挥 职能 职权 力量 智慧 担当 "
        "作为 故事 声音 方案 干警 行使",
    )
)
# 向人大报告, 对人大负责.
_PARTICLE_BEFORE = frozenset("向由对在和与经报受请据以及是同给为的")
# 大 begins a word of its own: 令人|大开眼界, 工人|大军, 老人|大多, 本人|大学.
_BIG = expression(
    "[打多军量批呼吃喜怒失惊笑哭骂喊跌饱为都致约概赛爷妈哥姐叔伯方增减闹型厅楼厦桥道街门脑火家师众小战片半红胆声步幅夫病事展秀聚迁头可]"
    "|开眼|学(?!习)|力(?!量)|规模|面积|团圆|合唱|会(?!议)|扫除|丰收|代表队"
)
_PERSON_BEFORE = frozenset(
    "令使让两二三四五六七八九十几数多众工老本男女病客路行旁别常好坏新惊军名友亲熟外成诗商证主盲狂情恋猎牧"
)


def sense_of(text: str, start: int) -> Sense:
    """The sense of the 人大 that begins at `start`."""
    end, before = start + 2, text[start - 1 : start]
    if _is_university(text, start, end):
        return "university"
    big = _BIG.match(text, end) is not None
    office = text.startswith(_CONGRESS_AFTER, end)
    if not _is_han(before):
        return "seam" if big and not office else "congress"
    if before in _UNIT_BEFORE or text[max(0, start - 2) : start] in _STEM_BEFORE:
        return "congress"
    if office:
        return "seam" if big and before in _PERSON_BEFORE else "congress"
    if big or before in _PERSON_BEFORE:
        return "seam"
    return "congress" if before in _PARTICLE_BEFORE or not _is_han(text[end : end + 1]) else "seam"


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def _is_university(text: str, start: int, end: int) -> bool:
    if _UNIVERSITY_AFTER.match(text, end) or _UNIVERSITY_BEFORE.search(text, max(0, start - 5), start):
        return True
    return text.startswith("中国", max(0, start - 2)) and not text.startswith(_CHINA_CONGRESS, end)
