"""The bar under the headline (date, source, credits) and the credit lines behind the article."""

import re
from collections.abc import Iterator
from datetime import datetime

from nnnews.extract.dates import read_date
from nnnews.extract.lines import Line, Reading
from nnnews.extract.weigh import is_menu
from nnnews.items import SHANGHAI

_LONGEST = 160
_LABEL = re.compile(
    r"(?:来\s*[源自]|信息来源|稿源|出处|供稿|发布(?:时间|日期|机构|单位)?|发文(?:机关|单位|日期)|公开日期|成文日期|发稿时间|发表(?:时间|于)|撰写时间|更新时间|时\s*间|日\s*期|作\s*者|记\s*者|通讯员|撰文?|撰稿人?"
    r"|编\s*辑|责任?编辑?|选稿|初审|复审|二审|三审|终审|审核|校对|监制|值班|文字|摄影|浏览(?:次数|量)?|点击(?:数|量|率)?|阅读(?:次数|量)?|访问量|发布者)\s*[:：]"
)
_FURNITURE = re.compile(
    r"字体|字号|【?打印】?|分享|收藏|关闭|朗读|评论|纠错|小字号|A[-+]|无障碍|扫一扫|复制链接|【\s*[大中小]|微信|微博|QQ|浏览|阅读量|点击|人次|查看"
)
_CREDIT = re.compile(
    r"[(（【\[\s]*(?:责任?编辑?|编\s*辑|(?:本文|文章|信息|稿件)来源|来\s*源|作\s*者|初审|二审|三审|终审|审核|审校|校对|监制|值班|选稿"
    r"|记者|通讯员|撰稿|统筹)"
)
_BAR = 80
_ANY_DAY = datetime(2024, 12, 31, tzinfo=SHANGHAI)
_REST = 24  # characters that a bar may hold beside its date: «光明网», «中国新闻网 第 1 版»
_LONGEST_TOOL = 30
_TOOL = re.compile(
    r"字体|字号|打印(?:本页|】|$)|分享[到至]|A[-+]|扫一扫|浏览[次量数]|阅读[次量数]|点击[次量数率]|【纠错】|视力保护色|语音播报|朗读"
)
_BUTTONS = frozenset(
    [
        "点赞",
        "收藏",
        "打印",
        "分享",
        "举报",
        "评论",
        "关闭",
        "转发",
        "朗读",
        "大",
        "中",
        "小",
        "|",
        "｜",
        "∙",
        "·",
        "原创",
        "订阅",
        "关注",
    ]
)
_TAGGED = re.compile(r"(?<![^\s])(来源|作者|编辑|责任编辑|发布者)\s+(?=[\u4e00-\u9fff])")
_SIGNED = 40  # characters: «示例新闻记者 张三 李四» between headline and date
_SIGNATURE = re.compile(r"[\u4e00-\u9fff·]{0,14}(?:记者|通讯员|特约撰稿|撰文)\s[^，。；]+$")
_REACH = 30  # lines behind the article in which credits still belong to it


def is_info(text: str) -> bool:
    """Whether a line is an info bar: labelled fields, or a date with little beside it (no «（2023年9月28日…通过）»)."""
    if len(text) > _LONGEST:
        return False
    if _LABEL.search(text):
        return True
    if text[:1] in ("（", "("):
        return False
    if len(text) <= _SIGNED and _SIGNATURE.match(text):
        return True
    return len(text) <= _BAR and text[:1] not in "《“" and _is_dated(text)


def shows_date(text: str) -> bool:
    """Whether a bar holds a date; any day will do to infer the year of a short one from."""
    return read_date(text, _ANY_DAY) is not None


def _is_dated(text: str) -> bool:
    if not any(character.isdigit() for character in text) or "。" in text or "，" in text:
        return False
    return shows_date(text) and sum("\u4e00" <= character <= "\u9fff" for character in text) <= _REST


def is_furniture(text: str) -> bool:
    """Whether a short line only offers to share, print or resize."""
    return len(text) <= 40 and _FURNITURE.search(text) is not None


def bar_text(line: Line) -> str:
    """A bar as the byline reader wants it: fields apart, no buttons, a colon behind a label that had its own tag."""
    text = line.apart or line.text
    if " " not in text:
        return text
    return _TAGGED.sub(r"\1：", " ".join(word for word in text.split() if word not in _BUTTONS))


def is_tool(text: str) -> bool:
    """Whether a short line is a tool of the page and surely no heading of the text: 【字体：大 中 小】, 分享到."""
    return len(text) <= _LONGEST_TOOL and _TOOL.search(text) is not None


def info_lines(reading: Reading, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The info bars among these lines, with their index. A label in a table cell takes the next cell with it."""
    for index in range(max(start, 0), end):
        line = reading.lines[index]
        if not is_info(line.text) or (line.noise and is_menu(line)):
            continue
        text = bar_text(line)
        if text[-1:] in (":", "：") and index + 1 < end and not _LABEL.search(reading.lines[index + 1].text):
            text += reading.lines[index + 1].text
        yield index, text


def credits_behind(reading: Reading, end: int) -> Iterator[str]:
    """The credit lines right behind the article: 责任编辑, 来源."""
    for line in reading.lines[end : end + _REACH]:
        if len(line.text) <= 80 and _CREDIT.match(line.text) and not line.links * 2 > len(line.text):
            yield bar_text(line)
