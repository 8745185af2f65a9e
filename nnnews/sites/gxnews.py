"""广西新闻网, the autonomous region's news portal, with its mobile host v.gxnews.com.cn.

Five article templates since about 2010; the JSON list of a column: getArticles&sortids=<column>.
"""

from nnnews.platforms.gxnews import Gxnews

_MORE = "https://v.gxnews.com.cn/index.php?c=www&a=getArticles&sortids={}&start=0"


class GuangxiNews(Gxnews):
    """The columns read are those seen in use: 21337, 21659 as JSON, 46510 as a static list."""

    name = "gxnews"
    title = "广西新闻网"
    hosts = (".gxnews.com.cn",)
    lists = (
        "http://www.gxnews.com.cn/staticmores/510/46510-1.shtml",
        _MORE.format(21337),
        _MORE.format(21659),
    )
    daily = 30
