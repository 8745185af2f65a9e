"""The headline: what the head declares, aligned with the lines a reader sees.

The `<title>` carries the site's name behind it, a meta title may be cut or hold markup, and the first `<h1>` may be the
site's logo. A run of visible lines that is found again in a declared title is neither: it is the headline, whole,
even when it stands on two lines or outside every heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nnnews.extract.head import Head
from nnnews.extract.lines import Line, Reading
from nnnews.extract.weigh import is_menu

_LONGEST = 120  # characters; longer lines are paragraphs, even of official notices with long names
_SHORTEST = 4
_MOST_LINES = 4
_HEADINGS = {"h1": 4, "h2": 3, "founder-title": 4, "h3": 2, "h4": 1, "center": 1}
_NAMED = re.compile(
    r"(?:^|[\s_\-])(?:\w*title\w*|biaoti|bt\d?|\w*headline|tit|h1|pbt|ttl)(?:$|[\s_\-])|dabiaoti|con_biaoti|articletitle"
)
_ABOVE = re.compile(
    r"pre_?title|introtitle|intro-title|yinti|yt\b|jianti|kicker|shouldertitle|(?:^|\s)(?:pre|intro)(?:$|\s)"
)
_BELOW = re.compile(r"sub_?-?title|subhead|fu_?ti|fubiaoti|fubt|yinti|(?:^|\s)sub(?:$|\s)")
_JOINT = re.compile(r"\s*(?:_+|\|+|--+|»|>+|::|\s[-–—·]\s|\s(?=\S+$)|[-–](?=[^-–\d_|]{2,20}$))\s*")
_OUTLET = re.compile(
    r"(?:网|网站|报|新闻|频道|政府|门户|在线|公众网|客户端|平台|人大|要闻|时政|社会|中心|集团|公司|多媒体数字报\w*|电子版|数字报"
    r"|委员会|常委会|局|厅|办公室|专题|动态|资讯|正文|头条|快讯|\.com|\.cn|\.net|新华社|央视|[省市县区])$"
)
_CUT = re.compile(r"(?:\.{2,}|…+)$")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title and what stands above (kicker, 引题) and below it (subtitle, 副题); its half-open range of lines."""

    title: str | None
    start: int = -1
    end: int = -1
    kicker: str | None = None
    subtitle: str | None = None


def find_headline(reading: Reading, head: Head, before: int) -> Headline:
    """The headline among the lines before that index (the first paragraph), or the declared one."""
    declared = declared_titles(head)
    found = _aligned(reading, declared, before) or _heading(reading, before)
    if found is None:
        return Headline(
            undress(declared[0]) if declared else None,
            kicker=_said(head, "introtitle"),
            subtitle=_said(head, "subtitle"),
        )
    start, end = found
    text = join_title([line.text for line in reading.lines[start:end]], declared)
    kicker, subtitle = _above(reading, start), _below(reading, end, before)
    return Headline(text, start, end, kicker or _said(head, "introtitle"), subtitle or _said(head, "subtitle"))


def declared_titles(head: Head) -> list[str]:
    """The titles that the head declares, the most trustworthy first."""
    named = (
        head.first("articletitle"),
        head.enp.get("title", ""),
        head.linked.get("headline", ""),
        head.first("og:title", "twitter:title", "headline", "name", "title"),
        head.title,
    )
    return list(dict.fromkeys(title for title in named if len(title) >= 2))


def undress(title: str) -> str:
    """A declared title without the names of site and column joined to it by `_`, `-`, `--`, `|` or a space."""
    parts = [part for part in _JOINT.split(title) if part]
    if len(parts) > 1 and _OUTLET.search(parts[0]) and len(parts[0]) <= 10 and not all(map(_OUTLET.search, parts[1:])):
        title = title[title.index(parts[0]) + len(parts[0]) :].lstrip(" _|-–—»>:·")
    while True:
        joints = list(_JOINT.finditer(title))
        if not joints or not _OUTLET.search(title.rstrip()) or joints[-1].start() < _SHORTEST:
            return title.strip()
        title = title[: joints[-1].start()]


def squeeze(text: str) -> str:
    """A text for comparison: no white space, one form of quotes and brackets."""
    return "".join(text.split()).translate(_ONE_FORM)


