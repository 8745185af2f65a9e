"""广西人大网, the site of the autonomous region's people's congress.

2020: articles /html/art<id>.html, every other /html/… is a list; the search speaks GBK. 2026: still so.
"""

import re

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site


class GuangxiCongress(Site):
    """Built in the style of 广西新闻网. Its addresses often lack the leading slash."""

    name = "gxrd"
    title = "广西人大网"
    hosts = ("www.gxrd.gov.cn", "gxrd.gov.cn")
    lists = ("https://www.gxrd.gov.cn/",)
    search = "https://www.gxrd.gov.cn/search.php?keyword={words}&pageno=0"
    search_charset = "gbk"
    article_urls = (ArticleURL(re.compile(r"/html/art(?P<id>[\w-]+)(?:\.s?html?)?")),)
    list_urls = re.compile(r"/html/(?!art)[\w/-]+(?:\.s?html?)?")
    layouts = (
        Layout(
            "gxrd-2020",
            title="h2 > span",
            info="p.text-center.a_inf.lh30",
            body="div.content, .article-content, div.aborder",
        ),
    )
    rooted_links = True
    daily = 3
