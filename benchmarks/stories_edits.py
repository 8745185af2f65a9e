"""What editors do to a text when they print it again; written before any rule was tried on them.

Each takes a source of chance, the text, and a desk that knows names and sentences of the set. None changes a fact.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from stories_copies import cut, mirrored, traditional
from stories_notices import Stock, invent_name

_SENTENCE = re.compile("[^。！？\n]+[。！？]?[”）]?\n?")
_SMALL = re.compile(r"(?<![\d.])([1-9]|[1-9]\d)(?=[名次个条件户处项份人批月日届家])")
_DIGIT = "零一二三四五六七八九"
_WORDS = (
    ("指出", "强调"), ("要求", "提出"), ("召开", "举行"), ("开展", "进行"), ("参加", "出席"),
    ("进一步", "不断"), ("以及", "和"), ("通过", "经过"), ("深入", "走进"), ("目前", "眼下"),
    ("期间", "其间"), ("表示", "说"), ("听取", "听了"), ("他说", "他表示"), ("认为", "指出"),
    ("就", "便"), ("并且", "并"), ("但是", "但"), ("我们", "咱们"), ("这个", "这一"),
    ("没有", "未"), ("已经", "已"),
)  # fmt: skip
_SHORTER = (
    ("人民代表大会常务委员会", "人大常委会"), ("人民代表大会", "人大"), ("人大常委会", "常委会"), ("人民政府", "政府"),
    ("人民法院", "法院"), ("有关部门", "部门"), ("广西壮族自治区", "广西"), ("中华人民共和国", "我国"),
)  # fmt: skip
_LEADS = (
    "新华社南宁{m}月{k}日电（记者{p}、{q}）",
    "南宁云—南宁日报讯（记者 {p} 通讯员 {q}）",
    "本报讯 （记者{p} 实习生{q}）",
    "中新网南宁{m}月{k}日电 （{p} {q}）",
    "广西日报-广西云客户端讯（记者／{p}）",
    "本网讯 ",
    "（全媒体记者{p}）",
    "",
)
_CREDITS = (
    "（记者 {p} 通讯员 {q} 文/图）", "（{p}）", "记者：{p}  编辑：{q}",
    "来源：南宁市人大常委会办公室\n作者：{p}", "\n（本报记者 {p} {q}）",
    "\n审核：{p}　校对：{q}", "",
)  # fmt: skip
_CAPTIONS = (
    "图为活动现场。记者{p} 摄",
    "△会议现场（{p} 摄）",
    "▲代表们在现场查看。通讯员{p}/摄",
    "图①：走访现场。图②：座谈会。 {p} 摄影报道",
)
_SUBHEADS = ("压实责任抓落实", "群众得实惠", "一线见真章", "小切口 大民生", "■ 延伸阅读", "【现场】", "办好身边事")
_CLOSINGS = (
    "下一步，相关部门将持续跟进，确保各项工作落到实处、取得实效。",
    "相关工作正在有序推进中。",
    "欢迎广大读者继续关注本报后续报道。",
    "本报将持续关注。",
)
_SLIPPED = str.maketrans(
    {"己": "已", "未": "末", "日": "曰", "人": "入", "像": "象", "做": "作", "账": "帐", "的": "地"}
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who edits: names, and sentences about other things."""

    stock: Stock
    sentences: list[str]

    def fill(self, rng: Random, line: str) -> str:
        """The line with names and a day of its own."""
        words = {"m": rng.randint(1, 12), "k": rng.randint(1, 28)}
        return line.format(**words, p=invent_name(rng, self.stock), q=invent_name(rng, self.stock))


Edit = Callable[[Random, str, Desk], str]


def briefed(rng: Random, text: str, _desk: Desk) -> str:
    """简讯: the first sentence and three in five of the rest, the last dropped."""
    first, *others = _SENTENCE.findall(text)
    return first + "".join(sentence for sentence in others[:-1] if rng.random() < 0.6)


def telegraphed(rng: Random, text: str, desk: Desk) -> str:
    """通稿: with the line of another outlet before it."""
    return desk.fill(rng, rng.choice(_LEADS)) + text


def credited(rng: Random, text: str, desk: Desk) -> str:
    """Signed by other people."""
    return text + desk.fill(rng, rng.choice(_CREDITS))


