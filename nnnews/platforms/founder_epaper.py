"""Founder e-papers of the current generation: <channel>/column|layout/YYYYMM/DD/<sheet>.html, content/….

The words of folders and files are a setting of each paper, and the sheets of an issue change from day to day: links
are followed, never built. Only the first sheet of a day has to be guessed, from the forms seen in use.
"""

import re
from dataclasses import replace
from datetime import date

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout
from nnnews.platforms.paper import Front

ARTICLE_URLS = (
    ArticleURL(
        re.compile(
            r"/(?:[\w-]+/){0,2}?(?:content|cont|con|c|col|column)/(?P<ym>\d{6})/(?P<d>\d{1,2})/"
            r"(?:content_|c)(?P<id>\d+)\.html?",
        ),
        key="{day}-{id}",
    ),
)
SHEET_URLS = (
    re.compile(
        r"/(?:[\w-]+/){0,2}?(?:column|layout|col)/(?P<ym>\d{6})/(?P<d>\d{1,2})/(?:col_?|node_|l)?[A-Z]{0,3}\d{1,3}\.html?"
    ),
)

_FIRST_SHEETS = ("col1", "col01", "node_01", "node_A01")

_FIELDS = Layout(
    name="",
    body="",
    kicker="#PreTitle, .newsdetatit .intro, p.introtitle, #intro-title",
    title="#Title, .totalTitle h2, .newsdetatit > h3, h2.art-title, h2.article-title, #main-title, "
    ".main-article-alltitle, founder-title",
    subtitle="#SubTitle, .newsdetatit .sub, p.subtitle, p.sub-title, #sub-title, founder-subtitle",
    author="#author, .Author, .sec",
)
# Most exact first.
_BODIES = {
    "content": "founder-content",
    "ozoom": "#ozoom",
    "text": ".newsdetatext, .article-content",
    "div": "div.content, .detail, #content",
    "custom": "cms-content, con, content",
}
LAYOUTS = tuple(replace(_FIELDS, name=f"founder-{name}", body=body) for name, body in _BODIES.items())


def fronts(folder: str, since: date = date.min) -> tuple[Front, ...]:
    """First sheets below a folder such as http://paper.example/pc/column/."""
    return tuple(Front(f"{folder}%Y%m/%d/{sheet}.html", since) for sheet in _FIRST_SHEETS)


def periods(folder: str) -> tuple[str, ...]:
    """Calendar files: beside the sheets, or below layout/ on papers that name the folder otherwise."""
    folders = dict.fromkeys((folder, f"{folder.rstrip('/').rpartition('/')[0]}/layout/"))
    return tuple(f"{place}%Y%m/period.xml" for place in folders)
