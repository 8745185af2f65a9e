"""南宁新闻网, the portal of 南宁日报社, on a private deployment of 长江云 (site 10001).

≈2018–2019: TRS file names (t20190527_21851.html), #title, #inf, #dochtml; the links survive in reposts.
Since then: /p/<id>.html. Two templates stand side by side: a bar .fxandtime_left, or .date and .editors (source or
editor, as its label says).
"""

from datetime import date

from nnnews.platforms import cjyun, trs
from nnnews.platforms.base import Layout
from nnnews.platforms.cjyun import Cjyun


class NanningNews(Cjyun):
    """The portal: its www and m hosts carry the same articles."""

    name = "nnnews"
    title = "南宁新闻网"
    hosts = ("www.nnnews.net", "m.nnnews.net", "nnnews.net")
    lists = (
        "http://www.nnnews.net/",
        "http://www.nnnews.net/yaowen/index.html",
        "http://www.nnnews.net/xianqu/index.html",
    )
    search = "http://www.nnnews.net/s?wd={words}"
    article_urls = (*cjyun.ARTICLE_URLS, *trs.ARTICLE_URLS[1:])
    layouts = (
        Layout(
            "nnnews",
            title="div.xiangqing_dabiaoti h2",
            published="div.fxandtime_left > ul > li:first-child, .date",
            source="div.fxandtime_left > ul > li:nth-child(2)",
            info="div.fxandtime_left, .editors",
            body="div.xiangqing_three_left",
        ),
        *cjyun.LAYOUTS,
        Layout("nnnews-2018", title="#title h1", info="#inf", body="#dochtml", until=date(2019, 12, 31)),
    )
    daily = 40
