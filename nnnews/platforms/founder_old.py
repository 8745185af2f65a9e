"""Founder e-papers of the old generation: html/YYYY-MM/DD/node_<n>.htm, content_<id>.htm; GBK or UTF-8."""

import re
from dataclasses import replace
from datetime import date

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout
from nnnews.platforms.paper import Front

_ISSUE = r"/(?:[a-z]+/)?html/(?P<ym>\d{4}-\d{2})/(?P<d>\d{2})/"

ARTICLE_URLS = (ArticleURL(re.compile(_ISSUE + r"content_(?P<id>\d+)\.html?"), key="{day}-{id}"),)
SHEET_URLS = (re.compile(_ISSUE + r"node_\d+\.html?"),)

# 引题 and 副题 share a class: the one stands in a row above the title, the other below.
_FIELDS = Layout(
    name="",
    body="",
    kicker="tr:has(~ tr td.font01) td.font02",
    title="td.font01, p.BSHARE_TEXT, font h1",
    subtitle="tr:has(td.font01) ~ tr td.font02",
)
LAYOUTS = (
    replace(_FIELDS, name="founder-old-content", body="founder-content"),
    replace(_FIELDS, name="founder-old-ozoom", body="#ozoom"),
)


def front(folder: str, since: date = date.min, until: date = date.max) -> Front:
    """First sheet below a folder such as http://paper.example/html/; sheets count from 2, 1 is the index."""
    return Front(f"{folder}%Y-%m/%d/node_2.htm", since, until)
