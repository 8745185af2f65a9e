"""人民代表报, the weekly of people's congresses: three issues a week.

2023: Founder, current generation: /col/YYYYMM/DD/node_01.html, /content/YYYYMM/DD/content_<id>.html.
"""

from nnnews.platforms import founder_epaper
from nnnews.platforms.paper import Front, Paper


class PeoplesDeputies(Paper):
    """Not daily: the calendar file tells the issues."""

    name = "rmdbw"
    title = "人民代表报"
    hosts = ("szb.rmdbw.cn",)
    root = "http://szb.rmdbw.cn/"
    fronts = (Front("http://szb.rmdbw.cn/col/%Y%m/%d/node_01.html"),)
    periods = founder_epaper.periods("http://szb.rmdbw.cn/col/")
    sheet_urls = founder_epaper.SHEET_URLS
    article_urls = founder_epaper.ARTICLE_URLS
    layouts = founder_epaper.LAYOUTS
    daily = 15
