"""The bar under the headline (date, source, credits) and the credit lines behind the article."""

import re
from collections.abc import Iterator
from datetime import datetime

from nnnews.extract.dates import read_date
from nnnews.extract.lines import Line, Reading
from nnnews.extract.phrases import BUTTONS, CREDITS, FURNITURE, LABELS, OUTLET_NAMES, OUTLETS, TOOLS, alternation
from nnnews.extract.weigh import is_menu
from nnnews.items import SHANGHAI

_LONGEST = 160
_LABEL = re.compile(rf"(?:{alternation(LABELS)})\s*[:：]")
_CREDIT = re.compile(rf"[(（【\[\s]*(?:{alternation(CREDITS)})")
_TOOL = re.compile(rf"{alternation(TOOLS)}|A[-+]")
_FURNITURE = re.compile(rf"{alternation(FURNITURE)}|{_TOOL.pattern}|【\s*[大中小]")
_BUTTONS = frozenset(BUTTONS.split())
_LONGEST_TOOL, _LONGEST_FURNITURE, _LONGEST_CREDIT = 30, 40, 80
_BAR = 80  # characters of a bar without labels
_ANY_DAY = datetime(2024, 12, 31, tzinfo=SHANGHAI)  # to infer a year from that does not matter
_DIGIT, _HAN = re.compile(r"\d"), re.compile(r"[\u4e00-\u9fff]")
_LONE_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_REST = 24  # characters that a bar may hold beside its date: «光明网», «中国新闻网 第 1 版»
_SPOKEN = re.compile(r"[。？！]|，.*，")  # 记者：请问……？ is said, and no bar
_IMPRINT = re.compile(
    r"\s*《[^《》]{2,12}》\s*[（(][^（）()]*\d\s*版[^（）()]*[）)]"
)  # 《示例日报》（2024年05月09日 第 02 版）
_TAGGED = re.compile(r"(?<![^\s])(来源|作者|编辑|责任编辑|发布者)\s+(?=[\u4e00-\u9fff])")
_SIGNED = 40  # characters: «示例新闻记者 张三 李四» between headline and date
_SIGNATURE = re.compile(r"[\u4e00-\u9fff·]{0,14}(?:记者|通讯员|特约撰稿|撰文)\s[^，。；]+$")
_STAFF = re.compile(r"(?<=[\u4e00-\u9fff])[_ ]?[A-Z]{1,4}\d{3,6}(?![\w.])")  # 责任编辑：叶知秋_NF4425
_BETWEEN = re.compile(
    rf"(?P<names>[\u4e00-\u9fff]{{2,4}}(?:[、 ][\u4e00-\u9fff]{{2,4}}){{0,3}})\s?/\s?"
    rf"(?P<outlet>[\u4e00-\u9fffA-Za-z0-9·]{{1,20}}(?:{alternation(OUTLETS)})|{alternation(OUTLET_NAMES)})"
)  # 叶知秋/横江日报
_REACH = 30  # lines behind the article in which credits still belong to it


def is_info(text: str) -> bool:
    """Whether a line is an info bar: labelled fields, or a date with little beside it (no «（2023年9月28日…通过）»)."""
    if len(text) > _LONGEST:
        return False
    if ("：" in text or ":" in text) and _LABEL.search(text):
        return not _SPOKEN.search(text)
    if text[:1] in ("（", "("):
        return False
    if len(text) <= _SIGNED and (_SIGNATURE.match(text) or _BETWEEN.fullmatch(text)):
        return True
    return len(text) <= _BAR and text[:1] not in "《“" and _is_dated(text)


def shows_date(text: str) -> bool:
    """Whether a bar holds a date. 5月17日 beside words is as often a heading, and needs a clock time to be one."""
    dated = read_date(text, _ANY_DAY)
    return dated is not None and (
        not dated.inferred or dated.precision != "day" or _LONE_DAY.fullmatch(text) is not None
    )


def _is_dated(text: str) -> bool:
    if not _DIGIT.search(text) or "。" in text or "，" in text or len(_HAN.findall(text)) > _REST:
        return False
    return shows_date(text)


def is_furniture(text: str) -> bool:
    """Whether a short line only offers to share, print or resize."""
    return len(text) <= _LONGEST_FURNITURE and _FURNITURE.search(text) is not None


def is_button(text: str) -> bool:
    """Whether a line holds nothing but names of buttons: 评论 收藏."""
    return all(word in _BUTTONS for word in text.split())


def bar_text(line: Line) -> str:
    """A bar as the byline reader wants it: fields apart, no buttons, a colon behind a label that had its own tag."""
    text = _STAFF.sub("", _IMPRINT.sub("", line.apart or line.text))
    if shared := _BETWEEN.fullmatch(text):
        return f"来源：{shared['outlet']} 作者：{shared['names']}"
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
        credited = _CREDIT.match(line.text) or len(_LABEL.findall(line.text)) > 1
        if credited and len(line.text) <= _LONGEST_CREDIT and not line.links * 2 > len(line.text):
            yield bar_text(line)
