"""The headline: what the head declares, aligned with the lines a reader sees.

The `<title>` carries the site's name behind it, a meta title may be cut or hold markup, and the first `<h1>` may be the
site's logo. A run of visible lines that is found again in a declared title is neither: it is the headline, whole,
even when it stands on two lines or outside every heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nnnews.extract.declared import declared_titles, headlines, is_site_name, join_title, squeeze, undress
from nnnews.extract.head import Head
from nnnews.extract.infobar import is_furniture, is_info
from nnnews.extract.lines import Line, Reading
from nnnews.extract.weigh import is_menu
from nnnews.text.normalise import normalise

_LONGEST = 120  # characters; longer lines are paragraphs, even of official notices with long names
_SHORTEST = 2  # 讣告
_MOST_LINES = 4
_WHOLE = 0.8  # share of a declared title that is the headline whatever the markup says
_REACH = 4  # lines between an unmarked headline and the info bar below it
_HEADINGS = {"h1": 4, "h2": 3, "founder-title": 4, "h3": 2, "h4": 1, "center": 1}
_NAMED = re.compile(
    r"(?:^|[\s_\-])(?:\w*title\w*|biaoti|bt\d?|\w*headline|tit|h1|pbt|ttl)(?:$|[\s_\-])|dabiaoti|con_biaoti|articletitle"
)
_ABOVE = re.compile(
    r"pre_?title|introtitle|intro-title|yinti|yt\b|jianti|kicker|shouldertitle|(?:^|\s)(?:pre|intro)(?:$|\s)"
)
_BELOW = re.compile(r"sub_?-?title|subhead|fu_?ti|fubiaoti|fubt|yinti|(?:^|\s)sub(?:$|\s)")
_FLAG = re.compile(r"(?:原创|独家|转载|置顶|推荐|视频|图集|组图|专题)(?= )")  # <h2><span>原创</span>通水了</h2>
_CUT = re.compile(r"(?:\.{2,}|…+)$")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title and what stands above (kicker, 引题) and below it (subtitle, 副题); its half-open range of lines."""

    title: str | None
    start: int = -1
    end: int = -1
    kicker: str | None = None
    subtitle: str | None = None


def find_headline(reading: Reading, head: Head, before: int, latest: int = 0) -> Headline:
    """The headline among the lines before that index (the first paragraph), or the declared one.

    A portal's greeting or notice may be a paragraph too: a declared title is looked for down to `latest`.
    """
    declared = declared_titles(head)
    if reading.script != "simplified":
        declared = [normalise(title).text for title in declared]
    sure = headlines(head)
    named = [title for title in declared if title in sure or not is_site_name(undress(title))]
    found = (
        _aligned(reading, named, before)
        or _aligned(reading, named, latest)
        or _marked(reading, before)
        or _over_bar(reading, before)
    )
    kicker, subtitle = head.enp.get("introtitle"), head.enp.get("subtitle")
    if found is None:
        return Headline(undress((named or declared)[0]) if declared else None, kicker=kicker, subtitle=subtitle)
    start, end = _without_satellites(reading, *found)
    text = join_title([_unflagged(line) for line in reading.lines[start:end]], named)
    return Headline(text, start, end, _above(reading, start) or kicker, _below(reading, end, before) or subtitle)


def _eligible(line: Line) -> bool:
    return _SHORTEST <= len(line.text) <= _LONGEST and line.links < len(line.text)


def _aligned(reading: Reading, declared: list[str], before: int) -> tuple[int, int] | None:
    """The run of lines that covers most of a declared title; of equal runs, the better marked and the later one."""
    wanted = [(squeeze(title), len(squeeze(undress(title)))) for title in declared]
    runs = [
        (covered, _rank(reading, start), start, end)
        for start, line in enumerate(reading.lines[:before])
        if _eligible(line)
        for covered, whole, end in _runs(reading, wanted, start, before)
        if whole or _is_part(reading, start)
    ]
    best = max(runs, default=None)
    return (best[2], best[3]) if best else None


def _is_part(reading: Reading, index: int) -> bool:
    """Whether a line that covers a part of the declared title is a headline: marked as one, and no office's name."""
    return _rank(reading, index) > 0 and not is_site_name(reading.lines[index].text)


