"""The practice 横江新闻网, which no site file knows, on a system of its own: GBK, show.php?id=…, pages told by a link.

Its articles show time and source in cells of a table beside the headline, its text is broken by <br>.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from html import escape
from typing import NamedTuple
from urllib.parse import parse_qs

from nnnews.demo.sites.furniture import broken_lines, link, minute, pages
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import BARE_HTML, Resource, SiteMap

HOST = "news.hengjiang.example"
_NAME = "横江新闻网"
_PAGE_SIZE = 8
_COLUMNS = {3: "横江要闻", 5: "人大代表之家", 8: "社会民生"}
_SIZES = {3: 11, 5: 9, 8: 6}


class _Article(NamedTuple):
    """An article and its number."""

    number: int
    story: Story


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Three columns, each with a page number in its query."""
    number, columns = 51200, dict[int, list[_Article]]()
    for column, size in _SIZES.items():
        columns[column] = []
        for position in range(size):
            number -= 3
            published = base - timedelta(hours=7 * position, minutes=newsroom.rng.randint(1, 200))
            genre = newsroom.congress_genre() if column == 5 else None
            story = newsroom.write(published, _NAME, genre)
            site_map.plant(story, Copy(f"hengjiang_news/{number}", f"http://{HOST}/show.php?id={number}", story.title))
            columns[column].append(_Article(number, story))
    everything = {article.number: article.story for articles in columns.values() for article in articles}
    site_map.handlers[f"{HOST}/show.php"] = partial(_show, everything)
    site_map.handlers[f"{HOST}/list.php"] = partial(_list, columns)
    newest = [article for articles in columns.values() for article in articles[:4]]
    site_map.file(f"{HOST}/", _shell(_NAME, _rows(newest)), BARE_HTML, base)


def _show(articles: dict[int, Story], query: str) -> Resource | None:
    story = articles.get(_number(query, "id"))
    if story is None:
        return None
    main = f"""<table class="wz"><tr><td class="bt" colspan="2">{escape(story.title)}</td></tr>
<tr><td class="sj">{minute(story.published)}</td><td class="ly">来源：{story.source}</td></tr>
<tr><td class="nr" colspan="2">{broken_lines(story.printed())}</td></tr></table>
<div class="dy">【打印本页】【关闭窗口】</div>"""
    return Resource(_shell(story.title, main), BARE_HTML, story.published)


def _list(columns: dict[int, list[_Article]], query: str) -> Resource | None:
    articles, number = columns.get(_number(query, "cid")), _number(query, "page") or 1
    if articles is None:
        return None
    shown = articles[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE]
    address = f"list.php?cid={_number(query, 'cid')}&page={number + 1}"
    following = link(address, "下一页") if number < pages(len(articles), _PAGE_SIZE) else ""
    return Resource(_shell(_COLUMNS[_number(query, "cid")], f"{_rows(shown)}<p>{following}</p>"), BARE_HTML)


def _number(query: str, name: str) -> int:
    value = parse_qs(query).get(name, ["0"])[0]
    return int(value) if value.isdecimal() else 0


def _rows(articles: Sequence[_Article]) -> str:
    lines = (
        f'<tr><td>{link(f"show.php?id={number}", story.title)}</td><td class="rq">{story.published:%Y-%m-%d}</td></tr>'
        for number, story in articles
    )
    return f'<table class="lb">{"".join(lines)}</table>'


def _shell(title: str, main: str) -> bytes:
    columns = "".join(link(f"list.php?cid={number}", name) for number, name in _COLUMNS.items())
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{escape(title)}_{_NAME}</title></head>
<body><div class="dh">{link("/", "首页")}{columns}</div>
{main}
<div class="yj">{_NAME}版权所有　桂ICP备11000099号　举报电话：0771—5500000</div></body></html>"""
    return page.encode("gb18030")
