"""南宁市人民政府, the city government's site, on TRS.

2018: lists /NNNews/…, div.list_show, file names with the day. Now: /ywzx/…, file names t<id>.html without a day, in
a sub-column of each year (2026nzwdt) that the parent column lists.
"""

from nnnews.platforms.trs import Trs

_NEWS = "https://www.nanning.gov.cn/ywzx/"


class NanningGovernment(Trs):
    """Most of its news are reprints from the papers; the source says so."""

    name = "nanning_gov"
    title = "南宁市人民政府"
    hosts = ("www.nanning.gov.cn", "nanning.gov.cn")
    lists = (f"{_NEWS}nnyw/", f"{_NEWS}xqdt/", f"{_NEWS}bmdt/", f"{_NEWS}ldhd/", f"{_NEWS}zfhy/")
    daily = 20