_ONE_FORM = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "（": "(",
        "）": ")",
        "：": ":",
        "，": ",",
        "！": "!",
        "？": "?",
        "｜": "|",
        "—": "-",
        "－": "-",
    }
)


def _said(head: Head, name: str) -> str | None:
    return head.enp.get(name) or None


def _eligible(line: Line) -> bool:
    return _SHORTEST <= len(line.text) <= _LONGEST and line.links < len(line.text)


def _aligned(reading: Reading, declared: list[str], before: int) -> tuple[int, int] | None:
    """The run of lines that covers most of a declared title; of equal runs, the better marked and the later one."""
    wanted = [squeeze(title) for title in declared]
    runs = [
        (covered, _rank(reading, start), start, end)
        for start, line in enumerate(reading.lines[:before])
        if _eligible(line)
        for covered, end in _runs(reading, wanted, start, before)
    ]
    best = max(runs, default=None)
    return (best[2], best[3]) if best else None


def _runs(reading: Reading, wanted: list[str], start: int, before: int) -> Iterator[tuple[int, int]]:
    """(characters covered, end) for the longest run from `start` that some declared title contains."""
    for title in wanted:
        joined, end = "", start
        while end < min(before, start + _MOST_LINES):
            longer = joined + squeeze(reading.lines[end].text)
            if longer not in title:
                break
            joined, end = longer, end + 1
        if len(joined) >= _SHORTEST and len(joined) * 3 >= len(title):
            # At the front of the declared title stands the headline, behind it the names of column and site.
            yield len(joined) * (2 if title.startswith(joined) else 1), end
        elif end == start and _continues(squeeze(reading.lines[start].text), title):
            yield len(title) * 2, start + 1


def _continues(line: str, title: str) -> bool:
    """Whether the declared title is the beginning of the line: it was cut to a length."""
    stem = _CUT.sub("", title)
    return len(stem) >= 10 and line.startswith(stem)


def _rank(reading: Reading, index: int) -> int:
    """How well the markup names a line as a headline, 0 to 5; a line in a menu or a crumb trail is below it."""
    box = reading.boxes[reading.lines[index].box] if reading.boxes else None
    if box is None or reading.lines[index].noise:
        return -1
    parent = reading.boxes[box.parent]
    rank = max(_HEADINGS.get(box.tag, 0), _HEADINGS.get(parent.tag, 0))
    return rank + 1 if _NAMED.search(box.hint) or _NAMED.search(parent.hint) else rank


def _heading(reading: Reading, before: int) -> tuple[int, int] | None:
    """Without a declared title: the best marked line, the last of equals (logos come first)."""
    marked = [
        (rank, index)
        for index, line in enumerate(reading.lines[:before])
        if _eligible(line) and not is_menu(line) and (rank := _rank(reading, index)) > 1
    ]
    if not marked:
        return None
    start = max(marked)[1]
    end = start + 1
    box = reading.lines[start].box
    while end < before and reading.lines[end].box == box and end - start < _MOST_LINES:
        end += 1
    return start, end


def join_title(lines: list[str], declared: list[str]) -> str:
    """The lines of a headline as one title: joined as a declared title joins them, else by a space."""
    if len(lines) == 1:
        return lines[0]
    wanted = squeeze("".join(lines))
    for title in declared:
        places = [place for place, character in enumerate(title) if not character.isspace()]
        at = squeeze(title).find(wanted)
        if at >= 0:
            return title[places[at] : places[at + len(wanted) - 1] + 1]
    return "".join(line if not place or line.startswith("——") else " " + line for place, line in enumerate(lines))


def _above(reading: Reading, start: int) -> str | None:
    """The kicker: a line right above the title whose box says so."""
    if start < 1 or not reading.boxes:
        return None
    line = reading.lines[start - 1]
    return line.text if _eligible(line) and _ABOVE.search(reading.boxes[line.box].hint) else None


def _below(reading: Reading, end: int, before: int) -> str | None:
    """The subtitle: a line right below the title whose box says so, or that opens with a dash."""
    if end < 0 or end >= before or not reading.boxes:
        return None
    line = reading.lines[end]
    named = _BELOW.search(reading.boxes[line.box].hint) or line.text.startswith("——")
    return line.text if named and _eligible(line) else None
