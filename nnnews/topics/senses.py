"""What the two characters 人大 mean where they stand: the congress, the university, or the seam of two words.

Read from left to right: each sense has its table, every line with an example; the first that holds decides.
"""

import re
from typing import Literal

Sense = Literal["congress", "university", "seam"]

# 人民大学, called 人大 for short.
_UNIVERSITY_AFTER = (
    ("附[中小属]", "人大附中"),
    ("副?教授|讲师|教师|老师|师生|导师", "人大教授"),
    ("校[长友区园史门]|副校长|党委书记兼?校", "人大校长"),
    ("学子|学生|学者|学霸|学报|本科|研究生|博士|硕士|毕业|招生|录取|考研|读[书研博]|求学", "人大毕业"),
    ("出版社|书报|复印报刊", "人大出版社"),
    ("[一-鿿]{1,4}学院|重阳|苏州校区|MBA|EMBA", "人大法学院"),
)
_UNIVERSITY_BEFORE = (
    ("(?:毕业于|考[上入取]|就读于?|保送|任教于|执教于)", "毕业于人大"),
    ("(?:北大|清华|复旦|浙大|南开|北师大)[、和与及]?", "清华、北大、人大"),
)
_CHINA = ("中国", "中国人大 is the university, but for 中国人大网 and 中国人大制度")
_CHINA_CONGRESS = re.compile("[网》]|杂志|制度|代表|常委|立法|监督|工作")

# 人大 behind a unit of government is the congress even before 大多, 开展, 学习: 县人大多措并举.
_UNIT_BEFORE = re.compile("[市县区省镇乡国州盟旗级届道]")
_STEM_BEFORE = re.compile(
    "(?:广西|广东|广州|深圳|北京|上海|天津|重庆|南宁|柳州|桂林|梧州|北海|钦州|贵港|玉林|百色|贺州|河池|来宾|崇左|城港"
    "|兴宁|青秀|江南|乡塘|良庆|邕宁|武鸣|隆安|马山|上林|宾阳|横州)"
)
_CONGRESS_AFTER = re.compile(
    "常委|代表(?!队)|主席|工委|机关|工作|专[委门]|监[督察]|制度|立法|换届|选举|议[案政]|会议|办[公]?|党[组委]|干部|[选任]|财经|法[制工]|社会建设"
    "|城建|环[资境]|农[业村委]|教科|民[宗侨]|侨|外事|预算|履职|建议|系统|及其?|依法|决[定议]|审[议查]|闭会|召开|开展|组织|新闻|网|信访"
    "|研究室|理论|宣传|视察|调研|执法|街道|联络|票决|信息|培训|述职|补选|发[布挥]|职[能权]|力量|智慧|担当|作为|故事|声音|方案|干警|行使"
)
_WORD_BEFORE = re.compile("[向由对在和与经报受请据以及是同给为的]")
# 大 begins a word of its own: 令人|大开眼界, 工人|大军, 老人|大多.
_BIG = re.compile(
    "开眼|打|多|军|学(?!习)|量|批|呼|吃|喜|怒|失|惊|笑|哭|骂|喊|跌|饱|为|都|致|约|概|力(?!量)|赛|爷|妈|哥|姐|叔|伯|方|增|减|闹|型|厅|楼|厦"
    "|桥|道|街|门|脑|火|家|师|众|小|战|片|半|红|胆|声|步|幅|规模|面积|夫|病|事|展|秀|团圆|聚|迁|合唱|头|会(?!议)|扫除|丰收|可"
)
_PERSON_BEFORE = re.compile(
    "[令使让两二三四五六七八九十几数多众工老本男女病客路行旁别常好坏新惊军名友亲熟外成诗商证主盲狂情恋猎牧]"
)
_HAN = re.compile("[一-鿿]")


def _any(lines: tuple[tuple[str, str], ...]) -> str:
    return "|".join(pattern for pattern, _ in lines)


_AFTER = re.compile(_any(_UNIVERSITY_AFTER))
_BEFORE = re.compile(f"(?:{_any(_UNIVERSITY_BEFORE)})$")


def sense_of(text: str, start: int) -> Sense:
    """The sense of the 人大 that begins at `start`."""
    end = start + 2
    if _is_university(text, start, end):
        return "university"
    if start == 0 or not _HAN.match(text, start - 1):
        return "seam" if _BIG.match(text, end) and not _CONGRESS_AFTER.match(text, end) else "congress"
    if _UNIT_BEFORE.match(text, start - 1) or (start > 1 and _STEM_BEFORE.match(text, start - 2)):
        return "congress"
    if _CONGRESS_AFTER.match(text, end):
        return "seam" if _PERSON_BEFORE.match(text, start - 1) and _BIG.match(text, end) else "congress"
    if _PERSON_BEFORE.match(text, start - 1) or _BIG.match(text, end):
        return "seam"
    return "congress" if _WORD_BEFORE.match(text, start - 1) or not _HAN.match(text, end) else "seam"


def _is_university(text: str, start: int, end: int) -> bool:
    if _AFTER.match(text, end) or _BEFORE.search(text, max(0, start - 5), start):
        return True
    return text.startswith(_CHINA[0], max(0, start - 2)) and _CHINA_CONGRESS.match(text, end) is None
