"""The practice 广西新闻网: times in hexadecimal, numbered lists, a JSON list, an article in two parts, reprints."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs

from nnnews.demo.sites.furniture import items, link, minute, pages, paragraphs
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Kind, Story
from nnnews.demo.web import JSON, Resource, SiteMap

_HOST = "www.gxnews.com.cn"
_MOBILE = "v.gxnews.com.cn"
_SOURCE = "广西新闻网"
_LIST_SIZE = 10
_JSON_SIZE = 20
_COLUMNS = {"21337": slice(0, 24), "21659": slice(14, None)}  # what each JSON column shows


class _Article(NamedTuple):
    """An article and the path of its first part."""

    path: str
    story: Story

    @property
    def url(self) -> str:
        """The address."""
        return f"http://{_HOST}{self.path}"


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Half of the articles stand in the numbered list, all in one of the JSON columns, with some overlap."""
    stories = [_write(newsroom, base, position) for position in range(34)]
    articles = [_print_article(site_map, story, number) for number, story in enumerate(stories, start=21917525)]
    reprinted = site_map.stories("nnrb")[22:26]
    articles += [_print_article(site_map, story, number, "repost") for number, story in enumerate(reprinted, 21932099)]
    _print_lists(site_map, articles[:24])
    columns = {column: articles[shown] for column, shown in _COLUMNS.items()}
    site_map.handlers[f"{_MOBILE}/index.php"] = partial(_json_list, columns)
    nav = link("/staticmores/510/46510-1.shtml", "广西人大")
    latest = items(link(article.url, article.story.title) for article in articles[:6])
    page = (
        f'<html><head><meta charset="utf-8"><title>广西新闻网</title></head><body>{nav}<ul>{latest}</ul></body></html>'
    )
    site_map.page(f"{_HOST}/", page)


def _write(newsroom: Newsroom, base: datetime, position: int) -> Story:
    """The third article is long: it goes on in a second part."""
    published = base - timedelta(hours=6 * position, seconds=newsroom.rng.randint(1, 9000))
    genre = newsroom.congress_genre() if position == 2 else None
    return newsroom.write(published, _SOURCE, genre, long=position == 2)


def _print_article(site_map: SiteMap, story: Story, number: int, kind: Kind = "original") -> _Article:
    stem = f"/staticpages/{story.published:%Y%m%d}/newgx{int(story.published.timestamp()):08x}-{number}"
    title = story.title if kind == "original" else f"{story.title}（图）"
    lines = story.printed()
    cuts = [lines] if len(lines) < 9 else [lines[:5], lines[5:]]
    paths = [f"{stem}.shtml", f"{stem}-2.shtml"][: len(cuts)]
    for part, path in enumerate(paths):
        pager = "".join(link(other, str(n)) for n, other in enumerate(paths, 1)) if paths[1:] else ""
        make = _table_page if number % 5 == 0 else _article_page
        site_map.page(_HOST + path, make(story, title, paragraphs(cuts[part]), pager), story.published)
    site_map.plant(story, Copy(f"gxnews/{number}", f"http://{_HOST}{paths[0]}", title, kind))
    return _Article(paths[0], story)


def _article_page(story: Story, title: str, body: str, pager: str) -> str:
    """The newest template."""
    return _shell(
        title,
        f"""<div class="article"><h1>{escape(title)}</h1>
<div class="article-info"><span>{story.published:%Y年%m月%d日 %H:%M}&nbsp;&nbsp;来源：{story.source}</span></div>
<div class="article-content">
{body}
</div><div class="article-page">{pager}</div></div>""",
    )


def _table_page(story: Story, title: str, body: str, pager: str) -> str:
    """An older template, in table cells."""
    bar = f"时间：{minute(story.published)}&nbsp;&nbsp;&nbsp;&nbsp;来源：{story.source}"
    return _shell(
        title,
        f"""<table width="100%"><tr><td class="title">{escape(title)}</td></tr><tr><td class="fs12">{bar}</td></tr>
<tr><td id="artContent">{body}</td></tr><tr><td class="page">{pager}</td></tr></table>""",
    )


def _shell(title: str, main: str) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}-广西新闻网</title></head><body>
<script>if (/Mobile/.test(navigator.userAgent)) {{ location.host = "3g.gxnews.com.cn"; }}</script>
<div class="topnav"><a href="http://{_HOST}/">广西新闻网首页</a><a href="/news/">新闻</a>
<a href="/photo/">图片</a></div>
{main}
<div class="share">分享到：QQ空间 新浪微博</div><div class="hot"><h3>热点推荐</h3></div>
<div class="footer">广西新闻网版权所有　违法和不良信息举报电话：0771-5690995</div></body></html>"""


def _print_lists(site_map: SiteMap, articles: Sequence[_Article]) -> None:
    for number in range(1, pages(len(articles), _LIST_SIZE) + 1):
        shown = articles[(number - 1) * _LIST_SIZE : number * _LIST_SIZE]
        lines = items(
            f"{link(article.url, article.story.title)}<span>{article.story.published:%m-%d}</span>" for article in shown
        )
        page = _shell("更多", f'<ul class="more-list">{lines}</ul>')
        site_map.page(f"{_HOST}/staticmores/510/46510-{number}.shtml", page)


def _json_list(columns: dict[str, list[_Article]], query: str) -> Resource | None:
    """`?c=www&a=getArticles&sortids=<column>&start=0,20,40…`; an empty list is the end."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    if asked.get("a") != "getArticles":
        return None
    start = int(asked.get("start", 0))
    shown = columns.get(asked.get("sortids", ""), [])[start : start + _JSON_SIZE]
    data = [
        {
            "title": article.story.title,
            "url": article.url,
            "source": article.story.source,
            "editor": "",
            "date": int(article.story.published.timestamp()),
            "date_ymdhis": f"{article.story.published:%Y-%m-%d %H:%M:%S}",
        }
        for article in shown
    ]
    return Resource(json.dumps(data, ensure_ascii=False).encode(), JSON)
