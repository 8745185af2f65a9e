"""Where a list goes on: told by a script or a link, else by the habits of file names."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from nnnews.platforms.markup import Anchor, Markup

# TRS: createPageHTML(pages, current from 0, "index", "html")
_SCRIPT = re.compile(r"""createPageHTML\(\s*(\d+)\s*,\s*(\d+)\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']""", re.I)
_NEXT = re.compile(r"(?:下一页|下一頁|下页|下頁|后页|后一页|Next)\s*[>»›→]*", re.I)
# list?cid=4&page=2
_NUMBERED = re.compile(r"(?P<before>.*[?&](?:(?:curr?)?page|page(?:no|num|index)|pn)=)(?P<page>\d+)(?P<after>.*)", re.I)
# index.html, index_2.shtml, or the bare folder
_STATIC = re.compile(r"(?P<folder>.*/)(?:index(?:_(?P<number>\d+))?\.(?P<suffix>s?html?))?$")


def next_pages(markup: Markup, numbering: Iterable[int]) -> tuple[str, ...]:
    """Addresses that may hold the list's next page; more than one where the site's numbering is not known.

    `numbering` are the numbers that page 2 may bear: 1 on a site that counts from 0, else 2.
    """
    if told := _SCRIPT.search(markup.text):
        return _told(markup.url, told)
    if linked := next((anchor.url for anchor in markup.anchors if _is_next(anchor, markup.url)), None):
        return (linked,)
    return _guessed(markup.url, numbering)


def _told(url: str, script: re.Match[str]) -> tuple[str, ...]:
    pages, current, name, suffix = int(script[1]), int(script[2]), script[3], script[4]
    return (urljoin(url, f"{name}_{current + 1}.{suffix}"),) if current + 1 < pages else ()


def _is_next(anchor: Anchor, url: str) -> bool:
    return bool(_NEXT.fullmatch(anchor.text)) and anchor.url.partition("#")[0] != url


def _guessed(url: str, numbering: Iterable[int]) -> tuple[str, ...]:
    parts = urlsplit(url)
    static = _STATIC.fullmatch(parts.path)
    if not static or parts.query:
        return ()
    numbers = [int(static["number"]) + 1] if static["number"] else numbering
    return tuple(urljoin(url, f"{static['folder']}index_{number}.{static['suffix'] or 'html'}") for number in numbers)


def next_number(url: str) -> tuple[str, ...]:
    """The next page of a list whose query tells the page; a list that is JSON has no link to it."""
    found = _NUMBERED.fullmatch(url)
    return (f"{found['before']}{int(found['page']) + 1}{found['after']}",) if found else ()
