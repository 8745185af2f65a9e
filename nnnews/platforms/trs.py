"""TRS WCM (海云), the system of most government sites: t<id>.html in per-year folders, pages counted from 0.

Older file names tell the day: t20180822_123456.html. `.shtml` is the habit of the autonomous region's government.
"""

import re
from dataclasses import replace
from typing import ClassVar

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site

ARTICLE_URLS = (
    ArticleURL(re.compile(r"/(?:[\w-]+/)*t(?P<id>\d{5,8})(?:_\d{1,2})?\.s?html?")),
    ArticleURL(re.compile(r"/(?:[\w-]+/)*t(?P<ymd>20\d{6})_(?P<id>\d+)(?:_\d{1,2})?\.s?html?"), key="{ymd}-{id}"),
)

# The names of the standard government meta vary in case.
_FIELDS = Layout(
    name="",
    body="",
    title="meta[name=ArticleTitle i]::attr(content)",
    published="meta[name=PubDate i]::attr(content)",
    source="meta[name=ContentSource i]::attr(content)",
)
# Most exact first.
_BODIES = {
    "ueditor": ".TRS_UEDITOR, .trs_editor_view",
    "editor": ".TRS_Editor",
    "con-main": ".con_main",
    "content": "#content > div, div.content, .article-content, #zoom",
}
LAYOUTS = tuple(replace(_FIELDS, name=f"trs-{name}", body=body) for name, body in _BODIES.items())


class Trs(Site):
    """A government site; its files and attachments stand beside the article (P0….pdf)."""

    article_urls: ClassVar[tuple[ArticleURL, ...]] = ARTICLE_URLS
    layouts: ClassVar[tuple[Layout, ...]] = LAYOUTS
    numbering = (1,)
