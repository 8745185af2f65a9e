"""广西新闻网 and what it builds: staticpages/<day>/newgx<Unix time in hex>-<id>.shtml, lists staticmores/….

The mobile host (/a/<id>, /sp/<id>) shares the ids. Long articles go on under -<part> or ?pageno=<part>.
"""

import re
from typing import ClassVar

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site
from nnnews.platforms.markup import Markup

ARTICLE_URLS = (
    ArticleURL(
        re.compile(
            r"/staticpages/(?P<ymd>\d{8})/newgx(?P<hex>[0-9a-f]{8})-(?P<id>\d{6,9})(?:-\d+)?\.s?html",
        )
    ),
    ArticleURL(re.compile(r"/(?:a|sp)/(?P<id>\d+)")),
)

# Newest first.
LAYOUTS = (
    Layout(
        "gxnews-article",
        title="div.article > h1",
        published="div.article-info > span:first-child",
        info="div.article-info",
        body="div.article-content",
    ),
    Layout("gxnews-clist", title="h2.fs22.MSYH", info="p.text-center.clist", body="div.content.aborder"),
    Layout("gxnews-table", title="td.title", info="td.fs12", body="td#artContent"),
    Layout("gxnews-mobile", title="h2.m-btt", info="div.m-doc", body="div.m-bct"),
    Layout("gxnews-more", title=".more-left h1", body=".page_content"),
)

_STATIC = re.compile(r"(?P<before>.*/staticmores/\d+/\d+-)(?P<page>\d+)(?P<after>\.s?html)")
_JSON = re.compile(r"(?P<before>.*[?&]a=getArticles&.*start=)(?P<start>\d+)(?P<after>.*)")
_JSON_STEP = 20  # articles in one answer


class Gxnews(Site):
    """A site of the network, with numbered static lists and a JSON list that counts articles."""

    article_urls: ClassVar[tuple[ArticleURL, ...]] = ARTICLE_URLS
    layouts: ClassVar[tuple[Layout, ...]] = LAYOUTS

    def next_pages(self, markup: Markup) -> tuple[str, ...]:
        """The next number of a static list, the next twenty of a JSON list."""
        if static := _STATIC.fullmatch(markup.url):
            return (f"{static['before']}{int(static['page']) + 1}{static['after']}",)
        if more := _JSON.fullmatch(markup.url):
            return (f"{more['before']}{int(more['start']) + _JSON_STEP}{more['after']}",)
        return super().next_pages(markup)