def captioned(rng: Random, text: str, desk: Desk) -> str:
    """Captions of photos between the paragraphs."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3)):
        lines.insert(rng.randint(0, len(lines)), desk.fill(rng, rng.choice(_CAPTIONS)))
    return "\n".join(lines)


def numbered(_rng: Random, text: str, _desk: Desk) -> str:
    """Small numbers in Chinese: 31次 becomes 三十一次."""
    return _SMALL.sub(lambda match: _chinese(int(match[1])), text)


def widened(_rng: Random, text: str, _desk: Desk) -> str:
    """Digits, letters and marks in full width, Chinese quotes as ASCII ones."""
    wide = "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isalnum() else one for one in text)
    return wide.replace("“", '"').replace("”", '"').replace("，", ",")


def paragraphed(rng: Random, text: str, _desk: Desk) -> str:
    """Other paragraphs: all in one, or a sentence each, indented."""
    if rng.random() < 0.5:
        return text.replace("\n", "")
    return "\n".join("　　" + sentence.strip() for sentence in _SENTENCE.findall(text))


def backgrounded(rng: Random, text: str, desk: Desk) -> str:
    """据悉: one to three sentences of background, at the end or before the last paragraph."""
    added = "据悉，" + "".join(rng.choices(desk.sentences, k=rng.randint(1, 3)))
    head, mark, tail = text.rpartition("\n")
    return f"{head}\n{added}\n{tail}" if mark and rng.random() < 0.5 else f"{text}\n{added}"


def dated(rng: Random, text: str, _desk: Desk) -> str:
    """The day as another outlet tells it: 3月5日 becomes 昨日, 5日, 近日 or has its year."""
    way = rng.choice((r"\2日", "昨日", "近日", r"2024年\1月\2日", r"\1月\2日上午"))
    return re.sub(r"(?<![年\d])(\d{1,2})月(\d{1,2})日(?:上午|下午|傍晚)?", way, text, count=1)


def abbreviated(rng: Random, text: str, _desk: Desk) -> str:
    """Offices by their shorter names."""
    for long, short in rng.sample(_SHORTER, 3):
        text = text.replace(long, short)
    return text


def reworded(rng: Random, text: str, _desk: Desk) -> str:
    """Up to five words for others of the same sense."""
    for old, new in rng.sample([pair for pair in _WORDS if pair[0] in text] or list(_WORDS[:1]), k=1):
        text = text.replace(old, new, 2)
    for old, new in rng.sample(_WORDS, 8):
        text = text.replace(old, new, 1)
    return text


def moved(rng: Random, text: str, _desk: Desk) -> str:
    """A sentence of the middle told later."""
    sentences = _SENTENCE.findall(text)
    if len(sentences) > 3:
        sentence = sentences.pop(rng.randint(1, len(sentences) - 2))
        sentences.insert(rng.randint(1, len(sentences)), sentence)
    return "".join(sentences)


def merged(rng: Random, text: str, _desk: Desk) -> str:
    """The first two sentences in one, a clause of the second dropped."""
    first, second, *others = [*_SENTENCE.findall(text), ""]
    clauses = second.split("，")
    if len(clauses) > 2:
        clauses.pop(rng.randrange(1, len(clauses) - 1))
    return first.strip().rstrip("。") + "，" + "，".join(clauses) + "".join(others)


def turned(rng: Random, text: str, desk: Desk) -> str:
    """A page turned: the first or the second part, with its mark."""
    sentences = _SENTENCE.findall(text)
    at = max(1, len(sentences) * 3 // 5)
    return "".join(sentences[:at]) + "（下转第三版）" if rng.random() < 0.6 else credited(rng, text, desk)


def mirror_cut(rng: Random, text: str, _desk: Desk) -> str:
    """A Traditional mirror with readings, of the first three fifths."""
    return mirrored(rng, cut(0.6)(rng, text))


def subheaded(rng: Random, text: str, _desk: Desk) -> str:
    """Subheads between the paragraphs."""
    return "\n".join(f"{rng.choice(_SUBHEADS)}\n{line}" if rng.random() < 0.5 else line for line in text.split("\n"))


def closed(rng: Random, text: str, _desk: Desk) -> str:
    """Another last sentence."""
    return "".join(_SENTENCE.findall(text)[:-1]) + rng.choice(_CLOSINGS)


def counted(_rng: Random, text: str, _desk: Desk) -> str:
    """Figures in another dress: 12000 as 1.2万, 1234 as 1,234, 50% as 百分之50."""
    text = re.sub(r"(?<![\d.])(\d+)000(?![\d.年])", lambda match: f"{int(match[1]) / 10:g}万", text)
    text = re.sub(r"(?<![\d.])(\d{1,3})(\d{3})(?![\d.年])", r"\1,\2", text)
    return re.sub(r"(\d+(?:\.\d+)?)[%％]", r"百分之\1", text)


def scanned(rng: Random, text: str, _desk: Desk) -> str:
    """A few characters taken for others of their shape."""
    places = rng.sample(range(len(text)), min(len(text), 40))
    return "".join(one.translate(_SLIPPED) if place in places else one for place, one in enumerate(text))


def kicked(rng: Random, text: str, desk: Desk) -> str:
    """Kicker and headline set as the first lines of the body."""
    return f"人大之窗\n{rng.choice(desk.sentences)[:22]}\n——{rng.choice(desk.sentences)[:16]}\n{text}"


def in_turn(*edits: Edit) -> Edit:
    """Several hands one after the other."""

    def edit(rng: Random, text: str, desk: Desk) -> str:
        for one in edits:
            text = one(rng, text, desk)
        return text

    return edit


def any_three(rng: Random, text: str, desk: Desk) -> str:
    """Three hands, whichever."""
    chosen = rng.sample(
        [telegraphed, credited, captioned, numbered, paragraphed, backgrounded, dated, reworded, merged], 3
    )
    return in_turn(*chosen)(rng, text, desk)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = f"{_DIGIT[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_DIGIT[ones] if ones else "")


BLIND: Mapping[str, Edit] = {
    "brief": briefed,
    "outlet's lead": telegraphed,
    "credits": credited,
    "captions": captioned,
    "numerals": numbered,
    "full width": widened,
    "paragraphs": paragraphed,
    "background": backgrounded,
    "date retold": dated,
    "short names": abbreviated,
    "reworded": reworded,
    "sentence moved": moved,
    "lead merged": merged,
    "page turned": turned,
    "mirror, cut": mirror_cut,
    "three hands": any_three,
}
LAST: Mapping[str, Edit] = {
    "subheads": subheaded,
    "other closing": closed,
    "figures redressed": counted,
    "scanned": scanned,
    "headline inside": kicked,
    "lead, brief": in_turn(telegraphed, briefed),
    "lead, captions": in_turn(telegraphed, captioned, credited),
    "merged, cut": in_turn(merged, lambda rng, text, _: cut(0.5)(rng, text)),
    "traditional, numerals": in_turn(numbered, lambda rng, text, _: traditional(rng, text)),
    "reworded, brief": in_turn(reworded, briefed),
}
