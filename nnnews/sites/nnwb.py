"""南宁晚报, the city's evening paper.

2020–2022: www.nnwb.com/nnwb/20220815/ and nnwb.nnnews.net:8080/nnwb/…, joyhua.
Now: nnwb.nnnews.net/pc/column/202609/10/col2.html, Founder, current generation; the sheets' numbers are not padded.
"""

from datetime import date

from nnnews.platforms import founder_epaper, joyhua
from nnnews.platforms.paper import Paper

_SHEETS = "http://nnwb.nnnews.net/pc/column/"


class NanningEvening(Paper):
    """Two systems; the older one answered on two hosts."""

    name = "nnwb"
    title = "南宁晚报"
    hosts = ("nnwb.nnnews.net", "www.nnwb.com", "nnwb.com")
    root = "http://nnwb.nnnews.net/"
    fronts = (
        *founder_epaper.fronts(_SHEETS, since=date(2022, 1, 1)),
        joyhua.front("http://www.nnwb.com/nnwb/", until=date(2023, 12, 31)),
        joyhua.front("http://nnwb.nnnews.net:8080/nnwb/", until=date(2023, 12, 31)),
    )
    periods = founder_epaper.periods(_SHEETS)
    sheet_urls = (*founder_epaper.SHEET_URLS, *joyhua.SHEET_URLS)
    article_urls = (*founder_epaper.ARTICLE_URLS, *joyhua.ARTICLE_URLS)
    layouts = (*founder_epaper.LAYOUTS, *joyhua.LAYOUTS)
    daily = 50
