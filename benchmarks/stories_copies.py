"""Copies of an article as the web makes them, and copies with random slips as a measure."""

import re
from collections.abc import Callable, Mapping
from random import Random

from opencc import OpenCC

from nnnews.demo.people import invent_name
from nnnews.text.normalise import normalise
from nnnews.text.readings import readings

_SENTENCE = re.compile("[^。！？\n]+[。！？]?\n?")
_MARK = re.compile("[。！？；，]")
_HAN = re.compile("[\u4e00-\u9fff]")
_TO_TRADITIONAL = OpenCC("s2t")
_HEADS = (
    "首页 > 新闻中心 > 本地要闻\n字号：大 中 小  分享到微信\n",
    "【打印本页】 【关闭窗口】\n来源：邕城在线 时间：2024-{m:02}-{k:02} 浏览：{n}\n",
    "本报讯（记者 {p} 通讯员 {q}）",
    "邕城在线{m}月{k}日讯（记者{p}）",
    "您当前的位置：首页 / 要闻 / 正文\n",
)
_TAILS = (
    "\n责任编辑：{p}\n版权声明：凡本网注明来源的稿件，转载时请注明出处。",
    "\n（{p}）",
    "\n【编辑：{p} 校对：{q}】\n上一篇：没有了\n下一篇：没有了",
    "\n附件下载\n主办单位：邕城在线编辑部 联系电话：0771-{n}{n}\n地址：南宁市民族大道{k}号",
    "\n扫一扫在手机打开当前页",
)


def slips(share: float) -> Callable[[Random, str], str]:
    """A copy with this share of its characters changed: 6 in 10 replaced, 2 dropped, 2 doubled by another."""

    def copy(rng: Random, text: str) -> str:
        return "".join(_slip(rng, text, character) if rng.random() < share else character for character in text)

    return copy


def _slip(rng: Random, text: str, character: str) -> str:
    chance, other = rng.random(), rng.choice(text)
    return other if chance < 0.6 else "" if chance < 0.8 else character + other


def mended(rng: Random, text: str) -> str:
    """One to four characters corrected, none of them a figure."""
    places = [match.start() for match in _HAN.finditer(text) if match[0] not in "零一二三四五六七八九十百千万亿两"]
    characters = list(text)
    for place in rng.sample(places, rng.randint(1, 4)):
        characters[place] = rng.choice("的了是在有这中大来上个到说们为子和你地出道也时年得")
    return "".join(characters)


def cut(share: float) -> Callable[[Random, str], str]:
    """The beginning, up to the mark that is nearest to this share of the text."""

    def copy(_rng: Random, text: str) -> str:
        ends = [match.end() for match in _MARK.finditer(text)]
        return text[: min(ends, key=lambda end: abs(end - share * len(text)))]

    return copy


def thinned(rng: Random, text: str) -> str:
    """The lead and most of the other sentences: an editor's shortening."""
    first, *others = _SENTENCE.findall(text)
    return first + "".join(sentence for sentence in others if rng.random() > 0.25)


def framed(rng: Random, text: str) -> str:
    """Lines of a portal before and after."""
    words = {
        "p": invent_name(rng),
        "q": invent_name(rng),
        "m": rng.randint(1, 12),
        "k": rng.randint(1, 28),
        "n": rng.randint(1000, 9999),
    }
    return rng.choice(_HEADS).format(**words) + text + rng.choice(_TAILS).format(**words)


def reprinted(rng: Random, text: str) -> str:
    """Framed, and a slip or two mended."""
    return framed(rng, mended(rng, text))


def traditional(_rng: Random, text: str) -> str:
    """Through Traditional and back."""
    return normalise(_TO_TRADITIONAL.convert(text)).text


def mirrored(rng: Random, text: str) -> str:
    """Through a mirror that prints a reading behind many Traditional characters."""
    known = readings()
    raw = "".join(
        f"{character}({reading})({reading})"
        if (reading := _reading(known, character)) and rng.random() < 0.5
        else character
        for character in _TO_TRADITIONAL.convert(text)
    )
    return normalise(raw).text


def _reading(known: Mapping[str, frozenset[str]], character: str) -> str:
    return min(known.get(character, ()), default="")


def same(_rng: Random, text: str) -> str:
    """Word for word: what differs is the title."""
    return text


RANDOM: Mapping[str, Callable[[Random, str], str]] = {
    f"slips {percent} %": slips(percent / 100) for percent in (1, 3, 5, 10, 20)
}
REALISTIC: Mapping[str, Callable[[Random, str], str]] = {
    "title": same,
    "mended": mended,
    "boilerplate": framed,
    "reprint": reprinted,
    "cut to 70 %": cut(0.7),
    "cut to 50 %": cut(0.5),
    "shortened": thinned,
    "traditional": traditional,
    "mirror": mirrored,
}
