"""What a site calls itself."""

import re
from collections import Counter
from collections.abc import Iterable

from nnnews.errors import PageError
from nnnews.extract.declared import is_site_name
from nnnews.extract.document import Document
from nnnews.extract.head import Head
from nnnews.items import Page
from nnnews.kit.lists import is_front

_JOINT = re.compile(r"\s*(?:[_|»>｜]+|--+|\s[-–—·]\s|[-–—])\s*")
_WHOLE = re.compile(r"网站首页|首页|主页|欢迎(?:您|光临|访问)?|第\w{1,4}版.*")
_LONGEST = 24


def site_title(fronts: Iterable[Page], articles: Iterable[Page], otherwise: str) -> str:
    """The declared name of the site, else what its articles have in common behind their headlines, else a list's title.

    `otherwise` serves where none of its pages has a title.
    """
    lists, told = ([(page, head) for page in pages if (head := _head(page))] for pages in (fronts, articles))
    declared = Counter(filter(None, (head.first("sitename", "og:site_name") for _, head in (*lists, *told))))
    ends = Counter(part for _, head in told for part in _JOINT.split(head.title)[1:] if is_site_name(part))
    for names in (declared, ends):
        if names:
            return names.most_common(1)[0][0][:_LONGEST]
    own = [part for page, head in lists for part in _parts(head.title, first=is_front(page.url))]
    return next(filter(is_site_name, own), own[0] if own else otherwise)[:_LONGEST]


def _parts(title: str, *, first: bool) -> list[str]:
    """The site's name stands first on its front page, and last on others."""
    parts = [part for part in (_WHOLE.sub("", part).strip() for part in _JOINT.split(title)) if part]
    return parts if first else parts[::-1]


def _head(page: Page) -> Head | None:
    try:
        return Document(page).head
    except PageError:
        return None
