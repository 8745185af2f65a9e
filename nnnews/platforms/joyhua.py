"""joyhua e-papers: <paper>/YYYYMMDD/html/index.htm, page_<sheet>.htm, page_<sheet>_content_<n>.htm; UTF-8."""

import re
from dataclasses import replace
from datetime import date

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout
from nnnews.platforms.paper import Front

_ISSUE = r"/\w+/(?P<ymd>20\d{6})/html/"

ARTICLE_URLS = (
    ArticleURL(
        re.compile(_ISSUE + r"(?:page_(?P<page>\d{2})|index(?P<index>_\d+)?)_content_(?P<n>\d{3})\.html?"),
        key="{day}-{page}{index}-{n}",
    ),
)
SHEET_URLS = (re.compile(_ISSUE + r"(?:index|page_\d{2})\.html?"),)

_TITLE = "div.bmnr_con_biaoti"
_FIELDS = Layout(
    name="",
    body="",
    kicker=f"div.bmnr_con_yinti:has(~ {_TITLE})",
    title=_TITLE,
    subtitle=f"{_TITLE} ~ div.bmnr_con_yinti",
)
LAYOUTS = (
    replace(_FIELDS, name="joyhua-zoom", body="#zoom"),
    replace(_FIELDS, name="joyhua-con", body="div.bmnr_con_con"),
)


def front(folder: str, since: date = date.min, until: date = date.max) -> Front:
    """First sheet below a folder such as http://paper.example/nnrb/."""
    return Front(f"{folder}%Y%m%d/html/index.htm", since, until)
