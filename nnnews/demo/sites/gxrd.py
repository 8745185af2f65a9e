"""The practice 广西人大网: GBK pages that declare no charset, dates without a time, links without their slash."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs

from nnnews.demo.sites.furniture import items, link, midnight, pages, paragraphs
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import BARE_HTML, Resource, SiteMap

_HOST = "www.gxrd.gov.cn"
_LIST_SIZE = 10
_COLUMNS = {"rdyw": ("人大要闻", 14), "sxrd": ("市县人大", 12)}


class _Article(NamedTuple):
    """An article and its path; lists print the path without the leading slash."""

    path: str
    story: Story


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Two columns, and two articles that only the search finds."""
    number = 412000
    everything: list[_Article] = []
    for slug, (name, size) in (*_COLUMNS.items(), ("", ("", 2))):
        articles = []
        for position in range(size):
            number += 3
            day = base.date() - timedelta(days=position // 2)
            story = newsroom.write(midnight(day), "广西壮族自治区人大常委会办公厅", newsroom.congress_genre())
            articles.append(_print_article(site_map, story, number))
        if slug:
            _print_lists(site_map, slug, name, articles)
        everything = articles + everything
    site_map.handlers[f"{_HOST}/search.php"] = partial(_search, everything)
    nav = "".join(link(f"/html/{slug}/", name) for slug, (name, _) in _COLUMNS.items())
    _place(site_map, "/", _shell("广西人大网", nav))


def _print_article(site_map: SiteMap, story: Story, number: int) -> _Article:
    path = f"/html/art{number}.html"
    page = _shell(
        story.title,
        f"""<div class="art"><h2><span>{escape(story.title)}</span></h2>
<p class="text-center a_inf lh30">来源：{story.source}&nbsp;{story.published:%Y-%m-%d}&nbsp;
浏览：<i>{number % 997}</i></p>
<div class="content">{paragraphs(story.printed())}</div></div><div class="prev">返回列表</div>""",
    )
    _place(site_map, path, page, story.published)
    site_map.plant(story, Copy(f"gxrd/{number}", f"https://{_HOST}{path}", story.title))
    return _Article(path, story)


def _place(site_map: SiteMap, path: str, page: str, modified: datetime | None = None) -> None:
    """gb18030 is GBK and the few characters that GBK lacks."""
    site_map.file(_HOST + path, page.encode("gb18030"), BARE_HTML, modified)


def _shell(title: str, main: str) -> str:
    return f"""<!DOCTYPE html><html><head><title>{escape(title)}</title>
<meta name="description" content="{escape(title)}"></head>
<body><div class="head"><a href="/">首页</a><a href="/html/rdyw/">人大要闻</a><a href="/html/sxrd/">市县人大</a></div>
{main}
<div class="foot">广西壮族自治区人大常委会办公厅主办　技术支持：广西新闻网</div></body></html>"""


def _print_lists(site_map: SiteMap, slug: str, name: str, articles: Sequence[_Article]) -> None:
    last = pages(len(articles), _LIST_SIZE)
    for number in range(1, last + 1):
        shown = articles[(number - 1) * _LIST_SIZE : number * _LIST_SIZE]
        following = link(f"/html/{slug}/index_{number + 1}.html", "下一页") if number < last else ""
        page = _shell(
            name, f'<div class="m_list dborder"><ul>{_lines(shown)}</ul></div><div class="page">{following}</div>'
        )
        _place(site_map, f"/html/{slug}/index_{number}.html", page)
    site_map.resources[f"{_HOST}/html/{slug}/"] = site_map.resources[f"{_HOST}/html/{slug}/index_1.html"]


def _lines(articles: Sequence[_Article]) -> str:
    return items(f"{link(a.path[1:], a.story.title)}<span>{a.story.published:%Y-%m-%d}</span>" for a in articles)


def _search(articles: Sequence[_Article], query: str) -> Resource:
    """`keyword` in GBK percent-encoding, `pageno` from 0."""
    asked = parse_qs(query, encoding="gb18030")
    word, number = asked.get("keyword", [""])[0], int(asked.get("pageno", ["0"])[0])
    found = [article for article in articles if article.story.mentions(word)]
    lines = _lines(found[number * _LIST_SIZE : (number + 1) * _LIST_SIZE])
    page = _shell("搜索结果", f'<div class="m_list dborder"><ul>{lines}</ul></div>')
    return Resource(page.encode("gb18030"), BARE_HTML)
