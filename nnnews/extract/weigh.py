"""How much a line speaks for the box it stands in: prose counts for it, menus and licence footers against it."""

import re
from itertools import accumulate

from nnnews.extract.lines import Line, Reading

# Each word begins with a letter of its own and no set of them: so the expression is looked for by its first letters.
_IMPRINT = (
    "联系我们|关于我们|网站地图|举报(?:电话|邮箱|中心)|主办(?:单位)?[:：]|承办(?:单位)?[:：]|建议使用.{0,20}浏览器"
)
_FOOTER = re.compile(
    r"版权所有|Copyright|copyright|COPYRIGHT|©|ICP[备证]|公网安备|备案号[:：]|网站标识码|技术支持[:：]"
    r"|许可证(?:编?号)?\s*[:：]?\s*[（(]?[\dA-Z京沪粤桂]"
    r"|Rights [Rr]eserved|rights [Rr]eserved|RIGHTS RESERVED"
    r"|未经.{0,8}(?:授权|许可|协议).{0,8}(?:禁止|不得|严禁|请勿).{0,8}(?:转载|复制|使用|镜像)"
    rf"|{_IMPRINT}"
)
_IS_IMPRINT = re.compile(_IMPRINT)
_SENTENCE = 12  # characters; the shortest paragraph that is surely a sentence («特此公告。» alone proves nothing)
_LONGEST_FOOTER = 150
_NOISE_SHARE = 0.05  # prose in a comment or share box still counts a little: some sites call the article's box «share»


def is_prose(text: str) -> bool:
    """Whether a line has the length and the stops of a sentence."""
    return len(text) >= _SENTENCE and ("，" in text or "。" in text or "；" in text or "！" in text or "？" in text)


def is_footer(text: str) -> bool:
    """Whether a line belongs to the licence footer of a portal; a report about licences has sentences."""
    found = _FOOTER.search(text)
    return found is not None and not (_IS_IMPRINT.match(found[0]) and is_prose(text))


def is_menu(line: Line) -> bool:
    """Whether a line is mostly links and no sentence with a link in it: a menu, a headline of another article."""
    if not line.links:
        return False
    share = line.links / (len(line.text) or 1)
    return share > 0.8 or (share > 0.5 and not is_prose(line.text))


def weigh_all(reading: Reading) -> list[float]:
    """Weighs every line, and gives the running sums: a range of lines weighs `sums[end] - sums[start]`."""
    for line in reading.lines:
        line.weight = weigh(line)
    return [0.0, *accumulate(line.weight for line in reading.lines)]


def weigh(line: Line) -> float:
    """Characters of prose, negative for links and footers; short lines without stops (headings, table cells) near 0."""
    text = line.text
    size = len(text)
    if line.links and is_menu(line):
        return -2.0 - line.links
    if size < _LONGEST_FOOTER and is_footer(text):
        return -float(size)
    if not is_prose(text):
        return min(size, 10) * 0.1
    return (size - line.links) * (_NOISE_SHARE if line.noise else 1.0)
