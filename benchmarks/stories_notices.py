"""Notices of people's congresses and city offices, invented: one template a kind, filled with other facts each time.

Two notices of one template are two events, however alike they read: the hard negatives of the stories benchmark.
Each seed takes every third template.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from nnnews.demo.people import invent_name
from nnnews.demo.places import TOWNS

# {d} district, {t} town of it, {p} and {q} people, {m} and {k} month and day, {n} figures (each slot its own),
# {s} the ordinal of a session, {w} the number of a week or issue.
TEMPLATES = (
    "{d}第{s}届人民代表大会常务委员会公告。{d}第{s}届人民代表大会代表{p}因工作调动，已经调离本行政区域，依照《中华人民共和国代表法》的规定，其代表资格终止。"
    "经代表资格审查委员会审查，{d}第{s}届人大常委会第{s}次会议于{m}月{k}日确认{q}的代表资格有效。截至目前，{d}第{s}届人民代表大会实有代表{n}名。特此公告。",
    "{d}人大常委会关于召开第{s}次会议的通知。各位常委会组成人员：经主任会议研究决定，{d}第{s}届人大常委会第{s}次会议定于{m}月{k}日上午9时在区机关三楼会议室召开，"
    "会期{n}天。会议建议议程：听取和审议关于上半年预算执行情况的报告；听取和审议关于优化营商环境工作情况的报告；审议人事任免案；其他事项。请各位组成人员安排好工作，准时出席会议，"
    "因故不能出席的，请于会前向{p}主任书面请假。联系人：{q}。",
    "{m}月{k}日，{t}人大代表联络站开展“代表接待选民日”活动，{d}人大代表{p}、{q}等{n}名代表进站接待选民，面对面听取群众的意见和建议。活动中，共接待选民{n}人次，"
    "收集到道路硬化、安全饮水、路灯维修等方面的意见建议{n}条，其中现场解答{n}条，其余已按程序交有关部门限期办理并向群众反馈。代表们表示，将继续发挥桥梁纽带作用，密切联系群众，"
    "推动解决好群众的急难愁盼问题。",
    "{d}人大常委会任免名单。（{m}月{k}日{d}第{s}届人民代表大会常务委员会第{s}次会议通过）经表决，决定任命{p}为{d}教育局局长；决定免去{q}的{d}教育局局长职务。"
    "新任命的国家机关工作人员进行了宪法宣誓，会议要求新任命人员牢记宗旨、依法履职，自觉接受人大和人民群众的监督，以实际行动回报组织的信任和人民的重托。",
    "计划停水通知。因{t}供水主管改造施工，定于{m}月{k}日22时至次日6时对{t}沿线停水，届时附近用户将停水或水压偏低，影响用户约{n}户。请广大用户提前做好储水准备，"
    "停水期间请关好水龙头，以免恢复供水后造成损失。施工单位将抓紧作业，力争提前恢复供水。{d}供水分公司对由此给您带来的不便深表歉意，抢修负责人{p}，监督人{q}。",
    "{m}月第{w}周{d}主要农副产品价格监测情况。本周（截至{m}月{k}日）对{d}{n}家农贸市场的监测显示，粮油价格平稳，猪肉平均零售价每500克{n}元，鸡蛋每500克{n}元，"
    "蔬菜均价每500克{n}元，与上周相比有升有降。分析认为，近期天气晴好，本地菜上市量增加，市场供应充足，预计下周价格总体保持平稳。商务部门将继续加强监测，做好保供稳价工作。采价员{p}，审核人{q}。",
    "{d}第{s}届人民代表大会第{s}次会议于{m}月{k}日在{d}会议中心隆重开幕。大会应到代表{n}名，实到代表{n}名，符合法定人数。大会由主席团常务主席、大会执行主席{p}主持。"
    "{q}代表{d}人民政府向大会作政府工作报告，报告共分三个部分。过去一年，全区地区生产总值增长{n}%，一般公共预算收入完成{n}亿元，城镇新增就业{n}人，各项工作取得新的成绩。",
    "关于征求社会公众意见的公告。{d}人大常委会法制工作委员会就有关物业管理的规范性文件向社会公开征求意见，公众可于{m}月{k}日前将意见寄送{d}人大常委会法制工作委员会，"
    "信封上请注明“征求意见”字样。征求意见期间，{d}将在{t}举行{n}场立法座谈会，邀请业主、物业企业和社区工作者参加。联系人{p}、{q}，欢迎社会各界踊跃提出意见和建议，共同提高立法质量。",
    "{m}月{k}日，{d}人大常委会副主任{p}率执法检查组到{t}开展安全生产法执法检查。检查组一行实地走访了{n}家企业，查看安全生产台账和应急物资储备，听取{t}负责人{q}的情况汇报，"
    "并就存在的问题提出意见。检查组指出，要进一步增强法律意识，压实企业主体责任，抓好{n}处隐患整改，坚决防范和遏制各类事故发生，为全区经济社会发展营造安全稳定的环境。",
    "{t}人大主席团第{s}次会议于{m}月{k}日召开，会议由人大主席{p}主持，{n}名主席团成员参加会议。会议听取了镇长{q}关于上半年民生实事项目推进情况的报告，组织代表对{n}个项目进行满意度测评，"
    "测评结果当场公布。会议强调，要紧盯项目进度和质量，落实好代表票决制的各项要求，让群众看得见变化、得得到实惠。{d}人大常委会有关负责人到会指导。",
    "{d}人大常委会第{s}期代表履职学习班于{m}月{k}日至月底在市委党校举办，来自各乡镇的{n}名人大代表参加学习。开班式上，{d}人大常委会主任{p}作动员讲话，学习班邀请{q}等专家授课，"
    "内容涵盖宪法和组织法、代表议案建议的提出与办理、预算审查监督等。学习期间还安排代表到{t}现场观摩，分组交流体会，学习班共收到心得体会{n}篇。",
    "{d}第{s}号总河长令发布暨巡河活动通报。{m}月{k}日，{d}河长{p}深入{t}巡河，实地察看{n}处入河排污口，详细了解水质状况和“清四乱”工作进展情况。今年以来，全区各级河长累计巡河{n}人次，"
    "清理水面漂浮物{n}吨，国控断面水质优良率保持稳定。{p}强调，要把河长制各项任务落到实处，{q}等有关负责人参加活动，对发现的问题现场交办、限期整改、跟踪问效。",
    "{d}人民代表大会常务委员会关于接受{p}辞去职务请求的决定。（{m}月{k}日{d}第{s}届人民代表大会常务委员会第{s}次会议通过）根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》"
    "的规定，{d}第{s}届人民代表大会常务委员会第{s}次会议决定：接受{p}辞去{d}人民政府副区长职务的请求，由{q}主持分管领域的工作，报{d}人民代表大会备案。本决定自通过之日起施行。",
    "{d}{t}选举委员会公告。根据选举法的规定，{t}第{w}选区定于{m}月{k}日举行补选投票，投票时间为上午8时至下午5时，投票地点设在选区内{n}个投票站。经选民小组反复酝酿、讨论协商，"
    "确定{p}、{q}为补选{d}第{s}届人民代表大会代表的正式候选人（按姓名笔画为序），本选区登记选民共{n}人。请广大选民持选民证按时参加投票，珍惜民主权利，投下庄严的一票。",
    "{m}月{k}日上午，{d}人大常委会机关党支部开展主题党日活动，机关党员干部职工{n}人来到{t}，与当地群众一同参加义务植树，{p}主任带头挥锹铲土、扶苗培土，现场一派热火朝天的劳动景象。"
    "经过两个多小时的劳动，共栽下苗木{n}株。活动结束后，党员们还走访慰问了{n}户困难家庭，送去米油等慰问物资，副主任{q}勉励大家弘扬志愿精神，以实际行动服务基层。",
    "{d}第{s}届人民代表大会第{s}次会议代表建议交办会于{m}月{k}日召开。会议通报，大会期间共收到代表提出的建议、批评和意见{n}件，其中农林水类{n}件、城乡建设类{n}件、教科文卫类{n}件。"
    "会上，{d}人大常委会副主任{p}就做好建议办理工作提出要求，区人民政府有关领导{q}作表态发言。会议要求，各承办单位要在规定时限内办结并答复代表，切实提高办成率和满意率。",
    "停电检修公告。为提高供电可靠性，{d}供电局定于{m}月{k}日7时至19时对{t}部分线路进行计划检修，届时将影响用户约{n}户，检修线路长{n}公里。工作结束后线路将随时恢复供电，"
    "在恢复供电前请勿擅自在停电线路上工作，以免发生危险。请停电区域内的用户提前做好准备，给您的生产生活带来不便敬请谅解，现场负责人{p}，安全监督{q}。",
    "{d}人大常委会第{w}季度信访情况通报。截至{m}月{k}日，共受理群众来信来访{n}件次，与上年同期相比有所变化，其中来信{n}件、来访{n}批。从内容看，反映征地拆迁、物业服务、农村供水等问题"
    "较为集中，{t}反映的道路问题已由{p}领办督办。下一步将健全信访事项分析研判机制，推动从源头上减少矛盾，由{q}负责汇总并向主任会议报告办理结果。",
)  # fmt: skip

_SLOT = re.compile(r"\{(\w)\}")
_ORDINALS = [head + ones for head in ("", "十", "二十") for ones in "一二三四五六七八九"]
# What one hard negative changes; the rest of the notice stays.
CHANGES: Mapping[str, str] = {"district": "dt", "figures": "n", "date": "mk", "person": "pq", "session": "sw"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A template's number and the words of its slots, in order."""

    template: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """As printed."""
        words = iter(self.words)
        return _SLOT.sub(lambda _: next(words), TEMPLATES[self.template])

    @property
    def slots(self) -> list[str]:
        """The letters of its slots, in order."""
        return _SLOT.findall(TEMPLATES[self.template])