def _without_satellites(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The run without the kicker and subtitle at its ends: e-papers declare all three as one title."""
    hints = [reading.boxes[line.box].hint if reading.boxes else "" for line in reading.lines[start:end]]
    while len(hints) > 1 and _ABOVE.search(hints[0]):
        del hints[0]
        start += 1
    while len(hints) > 1 and _BELOW.search(hints[-1]):
        del hints[-1]
    return start, start + len(hints)


def _runs(reading: Reading, wanted: list[tuple[str, int]], start: int, before: int) -> Iterator[tuple[int, bool, int]]:
    """(characters covered, nearly all, end) for the longest run from `start` that some declared title contains."""
    for title, length in wanted:
        joined, end = "", start
        while end < min(before, start + _MOST_LINES):
            longer = joined + squeeze(_unflagged(reading.lines[end]))
            if longer not in title:
                break
            joined, end = longer, end + 1
        if len(joined) >= _SHORTEST and len(joined) * 3 >= length:
            # At the front of the declared title stands the headline, behind it the names of column and site.
            yield len(joined) * (2 if title.startswith(joined) else 1), len(joined) >= _WHOLE * length, end
        elif end == start and _continues(squeeze(reading.lines[start].text), title):
            yield len(title) * 2, True, start + 1


def _unflagged(line: Line) -> str:
    """The line without the flag that a tag of its own sets before a headline."""
    flag = _FLAG.match(line.apart)
    return line.text.removeprefix(flag[0]).lstrip() if flag else line.text


def _continues(line: str, title: str) -> bool:
    """Whether the declared title is the beginning of the line: it was cut to a length."""
    stem = _CUT.sub("", title)
    return len(stem) >= 10 and line.startswith(stem)


def _rank(reading: Reading, index: int) -> int:
    """How well the markup names a line as a headline, 0 to 6; a line in a menu or a crumb trail is below it."""
    line = reading.lines[index]
    if not reading.boxes or line.noise:
        return -1
    box = reading.boxes[line.box]
    parent = reading.boxes[box.parent]
    rank = max(_HEADINGS.get(box.tag, 0), _HEADINGS.get(parent.tag, 0))
    return rank + 2 if _NAMED.search(box.hint) or _NAMED.search(parent.hint) else rank


def _marked(reading: Reading, before: int) -> tuple[int, int] | None:
    """Without a declared title: the best marked line, the last of equals (logos come first)."""
    marked = [
        (rank, index)
        for index, line in enumerate(reading.lines[:before])
        if _may_head(line) and (rank := _rank(reading, index)) > 1
    ]
    if not marked:
        return None
    start = end = max(marked)[1]
    box = reading.lines[start].box
    while start and reading.lines[start - 1].box == box and end - start < _MOST_LINES:
        start -= 1
    while end < before and reading.lines[end].box == box and end - start < _MOST_LINES:
        end += 1
    return start, end


def _over_bar(reading: Reading, before: int) -> tuple[int, int] | None:
    """Without any markup: the line right over the first info bar."""
    bar = next((index for index in range(before) if is_info(reading.lines[index].text)), -1)
    above = range(bar - 1, max(bar - 1 - _REACH, -1), -1)
    return next(((index, index + 1) for index in above if _may_head(reading.lines[index])), None)


def _may_head(line: Line) -> bool:
    """Whether a line could be a headline at all: no menu, no site's name, nothing to click."""
    return (
        _eligible(line)
        and not line.noise
        and not is_menu(line)
        and not is_info(line.text)
        and not (is_furniture(line.text) or is_site_name(line.text))
    )


def _above(reading: Reading, start: int) -> str | None:
    """The kicker: a line right above the title whose box says so."""
    if start < 1 or not reading.boxes:
        return None
    line = reading.lines[start - 1]
    named = _ABOVE.search(reading.boxes[line.box].hint) or _is_sibling_heading(reading, start - 1, start)
    return line.text if named and _may_head(line) else None


def _below(reading: Reading, end: int, before: int) -> str | None:
    """The subtitle: a line right below the title whose box says so, or that opens with a dash."""
    if end < 0 or end >= before or not reading.boxes:
        return None
    line = reading.lines[end]
    named = _BELOW.search(reading.boxes[line.box].hint) or line.text.startswith("——")
    named = named or _is_sibling_heading(reading, end, end - 1)
    return line.text if named and _may_head(line) else None


def _is_sibling_heading(reading: Reading, index: int, title: int) -> bool:
    """Whether a line is a smaller heading in the same box as the headline: <h3>引题</h3><h1>主题</h1><h2>副题</h2>."""
    box, main = reading.boxes[reading.lines[index].box], reading.boxes[reading.lines[title].box]
    return box.parent == main.parent and 0 < _HEADINGS.get(box.tag, 0) < _HEADINGS.get(main.tag, 0)
