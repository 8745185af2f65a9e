"""The titles that a page's head declares, and how titles are compared, undressed of site names, and joined."""

import re

from nnnews.extract.head import Head

_JOINT = re.compile(r"\s*(?:_+|\|+|--+|»|>+|::|\s[-–—·]\s|\s(?=\S+$)|[-–](?=[^-–\d_|]{2,20}$))\s*")
_OUTLET = re.compile(
    r"(?:网|网站|报|新闻|频道|政府|门户|在线|客户端|平台|人大|要闻|时政|社会|中心|集团|公司|论坛|多媒体数字报\w*|电子版"
    r"|数字报|委员会|常委会|局|厅|办公室|专题|动态|资讯|正文|头条|快讯|\.com|\.cn|\.net|新华社|央视|[省市县区]"
    r"|The Paper)[)）]?$"
)
_SITE_LENGTH = 14  # characters; no site or column has a longer name, most headlines have
_SHORTEST = 2
_LONGEST = 300  # characters of a declared title that are looked at
_SAME = str.maketrans("“”‘’（）：，！？｜—－", "\"\"''():,!?|--")


def declared_titles(head: Head) -> list[str]:
    """The titles that the head declares, the most trustworthy first, as they are written."""
    named = (
        head.first("articletitle"),
        head.enp.get("title", ""),
        head.linked.get("headline", ""),
        head.first("og:title", "twitter:title", "headline", "name", "title"),
        head.title,
    )
    return [title for title in dict.fromkeys(title[:_LONGEST] for title in named) if len(title) >= 2]


def is_site_name(title: str) -> bool:
    """Whether a title is only the name of a site, a paper or a column."""
    return len(title) <= _SITE_LENGTH and _OUTLET.search(title) is not None


def undress(title: str) -> str:
    """A declared title without the names of site and column joined to it by `_`, `-`, `--`, `|` or a space."""
    parts = [part for part in _JOINT.split(title) if part]
    if len(parts) > 1 and is_site_name(parts[0]) and not all(map(is_site_name, parts[1:])):
        title = title[title.index(parts[0]) + len(parts[0]) :].lstrip(" _|-–—»>:·")
    while True:
        joints = list(_JOINT.finditer(title))
        if not joints or not _OUTLET.search(title.rstrip()) or joints[-1].start() < _SHORTEST:
            return title.strip()
        title = title[: joints[-1].start()]


def squeeze(text: str) -> str:
    """A text for comparison: no white space, one form of quotes and brackets."""
    return "".join(text.split()).translate(_SAME)


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
