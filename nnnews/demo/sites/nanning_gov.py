"""The practice 南宁市政府网, TRS WCM: columns counted from 0, articles in folders of the year, many reprints."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from html import escape
from typing import NamedTuple

from nnnews.demo.sites.furniture import link, minute, pages, ragged_paragraphs
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import SiteMap

_HOST = "www.nanning.gov.cn"
_PAGE_SIZE = 12
_LONGEST = 16  # characters of a title in a list; the rest is cut


class _Column(NamedTuple):
    """A column with `size` articles of its own, in a folder of the year."""

    path: str
    folder: str
    name: str
    source: str
    size: int


_COLUMNS = (
    _Column("ywzx/nnyw", "2026nzwdt", "南宁要闻", "南宁市人民政府办公室", 18),
    _Column("ywzx/bmdt", "2026nbmdt", "部门动态", "南宁市发展和改革委员会", 9),
    _Column("ywzx/xqdt", "2026nxqdt", "县区动态", "青秀区人民政府办公室", 15),
    _Column("ywzx/ldhd", "2026nldhd", "领导活动", "南宁市人民政府办公室", 4),
    _Column("ywzx/zfhy", "2026nzfhy", "政府会议", "南宁市人民政府办公室", 3),
)


class _Article(NamedTuple):
    """An article of a column; `title` may differ from the story's."""

    number: int
    title: str
    story: Story


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Own news, and reprints of the paper and of the portal under other titles."""
    number = 6693606
    reprints = {_COLUMNS[0]: site_map.stories("nnrb")[12:22], _COLUMNS[2]: site_map.stories("nnnews")[40:44]}
    for column in _COLUMNS:
        written = list(_write(newsroom, column, base))
        reprinted = [(story, _other_title(story)) for story in reprints.get(column, ())]
        articles = []
        for story, title in sorted([*written, *reprinted], key=lambda entry: entry[0].published, reverse=True):
            number -= 7
            articles.append(_Article(number, title or story.title, story))
            _print_article(site_map, newsroom, column, articles[-1], is_copy=bool(title))
        _print_lists(site_map, column, articles)
    nav = "".join(link(f"/{column.path}/", column.name) for column in _COLUMNS)
    page = f'<html><head><meta charset="utf-8"><title>南宁市人民政府门户网站</title></head><body>{nav}</body></html>'
    site_map.page(f"{_HOST}/", page)


def _write(newsroom: Newsroom, column: _Column, base: datetime) -> Iterator[tuple[Story, str]]:
    for position in range(column.size):
        published = base - timedelta(hours=11 * position, minutes=newsroom.rng.randint(1, 300))
        yield newsroom.write(published, column.source), ""


def _other_title(story: Story) -> str:
    return f"【媒体关注】{story.title.replace('人大常委会', '人大')}"


def _print_article(site_map: SiteMap, newsroom: Newsroom, column: _Column, article: _Article, is_copy: bool) -> None:
    address = f"{_HOST}/{column.path}/{column.folder}/t{article.number}.html"
    body = ragged_paragraphs(article.story.printed(), newsroom.rng)
    site_map.page(address, _article_page(column, article, body), article.story.published)
    copy = Copy(
        f"nanning_gov/{article.number}", f"https://{address}", article.title, "repost" if is_copy else "original"
    )
    site_map.plant(article.story, copy)


def _article_page(column: _Column, article: _Article, body: str) -> str:
    title, story = escape(article.title), article.story
    file = f"P0{story.published:%Y%m%d}{article.number}.pdf"
    attachment = (
        f'<div class="fj">附件：<a href="./{file}">有关情况一览表.pdf</a></div>' if article.number % 5 == 0 else ""
    )
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{title} - 南宁市人民政府门户网站</title>
<meta name="SiteName" content="南宁市人民政府门户网站"><meta name="SiteDomain" content="www.nanning.gov.cn">
<meta name="SiteIDCode" content="4501000001"><meta name="ColumnName" content="{column.name}">
<meta name="ColumnType" content="工作动态"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{minute(story.published)}"><meta name="ContentSource" content="{story.source}"></head>
<body><div class="header"><a href="/">首页</a><a href="/ywzx/">要闻资讯</a>
<a href="/zwgk/">政务公开</a><a href="/hdjl/">互动交流</a></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/ywzx/">要闻资讯</a> &gt;
<a href="../">{column.name}</a></div>
<div class="article"><h1>{title}</h1>
<div class="bar">信息来源：{story.source}　发布时间：{minute(story.published)}
　【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
<div class="view TRS_UEDITOR trs_paper_default trs_web">
{body}
</div>{attachment}</div>
<div class="tools">扫一扫在手机打开当前页 【打印】【关闭】</div><div class="share">分享到：微信 微博</div>
<div class="footer"><p>主办：南宁市人民政府办公室　承办：南宁市大数据发展局</p>
<p>网站标识码：4501000001　桂ICP备05000000号</p></div>
</body></html>"""


def _print_lists(site_map: SiteMap, column: _Column, articles: Sequence[_Article]) -> None:
    last = pages(len(articles), _PAGE_SIZE)
    for number in range(last):
        shown = articles[number * _PAGE_SIZE : (number + 1) * _PAGE_SIZE]
        lines = "".join(_list_line(column, article) for article in shown)
        page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{column.name}</title></head><body>
<div class="list_show"><ul>{lines}</ul></div>
<div class="page"><script>createPageHTML({last}, {number}, "index", "html");</script></div></body></html>"""
        name = f"index_{number}.html" if number else "index.html"
        site_map.page(f"{_HOST}/{column.path}/{name}", page)
    site_map.resources[f"{_HOST}/{column.path}/"] = site_map.resources[f"{_HOST}/{column.path}/index.html"]


def _list_line(column: _Column, article: _Article) -> str:
    title = article.title
    shown = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    anchor = f'<a href="./{column.folder}/t{article.number}.html" title="{escape(title)}">{escape(shown)}</a>'
    return f"<li>{anchor}<span>[{article.story.published:%Y-%m-%d}]</span></li>\n"
