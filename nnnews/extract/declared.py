"""The titles that a page's head declares, and how titles are compared, undressed of site names, and joined."""

import re

from nnnews.extract.head import Head
from nnnews.extract.phrases import SITES, alternation

_JOINT = re.compile(r"\s*(?:_+|\|+|--+|»|>+|::|\s[-–—·]\s|\s(?=\S+$)|[-–](?=[^-–\d_|]{2,20}$))\s*")
_OUTLET = re.compile(rf"(?:{alternation(SITES)}|The Paper)[)）]?$")
_PLACES = frozenset("省市县区")
_PLACE_LENGTH = 8  # 广西壮族自治区; longer words that end so are a headline: 邕城文化周走进马山县
_SITE_LENGTH = 14  # characters; no site or column has a longer name, most headlines have
_SHORTEST = 2
_LONGEST = 300  # characters of a declared title that are looked at
_SAME = str.maketrans("“”‘’（）：，！？｜—－", "\"\"''():,!?|--")


def declared_titles(head: Head) -> list[str]:
    """The titles that the head declares, the most trustworthy first, as they are written."""
    named = (
        *headlines(head),
        head.first("og:title", "twitter:title", "headline", "name", "title"),
        head.title,
    )
    return [title for title in dict.fromkeys(title[:_LONGEST] for title in named) if len(title) >= 2]


def headlines(head: Head) -> tuple[str, ...]:
    """The declared titles that never are the name of a site; empty where none is declared."""
    return head.first("articletitle"), head.enp.get("title", ""), head.linked.get("headline", "")


def is_site_name(title: str) -> bool:
    """Whether a title is only the name of a site, a paper or a column."""
    found = _OUTLET.search(title)
    return found is not None and len(title) <= (_PLACE_LENGTH if found[0] in _PLACES else _SITE_LENGTH)


def undress(title: str) -> str:
    """A declared title without the names of site and column joined to it by `_`, `-`, `--`, `|` or a space."""
    parts = [part for part in _JOINT.split(title) if part]
    if len(parts) > 1 and is_site_name(parts[0]) and not all(map(is_site_name, parts[1:])):
        title = title[title.index(parts[0]) + len(parts[0]) :].lstrip(" _|-–—»>:·")
    while True:
        joints = list(_JOINT.finditer(title))
        found = _OUTLET.search(title.rstrip())
        if not joints or found is None or joints[-1].start() < _SHORTEST:
            return title.strip()
        if found[0] in _PLACES and joints[-1][0].isspace():  # 三下乡 走进马山县
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
