"""Personal names: which runs of characters are names, and where one name ends and the next begins."""

import re
from functools import cache
from importlib.resources import files

_HAN = "\u3400-\u9fff"
_SEPARATORS = re.compile(r"[、，,;；/&?\u3013]+|[ \u3000]+(?=[和与][ \u3000])|(?<=[ \u3000])[和与][ \u3000]+")
_SPACES = re.compile(r"[ \u3000]+")
_DOT = re.compile(r"[•・‧∙．.]")
_MINORITY = re.compile(rf"[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}){{1,4}}")
_WORD = re.compile(rf"[{_HAN}]{{2,40}}")
_HANDLE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{1,19}")
# What follows 记者 and is no name, however well the label promises one: 记者 观察, 本报记者 昨日.
_NO_PEN_NAMES = re.compile(
    "观察|调查|手记|感言|札记|见闻|走访|获悉|了解|看到|看见|注意|发现|采访|从|在|于|昨|今|近|日前|说|问|直击|体验|追踪|视角|眼中|之家|现场|报道|"
    "跟随|来到|走进|前往|随|当|一行|团|站|会|节|证|协会|招聘|培训|来源|时间|日期|发布|点击|浏览|阅读|字号|字体|分享|打印|关闭|上一|下一|更多|返回|首页|作品|提供|资料|视频|链接"
)
# What stands where a name could, begins like one, and is none.
_NO_NAMES = frozenset(
    [
        "佚名",
        "匿名",
        "本报",
        "本网",
        "本站",
        "本刊",
        "本台",
        "综合",
        "原创",
        "转载",
        "网络",
        "互联网",
        "未知",
        "暂无",
        "不详",
        "其他",
        "无",
        "待定",
        "右一",
        "左一",
        "右二",
        "左二",
        "全文",
        "草案",
        "试行",
        "节选",
        "高清",
        "方案",
        "文件",
        "通知",
        "成都",
        "安徽",
        "江苏",
        "江南",
        "江西",
        "宁波",
        "海口",
        "金融",
        "时评",
        "平安",
        "司法",
        "常委",
        "水利",
        "路线",
        "白天",
        "程序",
        "万元",
        "全体",
        "申请",
        "解读",
        "连载",
        "习惯",
        "计划",
        "支持",
        "单位",
        "项目",
        "管理",
        "经济",
        "应用",
        "干部",
        "牛年",
        "马上",
        "党委",
        "党员",
        "党建",
        "强调",
        "公安",
        "农业",
        "农村",
        "法院",
        "法规",
        "乐业",
        "平果",
        "凌云",
        "都安",
        "巴马",
        "马山",
        "宾阳",
        "武鸣",
        "隆安",
        "安吉",
        "柳州",
        "桂林",
        "钦州",
        "贵港",
        "玉林",
        "崇左",
        "来宾",
        "贺州",
        "河池",
        "田林",
        "田东",
        "田阳",
        "龙州",
        "龙胜",
        "金秀",
        "容县",
        "陆川",
        "平南",
        "桂平",
        "灵山",
        "浦北",
        "宁明",
        "江州",
        "扶绥",
        "全州",
        "兴安",
        "阳朔",
        "荔浦",
        "永福",
        "柳江",
        "柳城",
        "融水",
        "融安",
        "邕宁",
        "良庆",
        "青秀",
        "南宁",
        "广西",
        "图文",
        "常务",
        "高端",
        "高考",
        "乡村",
        "经开区",
        "安全",
        "文明",
        "文化",
        "文旅",
        "文学",
        "文艺",
        "关注",
        "关于",
        "时间",
        "时政",
        "时讯",
        "时报",
        "万能",
        "万众",
        "白皮书",
        "明细",
        "简介",
        "简讯",
        "简报",
        "简称",
        "马克思",
        "和谐",
        "和平",
        "祝贺",
        "江边",
        "温馨",
        "包括",
        "张贴",
        "王牌",
        "黄色",
        "金色",
        "白色",
        "红色",
        "花絮",
        "花边",
        "云端",
        "云上",
        "云报",
        "成果",
        "成绩",
        "成立",
        "成员",
        "终身",
        "连线",
        "相关",
        "计算",
        "向前",
        "向上",
        "向导",
        "应急",
        "应邀",
        "厉行",
        "利用",
        "沙龙",
        "幸福",
        "党组",
        "党校",
        "党报",
        "党史",
        "时代",
        "车辆",
        "房产",
        "权威",
        "权益",
        "全省",
        "全市",
        "全县",
        "全国",
        "全区",
        "全程",
        "全景",
        "全媒",
        "强化",
        "施工",
        "路透",
        "路况",
        "项链",
        "余下",
        "单独",
        "单元",
        "高级",
        "高速",
        "高校",
        "高温",
        "方式",
        "方法",
        "方面",
        "方向",
        "方便",
        "方言",
        "祖国",
        "国家",
        "国庆",
        "国际",
        "国内",
        "国务院",
        "东盟",
        "东部",
        "东西",
        "牛市",
        "季度",
        "季节",
        "安排",
        "安置",
        "安心",
        "常态",
        "常规",
        "乐园",
        "温度",
        "温暖",
        "满意",
        "习题",
        "易懂",
        "广告",
        "广播",
        "广场",
        "广东",
        "古代",
        "古镇",
        "步行",
        "都市",
        "耿直",
        "关键",
        "关心",
        "毕业",
        "康复",
        "康养",
        "梁柱",
        "林业",
        "林区",
        "水平",
        "水库",
        "水产",
        "金额",
        "金牌",
        "雷达",
        "雷雨",
        "史料",
        "贺信",
        "贺词",
        "贺电",
        "费用",
        "明天",
        "明年",
        "明日",
        "明确",
        "计生",
        "计时",
        "戴帽",
        "谈话",
        "谈心",
        "宋体",
        "童年",
        "夏季",
        "夏粮",
        "夏日",
        "胡同",
        "凌晨",
        "管控",
        "卢比",
        "经贸",
        "经验",
        "干货",
        "解放",
        "解答",
        "解决",
        "应对",
        "丁字",
        "单价",
        "包装",
        "左右",
        "石油",
        "石化",
        "程度",
        "荣誉",
        "家庭",
        "家长",
        "家园",
        "封面",
        "封底",
        "井水",
        "段落",
        "巫术",
        "牧业",
        "山区",
        "山水",
        "车站",
        "车间",
        "仰望",
        "秋季",
        "秋粮",
        "秋收",
        "仲裁",
        "伊始",
        "宫殿",
        "甘蔗",
        "武术",
        "武警",
        "武装",
        "符合",
        "刘海",
        "景区",
        "景点",
        "龙舟",
        "龙头",
        "叶片",
        "印发",
        "印刷",
        "怀念",
        "从业",
        "籍贯",
        "籍",
        "赖以",
    ]
)
# No given name ends in these; offices and phrases do.
_NO_LAST = frozenset("的了们县镇局厅署省网讯委")


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The common single ones (Guangxi's among them), the other single ones, the double ones."""
    table = files(__package__).joinpath("surnames.txt").read_text(encoding="utf-8")
    common, other, double = (line.partition(" ")[2] for line in table.splitlines())
    return frozenset(common), frozenset(other), frozenset(double.split())


def has_surname(word: str) -> bool:
    """Whether the word begins with a surname, single or double."""
    common, other, double = _surnames()
    return word[:1] in common or word[:1] in other or word[:2] in double


def split_names(run: str, labelled: bool = False) -> tuple[str, ...] | None:
    """The names a run consists of, or None when any part of it is not a name.

    `文新军孙敏` is two names, `韦　珺` one. `labelled`: a label promises names, so that one without a known
    surname (a pen name, 格桑边觉) is believed.
    """
    words = _joined([word for part in _SEPARATORS.split(_DOT.sub("·", run)) for word in _words(part)])
    names: list[str] = []
    for word in words:
        found = _names_in(word, labelled)
        if not found:
            return None
        names += found
    return tuple(names) or None


def is_handle(word: str) -> bool:
    """An editor's Latin handle (`redcloud`), as content systems print it; the system's own accounts are none."""
    return bool(_HANDLE.fullmatch(word)) and word.lower() not in {"admin", "administrator", "root", "null", "undefined"}


def _words(part: str) -> list[str]:
    words = [word for word in _SPACES.split(part) if word]
    if words and len(words[-1]) > 2 and words[-1].endswith("等"):
        words[-1] = words[-1][:-1]
    return words


def _joined(words: list[str]) -> list[str]:
    """Two-character names are printed with a space inside, to be as wide as the others: 冯　文."""
    joined: list[str] = []
    halves = iter(words)
    for word in halves:
        joined.append(word + next(halves, "") if len(word) == 1 else word)
    return joined


def _names_in(word: str, labelled: bool) -> tuple[str, ...]:
    if _MINORITY.fullmatch(word):
        return (word,)
    if not _WORD.fullmatch(word) or word in _NO_NAMES or word[-1] in _NO_LAST:
        return ()
    if len(word) <= 4 and (names := _short(word)):
        return names
    if len(word) > 4:
        return _parted(word)
    return (word,) if labelled and not _NO_PEN_NAMES.match(word) else ()


def _short(word: str) -> tuple[str, ...]:
    """Two to four characters: one name, unless the third of four is a common surname."""
    common, other, double = _surnames()
    if len(word) < 4:
        return (word,) if has_surname(word) else ()
    if word[:2] in double:
        return (word,)
    if has_surname(word) and word[2] in common:
        return word[:2], word[2:]
    return (word,) if has_surname(word) and (word[1] in common or word[1] in other) else ()


def _parted(run: str) -> tuple[str, ...]:
    """The fewest names that make up the run, common surnames first; empty when none do."""
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())] + [None] * len(run)
    for end in range(2, len(run) + 1):
        ways = [
            (before[0] + cost, (*before[1], run[start:end]))
            for start in range(max(0, end - 4), end - 1)
            if (before := best[start]) is not None and (cost := _cost(run[start:end])) is not None
        ]
        best[end] = min(ways, default=None)
    last = best[-1]
    return last[1] if last else ()


def _cost(name: str) -> int | None:
    """Each name costs; a rare surname costs a little more. None when it cannot be a name."""
    common, other, double = _surnames()
    if name[-1] in _NO_LAST or name in _NO_NAMES:
        return None
    if name[:2] in double and len(name) > 2:
        return 100
    if len(name) == 4:
        return None
    return 100 if name[0] in common else 103 if name[0] in other else None
