"""长江云 and its private deployments: articles /p/<id>.html, assets /t/site/<n>/, columns named in pinyin.

The section before /p/ is decoration, and ids rise through a whole deployment. A tenant may move to another
system and keep its host: /content/YYYY-MM/DD/content_<id>.html is what 荆楚网 moved to.
"""

import re
from typing import ClassVar
from urllib.parse import urljoin

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site
from nnnews.platforms.markup import Markup

ARTICLE_URLS = (
    ArticleURL(re.compile(r"/(?:[a-z0-9_/-]+/)?p/(?P<id>\d{3,9})(?:_\d+)?\.html")),
    ArticleURL(re.compile(r"/(?:[a-z0-9_/-]+/)?a/(?P<ym>\d{4}/\d{2})/(?P<d>\d{2})/(?P<id>\d+)\.html")),
    ArticleURL(
        re.compile(r"/(?:[a-z0-9_/-]+/)?content/(?P<ym>\d{4}-\d{2})/(?P<d>\d{2})/content_(?P<id>\d+)\.html"),
        key="content-{id}",
    ),
)

LAYOUTS = (
    Layout(
        "cjyun-lmy",
        title="div.lmy_box02 > h1",
        published="#lmy_information01 span",
        info="#lmy_information01",
        body=".article_w",
        editor="p.bianji",
    ),
    Layout("cjyun-layout", title="div.layout > h1", info="div.layout-left > p", body="#conCon", editor="p.bianji"),
    Layout("cjyun-mobile", title=".a-title h1", info=".a-title", body=".a-content, .article_w, #conCon"),
    Layout("cjyun-gallery", title="div.layout > h1, div.lmy_box02 > h1", info="div.layout-left > p", body="div.picBox"),
)

# `var listid = 450;`, or the same number in the address that a script asks for
_COLUMN = re.compile(r"listid\s*=\s*[\"']?(\d+)|/index/nei/content\?id=(\d+)")
_MORE = re.compile(r"(?P<before>.*/index/nei/content\?id=\d+&page=)(?P<page>\d+)(?P<after>&.*)?")


class Cjyun(Site):
    """A portal on this system: static pages counted from 1, then a JSON list behind 加载更多."""

    article_urls: ClassVar[tuple[ArticleURL, ...]] = ARTICLE_URLS
    layouts: ClassVar[tuple[Layout, ...]] = LAYOUTS
    numbering = (2, 1)

    def next_pages(self, markup: Markup) -> tuple[str, ...]:
        """The JSON list where the page names its column, else the static pages."""
        if more := _MORE.fullmatch(markup.url):
            return (f"{more['before']}{int(more['page']) + 1}{more['after'] or ''}",)
        if column := _COLUMN.search(markup.text):
            return (urljoin(markup.url, f"/index/nei/content?id={column[1] or column[2]}&page=2&pagesize=15"),)
        return super().next_pages(markup)