def invent_notice(rng: Random, template: int) -> Notice:
    """A notice with facts of its own."""
    return Notice(template, _fill(rng, _SLOT.findall(TEMPLATES[template])))


def alter(rng: Random, notice: Notice, change: str) -> Notice | None:
    """Another event of the same template that differs in one kind of fact; None when the template has none."""
    letters = CHANGES[change]
    if not set(letters) & set(notice.slots):
        return None
    while True:
        fresh = _fill(rng, notice.slots)
        chosen = zip(notice.slots, notice.words, fresh, strict=True)
        words = tuple(new if slot in letters else old for slot, old, new in chosen)
        if words != notice.words:
            return Notice(notice.template, words)


def _fill(rng: Random, slots: list[str]) -> tuple[str, ...]:
    district = rng.choice(list(TOWNS))
    once = {
        "d": district,
        "t": rng.choice(TOWNS[district]),
        "p": invent_name(rng),
        "q": invent_name(rng),
        "m": str(rng.randint(1, 12)),
        "k": str(rng.randint(1, 28)),
    }
    each = {"n": lambda: _figure(rng), "s": lambda: rng.choice(_ORDINALS), "w": lambda: str(rng.randint(1, 5))}
    return tuple(once[slot] if slot in once else each[slot]() for slot in slots)


def _figure(rng: Random) -> str:
    return str(rng.randint(2, 320)) if rng.random() < 0.7 else f"{rng.uniform(1, 90):.1f}"
