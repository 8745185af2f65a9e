"""The fields of a labelled row: `时间：2024-07-11 15:30   来源：南宁人大网   编辑：张三`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import dropwhile

from nnnews.byline.roles import HEADS, LONG_ROLE, ROLES
from nnnews.text.expressions import expression

_SOURCE = (
    "信息来源|稿件来源|文章来源|新闻来源|来稿来源|本文来源|原文来源|来源网站|来源单位|来源|稿源|转载自|摘自|转自|出处|原载|供稿单位"
    "|发文机关|发文单位|发布机构|发布单位"
)
_TIME = (
    "发布时间|发布日期|发表时间|发表日期|撰写时间|成文日期|更新时间|更新日期|上传时间|发稿时间|公开日期|录入时间"
    "|发布于|时间|日期"
)
_OTHER = (
    "点击次数|点击数|点击量|点击|浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读|访问量|访问|人气|字号|字体大小|字体|分享到|分享|打印"
    "|关键词|关键字|标签|栏目|分类|图片来源|视频来源|评论|收藏|我要纠错|责任部门|联系电话|电话|邮箱|作者单位|原标题|标题|索引号|文号|版次"
    "|主题词"
)
_HAN = "\u3400-\u9fff"


def _spaced(words: str) -> str:
    """The alternatives, with spaces allowed inside words of two characters: 来　源."""
    return "|".join(r"[ \u3000]*".join(word) if len(word) == 2 else word for word in words.split("|"))


_PADDED_ROLE = _spaced("作者|记者|编辑") + r"|责[ \u3000]*任[ \u3000]*编[ \u3000]*辑"
_START = r"(?<![^\s【\[（(|])"
_HEADS = "".join(sorted({word[0] for word in f"{_SOURCE}|{_TIME}|{_OTHER}".split("|")} | set(HEADS)))
_FIELD = (
    rf"(?=[{_HEADS}])(?:(?:(?P<source>{_spaced(_SOURCE)})|(?P<time>{_spaced(_TIME)})|(?P<other>{_OTHER})"
    rf"|(?P<role>{_PADDED_ROLE}|{_START}[文图]|{LONG_ROLE}))[ \u3000]*[:：|｜丨]"
    rf"|{_START}(?P<plain>{_SOURCE})(?:[ \u3000]+|[/／])(?=[{_HAN}])"
    rf"|{_START}(?P<posted>发布于|发表于|更新于)[ \u3000]*(?=(?:19|20)\d\d))"
)
# Labels without a colon, by the group that takes them.
_KINDS = {"plain": "source", "posted": "time"}
# The ends of all labels: few lines of a text have one of these before a colon.
_ENDS = "".join(sorted({word[-1] for word in f"{_SOURCE}|{_TIME}|{_OTHER}".split("|")} | {word[-1] for word in ROLES}))
_HINT = expression(rf"[{_ENDS}][ \u3000]*[:：|｜丨]|来源|[布表新]于")
_CLOCK = r"[ T\u3000]*\d{1,2}[:：时]\d{1,2}分?(?:[:：]\d{2}秒?)?"
DATE = expression(
    rf"(?:19|20)\d{{2}}[ ]?[-/.年][ ]?\d{{1,2}}[ ]?[-/.月][ ]?\d{{1,2}}[ ]?日?(?:{_CLOCK})?"
    r"|[12一二][〇○零0一二三四五六七八九\d]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PROVINCES = ("广西", "北京", "广东", "湖南", "云南", "贵州", "海南")
# 第03版：要闻, A08版, www.example.org, 2024年8月5日 17:33 广西: a newspaper's page, an address, whence it was posted
_ASIDE = expression(
    r"(?:第?[ ]?[A-Z]?[\d一二三四五六七八九十]{1,3}|[A-Z]\d{1,2})[ ]?版(?!本)(?:[:：]?[^\s，。:：]{2,8}(?![:：]))?"
    r"|(?<=版)[ \u3000]+(?:(?:综合|县区|本地|社会|时政|要闻)新闻|时政要闻|要闻|综合|时政|民生|专题|专版)(?=$|[ \u3000])"
    r"|(?<=日)[ \u3000]*(?:星期|周)[一二三四五六日天]"
    rf"|(?<=\d)[ \u3000]+(?:发表于)?(?:{'|'.join(_PROVINCES)})$|(?:https?://|www\.)[\w./-]+"
)
EDGE = " \u3000|｜丨【】[]［］·;；,，□■◎●○▲△◆◇★☆▌※"
# 【纠错】 【责任编辑：张三】
_BUTTONS = frozenset(("纠错", "我要纠错", "打印", "关闭", "收藏"))
_SIGNS = expression(r"[ \u3000:：|｜丨]")


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is source, time, role or other."""

    kind: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a row, and what stands before the first of them."""

    head: str
    fields: tuple[Field, ...]


@cache
def _label() -> re.Pattern[str]:
    """Compiled when first wanted: it is large."""
    return expression(_FIELD)


@lru_cache(maxsize=128)  # whether it is a row is asked first, its fields afterwards
def parse_row(text: str) -> Row:
    """Splits a row at its labels; values run to the next label.

    The first label begins a word: 资金来源： is none. Behind it they may stand close together, as in
    作者：曹云来源:东方时讯网选稿：曾小燕.
    """
    if "版" in text or "星期" in text or "www." in text or "://" in text or text.endswith(_PROVINCES):
        text = _ASIDE.sub(" ", text)
    if not _HINT.search(text):
        return Row(text, ())
    labels = list(dropwhile(_inside_a_word, _label().finditer(text)))
    if not labels:
        return Row(text, ())
    head = text[: labels[0].start()]
    return Row("" if head.strip(EDGE) in _BUTTONS else head, tuple(_split(text, labels)))


def _inside_a_word(label: re.Match[str]) -> bool:
    start = label.start()
    return start > 0 and "\u3400" <= label.string[start - 1] <= "\u9fff"


def _split(text: str, labels: list[re.Match[str]]) -> Iterator[Field]:
    ends = [*(label.start() for label in labels[1:]), len(text)]
    for label, end in zip(labels, ends, strict=True):
        kind = _KINDS.get(str(label.lastgroup), str(label.lastgroup))
        yield Field(kind, _SIGNS.sub("", label[0]), text[label.end() : end].strip(EDGE))
