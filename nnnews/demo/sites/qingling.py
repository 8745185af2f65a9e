"""The practice 青岭县人民政府, which no site file knows: TRS WCM like the city's government, with another face.

A front page with columns, https, relative links, the time in the head only.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape
from typing import NamedTuple

from nnnews.demo.sites.furniture import items, link, minute, pages, ragged_paragraphs
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import TEXT, SiteMap

HOST = "www.qingling.example"
_NAME = "青岭县人民政府"
_PAGE_SIZE = 8
_COLUMNS = {"xwzx/qlyw": "青岭要闻", "xwzx/bmdt": "部门动态", "rdzl": "县人大专栏"}
_SIZES = {"xwzx/qlyw": 12, "xwzx/bmdt": 7, "rdzl": 9}


class _Article(NamedTuple):
    """An article and its file below the folder of its column."""

    file: str
    story: Story


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Three columns; that of the congress is found by its name only."""
    number = 7700900
    front = ""
    for path, name in _COLUMNS.items():
        articles = []
        for position in range(_SIZES[path]):
            number -= 7
            published = base - timedelta(hours=9 * position, minutes=newsroom.rng.randint(1, 300))
            genre = newsroom.congress_genre() if path == "rdzl" else None
            story = newsroom.write(published, f"{_NAME}办公室", genre)
            articles.append(_print_article(site_map, newsroom, path, story, number))
        _print_lists(site_map, path, articles)
        front += f'<h3>{link(f"./{path}/", name)}</h3><ul class="tab">{_lines(articles[:4], f"./{path}/")}</ul>'
    site_map.page(f"{HOST}/", _shell("首页", front), base)
    site_map.file(f"{HOST}/robots.txt", b"User-agent: *\nDisallow: /search/\n", TEXT)


def _print_article(site_map: SiteMap, newsroom: Newsroom, path: str, story: Story, number: int) -> _Article:
    file = f"{story.published:%Y}n{path.rpartition('/')[2]}/t{number}.shtml"
    address = f"{HOST}/{path}/{file}"
    site_map.page(address, _article_page(story, ragged_paragraphs(story.printed(), newsroom.rng)), story.published)
    site_map.plant(story, Copy(f"qingling/{number}", f"https://{address}", story.title))
    return _Article(file, story)


def _article_page(story: Story, body: str) -> str:
    main = f"""<div class="pg-tit">{escape(story.title)}</div>
<div class="pg-inf"><span>信息来源：{story.source}</span></div>
<div class="view TRS_UEDITOR trs_paper_default trs_web">
{body}
</div><div class="pg-tool">【打印】【关闭】</div>"""
    return _shell(
        story.title,
        main,
        f'<meta name="ArticleTitle" content="{escape(story.title)}">'
        f'<meta name="PubDate" content="{minute(story.published)}">'
        f'<meta name="ContentSource" content="{story.source}">',
    )


def _print_lists(site_map: SiteMap, path: str, articles: Sequence[_Article]) -> None:
    last = pages(len(articles), _PAGE_SIZE)
    for number in range(last):
        shown = articles[number * _PAGE_SIZE : (number + 1) * _PAGE_SIZE]
        pager = f'<script>createPageHTML({last}, {number}, "index", "shtml");</script>'
        name = f"index_{number}.shtml" if number else "index.shtml"
        page = _shell(_COLUMNS[path], f'<ul class="more">{_lines(shown, "./")}</ul>{pager}')
        site_map.page(f"{HOST}/{path}/{name}", page)
    site_map.resources[f"{HOST}/{path}/"] = site_map.resources[f"{HOST}/{path}/index.shtml"]


def _lines(articles: Sequence[_Article], folder: str) -> str:
    return items(
        f"{link(folder + article.file, article.story.title)}<em>{article.story.published:%Y-%m-%d}</em>"
        for article in articles
    )


def _shell(title: str, main: str, head: str = "") -> str:
    columns = "".join(link(f"/{path}/", name) for path, name in _COLUMNS.items())
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{escape(title)} - {_NAME}</title>
<meta name="SiteName" content="{_NAME}">{head}</head>
<body><div class="nav">{link("/", "首页")}{columns}{link("/zwgk/", "政务公开")}</div>
{main}
<div class="foot">主办：{_NAME}办公室　网站标识码：4501990001　桂ICP备05000099号</div></body></html>"""
