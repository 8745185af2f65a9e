"""What is counted and measured in: one line a family, with an example.

A family's kind decides how a number before it is read:
classifier counts things and wants a noun; person counts people; measure and share want none; time is a duration;
date names a day, an ordinal or a place in a row, so that the number before it is no figure.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["classifier", "person", "measure", "share", "time", "date"]


@dataclass(frozen=True, slots=True)
class Unit:
    """`canonical` is the word under which units of one meaning are added up."""

    name: str
    kind: Kind
    canonical: str


_FAMILIES: tuple[tuple[Kind, str, str, str], ...] = (
    # kind, canonical ("" = each its own), units, example
    ("person", "人", "人 名 位 人口", "6名代表"),
    ("person", "人次", "人次 人(次) 人（次） 名次", "来访30人(次)"),
    ("person", "", "人份", "医用口罩2000人份"),
    ("classifier", "", "个 户 家 所 处 座 栋 幢 间 套 层", "惠及1.2万余户"),
    ("classifier", "", "件 项 条 款 章 宗 例 起 桩 样 批 类 种 级", "办结96件"),
    ("classifier", "", "大类 大项 小项 小类 大方面 大板块 大本 大箱 大袋 大包 大摞 大堆 大桶", "分为3大类"),
    ("classifier", "", "场 次 场次 批次 轮 趟 遍 回 期 届 堂 节 局 站", "专题讲座6场"),
    ("classifier", "", "份 篇 本 册 卷 部 部分 页 张 幅 字 句 首 集 封 枚 面 行 段 帧 则 点 票", "发放问卷300份"),
    ("classifier", "", "辆 台 架 艘 列 驾 支 门 部 套 副 把 口 眼 顶 床 张 盏 块 根 片 扇 具 挺 樽 尊", "路灯410盏"),
    ("classifier", "", "株 棵 头 匹 只 羽 尾 条 丛 粒 颗 枝 朵 苗", "栽种树苗600株"),
    (
        "classifier",
        "",
        "支 组 队 对 双 伙 排 串 叠 捆 堆 瓶 桶 袋 箱 盒 包 杯 碗 盘 罐 听 剂 针 剂次 滴",
        "接种3000剂次",
    ),
    ("classifier", "", "盆 席 镇 村 乡 乡镇", "涉及3镇12村"),
    ("classifier", "", "股 笔 单 道 档 孔 网格 车位 床位 学位 座席", "铺设管网2道"),
    ("classifier", "", "课时 学时 工时 班次 车次 架次 艘次 航次 标箱 标准箱", "培训16学时"),
    ("measure", "元", "元 元钱 块钱 圆 元人民币", "投入38.6万元"),
    ("measure", "", "美元 欧元 港元 日元 英镑 卢布 越南盾 泰铢 角 角钱 毛钱", "出口4.2亿美元"),
    ("measure", "公里", "公里 千米 km KM Km", "修复道路18.4公里"),
    ("measure", "米", "米 m", "路宽7米"),
    ("measure", "", "延米 延长米 厘米 毫米 微米 纳米 英里 海里 华里 尺 寸 丈 cm mm", "干旱土层20厘米"),
    ("measure", "平方米", "平方米 ㎡ 平米 m² m2", "面积120平方米"),
    ("measure", "平方公里", "平方公里 平方千米 km² km2", "流域8.5平方公里"),
    ("measure", "", "里", "走十几里山路"),
    ("measure", "", "平方厘米 平方英里", "每平方厘米5平方厘米"),
    ("measure", "公顷", "公顷 hm² hm2 ha", "造林30公顷"),
    ("measure", "亩", "亩 亩次 市亩", "恢复灌溉4200亩"),
    ("measure", "立方米", "立方米 立方 方 m³ m3", "容积50立方米"),
    ("measure", "", "标准立方米 立方厘米 立方公里 升 毫升 ml mL L", "每亩用药2升"),
    ("measure", "吨", "吨 t", "鲜花10.3万吨"),
    ("measure", "公斤", "公斤 千克 kg KG", "亩产500公斤"),
    ("measure", "", "斤 市斤 担 磅 克 毫克 微克 g mg μg 吨公里 吨级 标准煤 吨标准煤", "货运1.2万吨公里"),
    (
        "measure",
        "",
        "千瓦 兆瓦 吉瓦 瓦 马力 千伏 伏 千伏安 兆伏安 安培 千瓦时 度电 瓦时 兆瓦时 焦耳 大卡 千卡 匹马力",
        "由0.9千伏安",
    ),
    ("measure", "", "kW KW MW GW kV kVA MVA kWh MWh V W Hz kHz MHz GHz 赫兹 兆赫", "供电10kV"),
    ("measure", "", "GB TB MB KB PB Mbps Gbps 兆 兆比特 比特 字节 像素 万像素", "带宽1000Mbps"),
    ("measure", "", "℃ °C 摄氏度 度 分贝 dB 帕 百帕 千帕 兆帕 帕斯卡 hPa 勒克斯 流明", "高温38℃"),
    ("measure", "", "公里每小时 米每秒", "风速8米每秒"),
    ("share", "%", "% ％", "满意率93.5%"),
    ("share", "", "‰ 个百分点 百分点 个基点 基点", "下浮0.35个百分点"),
    ("share", "", "成 倍 番 分 折", "平均94.2分"),
    ("person", "", "岁 周岁", "年满18周岁"),
    ("time", "年", "年 载", "堵了两年"),
    ("time", "个月", "个月", "历时3个多月"),
    ("time", "天", "天 日 日历天", "公示7天"),
    ("time", "个工作日", "个工作日 工作日", "15个工作日内答复"),
    ("time", "小时", "小时 个小时 个钟头 h", "48小时内"),
    ("time", "周", "周 星期 个星期 礼拜 个礼拜", "培训两周"),
    ("time", "分钟", "分钟 min", "步行15分钟"),
    (
        "time",
        "",
        "秒 秒钟 个季度 个学期 个学年 学年 个年度 个自然日 自然日 个交易日 昼夜 个昼夜 ",
        "连续三个季度",
    ),
    ("classifier", "学时", "个学时", "集中学习40个学时"),
    ("classifier", "课时", "个课时", "安排8个课时"),
    (
        "date",
        "",
        "月 月份 号 时 时许 点钟 点整 世纪 年代 年级 年版 年度 季度 周年 号线 路公交 级风",
        "3月；2号线；建党100周年",
    ),
    ("date", "", "室 楼 号楼 单元 版 版本 维 强 大 代 产业 会 环", "世界500强；两会"),
)

_UNITS = {
    name: Unit(name, kind, canonical or name) for kind, canonical, names, _ in _FAMILIES for name in names.split()
}
HEADS = "".join(sorted({name[0] for name in _UNITS}))
_LENGTHS = {head: tuple(sorted({len(n) for n in _UNITS if n[0] == head}, reverse=True)) for head in HEADS}
EXAMPLES = tuple((kind, names, example) for kind, _, names, example in _FAMILIES)

# What may follow a unit only when it is another word there: 8人大代表, 七部门, 12场馆. A number stands before a
# classifier far more often than before a noun (3位居民 is 3位, not 位居), so only such words are listed.
_OTHER_WORDS = {
    "人": "大代 大常 大主 大机 大工 大专 民 士 员 才 均 工智 群",
    "家": "庭 子村",
    "场": "馆 所",
    "件": "件",
    "部": "门 委 队",
    "门": "类 诊 店 面 票 槛",
    "点": "半 击 位 对 到 前 后 开 至 名 上 许 左 ， 。 、 ）",
    "分": "别 为 之 析 布 支 类 工 局 会 管 公 组 批 成 享 散 级 明 段 开",
    "成": "为 立 功 都 绩 本 果 效 员 长 人 年 熟 不变 套 分 交 品 就 片",
    "期": "间 待 盼 末",
    "节": "约 能 日 目 水 点 省 气 前",
    "面": "积 对 向 临 板 试 村",
    "台": "账 阶 州",
    "章": "程",
    "集": "中 体 团 市 镇 合 约 聚 贸",
    "道": "路 德 理 歉",
    "段": "落",
    "行": "政 动 业 为 程 驶 走 使 李",
    "口": "岸 径 碑 号 腔",
    "头": "条 部 绪 脑",
    "字": "典 号 体",
    "本": "次 年 级 地 市 届 科 月 村 镇 县 区",
    "对": "于 接 口 照 应 策 象 标 全 各",
    "批": "准 复 评 示 办 发",
    "级": "别 联 医 高级 巡 调 响 公路 主任 警",
    "类": "似 别 型",
    "次": "贫",
    "单": "位 元 独 亲 车 价 程 边 一",
    "笔": "记 录 试 者",
    "队": "伍 员 长",
    "组": "织 长 建 团",
    "方": "面 向 案 式 法 便 联 责 代 可 协 会 共 位 针",
    "村": "民 委 级 庄 组 屯 干 规 道 史 头 支 两",
    "镇": "级 政 区 里 党 人 村 街 江 海 静",
    "乡": "村 镇 亲 级 愁 土 党 人 间 音 情",
    "席": "位 卷",
    "盆": "地 景 栽",
    "股": "东 份 权 级 长",
    "站": "点 长 位 台",
    "米": "线 粉 饭 饼",
    "年": "级 轻 龄 货 味",
    "载": "荷 体 人 重 客 货 波 入 歌",
    "日": "常 报 益 均 前 晚 游 起",
    "周": "边 末 报 刊 期 转 围 密",
    "度": "假 汛 夏",
    "元": "旦 素 宵 里 化 论 件",
    "角": "度 落 色 洲",
    "户": "籍",
    "首": "届 次 批 先 府 位",
    "克": "服 难",
    "轮": "车 电动 摩 胎 椅",
    "套": "班子",
    "折": "叠 射 腾 旧 合",
    "升": "级 学 至 高 到 温",
}
_NOT_BEFORE = {name: tuple(words.split()) for name, words in _OTHER_WORDS.items()}


def unit_at(text: str, pos: int) -> Unit | None:
    """The longest unit that stands at `pos` and is not the beginning of another word."""
    lengths = _LENGTHS.get(text[pos : pos + 1])
    if lengths is None:
        return None
    for length in lengths:
        unit = _UNITS.get(text[pos : pos + length])
        if unit is not None:
            return unit if _stands_alone(text, unit.name, pos + length) else None
    return None


def _stands_alone(text: str, name: str, end: int) -> bool:
    """False for 人 in 人大代表 and for a Latin unit that goes on (m in mRNA)."""
    words = _NOT_BEFORE.get(name)
    if words and text.startswith(words, end):
        return False
    return not (
        name[-1].isascii() and name[-1].isalpha() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()
    )


def canonical(unit: str | None) -> str | None:
    """See `nnnews.figures.canonical`."""
    if unit is None:
        return None
    known = _UNITS.get(unit)
    if known is not None:
        return known.canonical
    over, slash, under = unit.partition("/")
    if slash:
        return f"{canonical(over)}/{canonical(under)}"
    return unit.replace("(次)", "次").replace("（次）", "次")
