"""Where a noun phrase ends in a clause of news: at verbs, adverbs and particles."""

from typing import NamedTuple

# Verbs of congress and government news that are seldom a noun themselves (so not 建议, 报告, 服务); line, example.
_VERBS = (
    (
        "走访 视察 调研 督查 督办 督导 暗访 巡查 检查 抽查 抽检 踏勘 察看 查看 考察 参观 走进 步入 深入 下沉 分赴",
        "走访企业21家",
    ),
    ("联系 接待 接访 慰问 实地 现场 当场 当天 当日 当年 随机 先后 分批 陆续 逐步 逐一 全部", "接待群众30人"),
    ("召开 举办 组织 开展 举行 安排 进行 参加 参与 出席 列席 到会 参会 主持 邀请 召集 承办 承接 主办", "召开座谈会6场"),
    (
        "发放 回收 收到 收回 收集 征集 征求 梳理 汇总 整理 登记 受理 接收 接到 收录 发出 印发 下发 送达 填写",
        "发放问卷300份",
    ),
    (
        "提出 提交 形成 办理 办结 办成 交办 转办 批办 答复 反馈 解决 化解 调处 调解 处理 处置 协调 促成 推动",
        "提出建议23件",
    ),
    (
        "推进 落实 督促 采纳 听取 审议 审查 审定 审批 通过 表决 任命 作出 任免 制定 修订 修改 废止 出台",
        "审议草案3件",
    ),
    ("颁布 颁发 批准 备案 清理 立项 撰写 编写 编印 起草 免去 接受 罢免 补选 保留 选出 选举产生 产生", "撰写心得118篇"),
    (
        "发现 查找 排查 查处 整改 完善 建立 成立 设立 设置 组建 组成 创建 打造 建成 新建 改建 扩建 改扩建",
        "发现问题27个",
    ),
    ("改造 重建 翻新 整修 安装 修复 修建 修缮 维修 铺设 清运 清淤 疏通 拆除 拓宽 硬化 绿化 拟建 在建", "安装路灯410盏"),
    (
        "种植 种下 栽种 栽下 栽植 植树 补植 收割 养殖 购置 采购 配备 更换 添置 加装 加固 装上 喝上 用上 住上 通上",
        "栽下树苗600株",
    ),
    (
        "新增 增加 增设 减少 扩大 提高 提升 降低 缩短 压缩 延长 超出 恢复 保持 实现 完成 达成 突破 稳定",
        "新增学位2.76万个",
    ),
    ("投入 拨付 拨出 下达 筹集 筹措 筹资 归集 争取 使用 支付 节约 节省 省下 减免 罚没 给予 予以", "筹资950万元"),
    (
        "募集 捐赠 捐出 授信 签约 撬动 招聘 招工 招录 录用 聘请 选派 增派 选聘 选举 吸纳 带动 帮助 帮扶",
        "吸纳劳动力1100人",
    ),
    (
        "惠及 覆盖 涉及 安置 转移 吸引 引进 落户 引入 培育 编入 下设 共设 分设 设有 拥有 具有 包括 包含",
        "惠及居民1.2万户",
    ),
    (
        "涵盖 分为 划分 分成 确定 认定 评定 评选 获评 获得 荣获 授予 入选 确认 明确 规定 设定 担任 肩负 负责 执行",
        "分成5个小组",
    ),
    (
        "影响 受益 受损 用水 用电 缺少 缺乏 急需 等待 结对 认领 领办 包联 对接 挂点 驻点 述职 打分 授课",
        "96名代表结对企业",
    ),
    (
        "交流 发言 接种 救治 诊疗 义诊 体检 救助 解救 疏散 抓获 破获 起诉 判决 审结 执结 审执结 立案 移送",
        "破获案件30起",
    ),
    (
        "追回 挽回 没收 批准逮捕 提起公诉 销售 收购 出口 进口 加工 运输 运送 输送 开通 开工 竣工",
        "出口汽车2万辆",
    ),
    (
        "投产 投用 启用 开放 接入 上线 运营 承载 签订 签署 拿到 买到 卖出 送去 派出 请来 迎来 取得 达到 造成",
        "签订协议12份",
    ),
    ("导致 引发 发生 增至 增长 下降 上升 上涨 下浮 上浮 减至 缩减 压减 增加到 提高到 上调 下调 回升", "同比下降8.5%"),
    (
        "回落 攀升 下滑 净增 增收 减产 增产 提前 控制在 保持在 稳定在 维持在 调整 修改为 担心 反映 表示 介绍",
        "死亡率控制在3‰",
    ),
    (
        "指出 强调 认为 说道 获悉 了解到 看到 据悉 承诺 签字 签到 报名 投票 参选 当选 退休 就业 上学 入学",
        "12名代表表示",
    ),
    (
        "毕业 就读 居住 转变 优化 加强 强化 深化 健全 严格 规范 聚焦 围绕 针对 结合 依托 利用 运用 按照 根据",
        "围绕8个方面",
    ),
    (
        "采取 实行 实施 推行 落地 见效 销号 启动 牵头 领衔 会同 联合 汇报 作答 应询 提问 询问 答问 回答 讲解 宣讲",
        "5个部门汇报",
    ),
    ("走上 来到 前往 赶赴 抵达 返回 聚集 分布 坐落 位于 处于 属于 受访 来自 到达 返乡 务工 居家 流动", "30名代表来到"),
    (
        "长期 持续 共同 集体 同步 分别 一起 依法 依规 容纳 提供 占地 限速 带队 代表全市 送票 上门 可容纳",
        "提供床位600张",
    ),
)
_WORDS = (
    ("今年 去年 明年 前年 近日 日前 目前 此前 年内 以来 期间 上半年 下半年 全年", "今年新增学位90个"),
    ("同时 之后 随后 然后 至今 截至 前后", "随后走访企业3家"),
    ("很快 尽快 迅速 立即 马上 纷纷 一边 一直 正好", "300份宣传册很快发完"),
    ("其中 其余 另有 还有 并且 而且 以及 为了 因为 没有 等地", "其中妇女代表12名"),
    ("已经 正在 将有 曾经 拟将 仍将 力争 预计 计划 预期 可以 需要 一般 通常", "预计受益群众3万人"),
    ("共计 合计 总计 累计 共有 总共 各有 各自 超过 不足 最多 最少 至少", "累计接待群众300人"),
    ("平均 人均 户均 日均 年均 据了解 据介绍 据统计 结果显示", "日均客流2万人次"),
    ("每年 每月 每天 每周 每亩 每户 每人 每餐 每吨 每个 每件 每名 每家 每次 每班 每学期 每小时", "每班学生45名"),
    ("每公斤 每千人口 每万人 每平方米 每立方米 每千瓦时", "每千人口床位数7张"),
)
# One character cuts only where it is no part of a longer word: 有 but not 有效票, 用 but not 用户 or 费用.
_PARTICLES = {
    "在": "建校册编线职岗读外押", "向": "", "对": "象口外接台联", "从": "业事教", "由": "", "与": "会",
    "和": "谐平解", "及": "时格", "把": "手", "被": "告征保", "给": "水", "为": "民期主", "于": "",
    "以": "上下内来及", "用": "户水地电工品房途人具能药时", "因": "素", "比": "例赛重率", "按": "揭", "据": "点",
    "经": "济费营验理办开", "到": "期会场位账货", "至": "", "了": "解", "过": "程渡期", "是": "",
    "有": "效关机线害轨色限", "都": "市", "也": "", "均": "衡等", "就": "业医", "已": "", "将": "军", "曾": "",
    "拟": "任", "又": "", "再": "生就", "还": "款建贷", "且": "", "并": "网", "但": "", "却": "", "仍": "",
    "约": "谈", "近": "郊视海", "达": "标", "占": "比地", "仅": "", "只": "", "共": "同享有建治", "等": "级候奖",
    "各": "级类族界方国项", "其": "他它中", "作": "用业品者为风案物坊", "拥": "", "需": "求", "须": "",
    "应": "急届用到选", "能": "力源耗", "可": "研", "现": "场代有行",
}  # fmt: skip
# 费用, 反对: after such a character the particle is no particle.
_AFTER = {
    "用": "费信使应公作专农饮实利采适",
    "对": "反绝针核校",
    "产生": "生",
    "到": "应实",
    "能": "阳功技智产性可才节效职",
    "比": "占对百同环",
    "作": "工合操创写协制动",
}
_COMPLEMENTS = frozenset("了出到至为")
# 检查组, 执法人员, 培训班: before such a character the verb is part of a noun.
_NOUN_ENDS = (
    "题员组站室点者率书表单方案期所法队厅科票额量数费款金团班户卡器机车区段线网厂场馆园会长库证岗师权面生时人值"
)
EXAMPLES = tuple(example for table in (_VERBS, _WORDS) for _, example in table)


