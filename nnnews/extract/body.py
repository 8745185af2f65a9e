"""From the article's box to its paragraphs: boxes of links out, then lines off the head and the tail.

Lines are trimmed, never whole boxes by their name alone. What only the words give away (责编, 原标题, licences) is
left to the boilerplate and byline readers.
"""

import re
from itertools import accumulate

from nnnews.extract.container import Container
from nnnews.extract.declared import squeeze
from nnnews.extract.infobar import bar_text, is_button, is_furniture, is_info, is_tool
from nnnews.extract.lines import Line, Reading
from nnnews.extract.phrases import ENDINGS, alternation
from nnnews.extract.weigh import is_footer, is_menu

_END = re.compile(
    rf"[【\[■●▶◆\s]*(?:{alternation(ENDINGS)})[】\]\s:：>»]*(?:更多)?[>»\s]*$|[上下]一[篇条][:：]",
)
# （原标题：…）, (原题为《…》), 本文原标题：…, （本文来自示例新闻，更多资讯请下载客户端）
_REMARK = re.compile(
    r"[（(【\[]*(?:本文)?原(?:标题|题)\s*(?:[:：]|为).{2,}"
    r"|[（(]?本文来自[^。]{2,24}更多[^。]{2,24}(?:下载|关注|登录|打开)[^。]{0,24}"
)
_ATTACHED = re.compile(r"附件|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|pptx?)\b", re.I)
_CUT_SHARE = 0.4  # a heading such as «相关阅读» ends the article when less than this share of the prose follows it
_PROSE = 1.0  # short lines weigh less, footers and menus less than nothing
_TOP = 24  # lines in which bars stand; below are the rows of a table with dates of its own
_TITLE_LINES = 5
_REMARK_BEGINS = frozenset("（(【[原本")
_LONGEST_REMARK = 90
_CREDIT_WEIGHT = 2.0


def first_prose(reading: Reading, start: int, end: int) -> int:
    """Index of the first paragraph; `end` when there is none."""
    return next(
        (
            index
            for index in range(start, end)
            if reading.lines[index].weight > 10 and not is_info(reading.lines[index].text)
        ),
        end,
    )


def read_body(reading: Reading, container: Container, title: str | None, title_end: int) -> tuple[int, int, list[str]]:
    """The half-open range of lines that the article fills, and its lines."""
    kept = _without_link_boxes(reading, container)
    start = _head(reading, kept, container, title, title_end)
    kept = [index for index in kept if index >= start]
    kept = _tail(reading, kept)
    end = kept[-1] + 1 if kept else start
    return start, end, [_as_text(reading.lines[index]) for index in kept if not _is_remark(reading.lines[index].text)]


def _is_remark(text: str) -> bool:
    """Whether a line only says what the article was called elsewhere, or where there is more of the kind."""
    return text[:1] in _REMARK_BEGINS and len(text) <= _LONGEST_REMARK and _REMARK.fullmatch(text) is not None


def _as_text(line: Line) -> str:
    """A line of the body; a credit row keeps the spaces between its tags: 来源：某报 责任编辑：某人."""
    return bar_text(line) if line.apart and line.weight < _CREDIT_WEIGHT and is_info(line.text) else line.text


def _without_link_boxes(reading: Reading, container: Container) -> list[int]:
    """Indices of the container's lines that are in no box of share buttons or links."""
    lines = reading.lines
    sums = [0.0, *accumulate(line.weight for line in lines)]
    dropped: set[int] = set()
    covered = 0
    for box in reading.boxes[container.box + 1 :]:
        if box.start >= container.end:
            break
        if covered < box.end <= container.end and box.start >= container.start and sums[box.end] < sums[box.start]:
            dropped.update(range(box.start, box.end))
            covered = box.end
    return [
        index
        for index in range(container.start, container.end)
        if not (index in dropped or lines[index].noise or is_menu(lines[index])) or _ATTACHED.search(lines[index].text)
    ]


def _head(reading: Reading, kept: list[int], container: Container, title: str | None, title_end: int) -> int:
    """Where the text begins: behind the headline, its repetition, and the last info bar before the first paragraph."""
    start = max(container.start, title_end if title_end <= container.end else 0)
    paragraphs = (index for index in kept if index >= start and _is_paragraph(reading.lines[index]))
    prose = next(paragraphs, container.end)
    top = [index for index in kept if start <= index < prose][:_TOP]
    bars = (index for index in top if is_info(reading.lines[index].text) or is_tool(reading.lines[index].text))
    start = max(bars, default=start - 1) + 1
    while start < prose and is_button(reading.lines[start].text):
        start += 1
    return _behind_repeated_title(reading, start, prose, squeeze(title or ""))


def _behind_repeated_title(reading: Reading, start: int, prose: int, title: str) -> int:
    """Many papers set the headline, with a kicker, once more at the top of the text."""
    if not title:
        return start
    for first in range(start, min(prose, start + _TITLE_LINES)):
        joined = ""
        for index in range(first, min(prose, first + _TITLE_LINES)):
            joined += squeeze(reading.lines[index].text)
            if joined == title:
                return index + 1
    return start


def _tail(reading: Reading, kept: list[int]) -> list[int]:
    """The lines up to the end mark, and behind the last paragraph only what may be a signature, a date, a credit."""
    lines = reading.lines
    total = sum(max(lines[index].weight, 0.0) for index in kept)
    left = total
    for place, index in enumerate(kept):
        if left < _CUT_SHARE * total and _END.match(lines[index].text):
            kept = kept[:place]
            break
        left -= max(lines[index].weight, 0.0)
    places = range(len(kept) - 1, -1, -1)
    last = next((place for place in places if _is_paragraph(lines[kept[place]])), len(kept) - 1)
    for place in range(last + 1, len(kept)):
        text = lines[kept[place]].text
        if _END.match(text) or is_footer(text):
            return kept[:place]
    return [index for place, index in enumerate(kept) if place <= last or not is_furniture(lines[index].text)]


def _is_paragraph(line: Line) -> bool:
    """Whether a line is prose, as its weight says, and no info bar."""
    return line.weight > _PROSE and not line.noise and not is_info(line.text)
