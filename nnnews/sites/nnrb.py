"""南宁日报, the city's party paper.

≤ 2015: www.nnrb.com.cn/html/2015-11/24/, Founder, old generation. 2020–2022: www.nnrb.com.cn/nnrb/20220815/, joyhua.
Now: nnrb.nnnews.net, Founder, current generation; the root sends its readers to the newest issue.
"""

from datetime import date

from nnnews.platforms import founder_epaper, founder_old, joyhua
from nnnews.platforms.paper import Paper

_SHEETS = "http://nnrb.nnnews.net/pc/column/"


class NanningDaily(Paper):
    """Three systems on two hosts; old pages link to all of them."""

    name = "nnrb"
    title = "南宁日报"
    hosts = ("nnrb.nnnews.net", "www.nnrb.com.cn", "nnrb.com.cn")
    root = "http://nnrb.nnnews.net/"
    fronts = (
        *founder_epaper.fronts(_SHEETS, since=date(2022, 1, 1)),
        joyhua.front("http://www.nnrb.com.cn/nnrb/", since=date(2016, 1, 1), until=date(2023, 12, 31)),
        founder_old.front("http://www.nnrb.com.cn/html/", until=date(2019, 12, 31)),
    )
    periods = founder_epaper.periods(_SHEETS)
    sheet_urls = (*founder_epaper.SHEET_URLS, *joyhua.SHEET_URLS, *founder_old.SHEET_URLS)
    article_urls = (*founder_epaper.ARTICLE_URLS, *joyhua.ARTICLE_URLS, *founder_old.ARTICLE_URLS)
    # The oldest first: its pages hold elements of the newest.
    layouts = (*founder_old.LAYOUTS, *joyhua.LAYOUTS, *founder_epaper.LAYOUTS)
    daily = 40