class Cut(NamedTuple):
    """`verb` is empty for a particle."""

    start: int
    end: int
    verb: str


class _Word(NamedTuple):
    """A cutting word; it is none after a character of `after` or before one of `before`."""

    verb: bool
    before: str = ""
    after: str = ""


def _lexicon() -> dict[str, _Word]:
    words = {word: _Word(True, _NOUN_ENDS, _AFTER.get(word, "")) for line, _ in _VERBS for word in line.split()}
    words |= {word: _Word(False) for line, _ in _WORDS for word in line.split()}
    return words | {c: _Word(False, before, _AFTER.get(c, "")) for c, before in _PARTICLES.items()}


_LEXICON = _lexicon()
_LENGTHS: dict[str, tuple[int, ...]] = {
    head: tuple(sorted({len(w) for w in _LEXICON if w[0] == head}, reverse=True)) for head in {w[0] for w in _LEXICON}
}


def cuts(clause: str) -> list[Cut]:
    """The cutting words of the clause in order, the longest at each place; a verb takes 了, 出, 到, 至, 为 along."""
    found, behind = list[Cut](), 0
    for at, head in enumerate(clause):
        if at < behind or head not in _LENGTHS:
            continue
        for length in _LENGTHS[head]:
            word = clause[at : at + length]
            kind = _LEXICON.get(word)
            if kind is None or not _stands_alone(clause, kind, at, at + length):
                continue
            behind = at + length
            if kind.verb and clause[behind : behind + 1] in _COMPLEMENTS:
                behind += 1
            found.append(Cut(at, behind, word if kind.verb else ""))
            break
    return found


def _stands_alone(clause: str, kind: _Word, start: int, end: int) -> bool:
    """False for 检查 in 检查组 and for 用 in 费用."""
    if end < len(clause) and clause[end] in kind.before:
        return False
    return not (start and kind.after and clause[start - 1] in kind.after)
