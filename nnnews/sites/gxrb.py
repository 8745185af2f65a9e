"""广西日报, the autonomous region's party paper.

< 2021: gxrb.gxrb.com.cn/html/2020-05/12/node_5.htm, Founder, old generation. Now: a script shell on the same host;
the text comes from the interface at ssw.gxrb.com.cn.
"""

from datetime import date

from nnnews.platforms import epaper_api, founder_old
from nnnews.platforms.epaper_api import EpaperApi


class GuangxiDaily(EpaperApi):
    """Read from the interface; the readers' address goes into the record."""

    name = "gxrb"
    title = "广西日报"
    hosts = ("gxrb.gxrb.com.cn", "ssw.gxrb.com.cn")
    paper = "gxrb"
    api = "https://ssw.gxrb.com.cn/json/interface/epaper/api.php"
    shell = "https://gxrb.gxrb.com.cn/"
    fronts = (founder_old.front("https://gxrb.gxrb.com.cn/html/", until=date(2021, 12, 31)),)
    sheet_urls = founder_old.SHEET_URLS
    article_urls = founder_old.ARTICLE_URLS
    layouts = (*founder_old.LAYOUTS, *epaper_api.LAYOUTS)
    daily = 50
