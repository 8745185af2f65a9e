"""The practice 南宁新闻网: its columns, copies of other papers, search, the old generation, and its troubles."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import parse_qs, urljoin

from nnnews.demo.genre import PHOTO
from nnnews.demo.mirror import to_mirror, to_traditional
from nnnews.demo.sites import nnnews_pages as html
from nnnews.demo.sites.furniture import pages
from nnnews.demo.sites.nnnews_desk import HOST, PHONE, Column, Desk
from nnnews.demo.sites.nnnews_pages import Entry
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy
from nnnews.demo.web import JSON, TEXT, Resource, SiteMap
from nnnews.items import SHANGHAI

_PAGE_SIZE = 15
_FORBIDDEN = "zhuanti"
_ROBOTS = f"User-agent: *\nDisallow: /{_FORBIDDEN}/\nDisallow: /index/login/\nDisallow: /ajax/\n".encode()
_NEWS = Column("yaowen", "要闻", 34, "南宁新闻网", list_id=163)
_COUNTIES = Column("xianqu", "县区", 30, "南宁日报")
# Their slugs tell nothing: only the anchors with 人大 in the navigation lead here.
_CONGRESS = Column("zx83291", "南宁人大", 33, "南宁市人大常委会办公室", list_id=1842, congress_only=True)
_DELEGATES = Column("fc20417", "人大代表", 26, "南宁晚报", "second", congress_only=True)
_OWN = (_NEWS, _COUNTIES, _CONGRESS, _DELEGATES)
# Nothing stands in these two that is not in 要闻, too: a crawler may read them or not.
_SCHOOLS = Column("jiaoyu", "教育", 0, "南宁晚报")
_TRAVEL = Column("lvyou", "旅游", 0, "南宁晚报")
_COLUMNS = (*_OWN, _SCHOOLS, _TRAVEL)


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """Builds the whole site; the papers must stand before, as it reposts them."""
    desk = Desk(site_map, newsroom)
    columns = {column.slug: desk.fill(column, base) for column in _OWN}
    news, counties, congress = (columns[column.slug] for column in (_NEWS, _COUNTIES, _CONGRESS))
    congress[2:2] = _shared(desk, news[3:6], _CONGRESS)
    columns |= {_SCHOOLS.slug: _shared(desk, news[8:14], _SCHOOLS), _TRAVEL.slug: _shared(desk, news[15:20], _TRAVEL)}
    counties += [desk.original(_COUNTIES, base - timedelta(hours=hours), counties, PHOTO) for hours in (30, 54)]
    _repost_and_mirror(desk, congress, counties)
    _plant_troubles(desk, base, news)
    _detours(site_map, news, counties)
    unlisted = desk.fill(_NEWS._replace(size=3, congress_only=True), base - timedelta(days=3))
    _open_lists(site_map, columns)
    listed = [entry for entries in columns.values() for entry in entries]
    site_map.handlers[f"{HOST}/s"] = partial(_search, listed + unlisted)
    _print_old(site_map, newsroom)
    _print_forbidden(desk, base)
    site_map.page(f"{HOST}/", html.home_page(news[:12]), base)
    for host in (HOST, PHONE):
        site_map.file(f"{host}/robots.txt", _ROBOTS, TEXT)


def _shared(desk: Desk, entries: Sequence[Entry], column: Column) -> list[Entry]:
    """The same articles for a second column, under the path of that section."""
    return [entry._replace(href=desk.also_in(column, entry.number)) for entry in entries]


def _repost_and_mirror(desk: Desk, congress: Sequence[Entry], counties: list[Entry]) -> None:
    papers = desk.site_map.stories("nnrb")
    own = [entry.story for entry in congress[6:18]]
    counties += [desk.repost(story, counties) for story in papers[:6] + desk.site_map.stories("nnwb")[:4]]
    counties += [desk.mirror(story, counties, to_mirror, "mirror-pinyin") for story in own[:8] + papers[2:6]]
    counties += [desk.mirror(story, counties, to_traditional, "traditional") for story in own[8:]]


def _plant_troubles(desk: Desk, base: datetime, entries: list[Entry]) -> None:
    """Linked addresses that give no article: nothing there, a captcha with status 200, a template without body, and
    one that robots.txt closes."""
    troubles = ("http-404", "captcha", "empty", "http-404", "robots")
    for hours, kind in enumerate(troubles, start=2):
        story = desk.newsroom.write(base - timedelta(hours=hours), _NEWS.source)
        slug = _FORBIDDEN if kind == "robots" else _NEWS.slug
        address = f"/{slug}/p/{desk.number(story.published)}.html"
        if kind == "captcha":
            desk.site_map.page(HOST + address, html.CAPTCHA)
        elif kind == "empty":
            desk.site_map.page(HOST + address, html.empty_article(story))
        elif kind == "robots":
            desk.site_map.page(HOST + address, desk.article(story, entries))
        desk.site_map.trouble(HOST + address, "blocked" if kind in ("captcha", "empty") else kind)
        entries.insert(hours * 4, Entry(address, story.title, story))


def _detours(site_map: SiteMap, news: list[Entry], counties: list[Entry]) -> None:
    """One entry points to an address that redirects to the article, one to the phone page."""
    short = f"/p/{news[7].number}.html"
    site_map.redirect(HOST + short, news[7].href)
    news[7] = news[7]._replace(href=short)
    counties[11] = counties[11]._replace(href=f"http://{PHONE}/p/{counties[11].number}.html")


def _open_lists(site_map: SiteMap, columns: Mapping[str, Sequence[Entry]]) -> None:
    continued = {str(column.list_id): columns[column.slug] for column in _COLUMNS if column.list_id}
    site_map.handlers[f"{HOST}/index/nei/content"] = partial(_load_more, continued)
    for column in _COLUMNS:
        entries = columns[column.slug]
        last = pages(len(entries), _PAGE_SIZE)
        for number in range(1, 2 if column.list_id else last + 1):
            shown = entries[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE]
            page = html.list_page(column.name, shown, column.list_id, (number, last))
            site_map.page(f"{HOST}/{column.slug}/{html.list_name(number)}", page)
        site_map.redirect(f"{HOST}/{column.slug}/", "index.html")


def _load_more(columns: Mapping[str, Sequence[Entry]], query: str) -> Resource:
    """`id`, `page` (from 1) and `pagesize`; an empty `data` is the end. Every second page gives Unix times."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    size, page = int(asked.get("pagesize", _PAGE_SIZE)), int(asked.get("page", 1))
    entries = columns.get(asked.get("id", ""), ())[(page - 1) * size : page * size]
    data = [_json_entry(entry, as_seconds=page % 2 == 0) for entry in entries]
    return Resource(json.dumps({"data": data}, ensure_ascii=False).encode(), JSON)


def _json_entry(entry: Entry, as_seconds: bool) -> dict[str, object]:
    published = entry.story.published
    return {
        "title": entry.title,
        "url": urljoin(f"http://{HOST}/", entry.href),
        "thumb": [{"url": "http://img.nnnews.net/a/10001/202611/thumb.png"}],
        "description": entry.story.paragraphs[0][:60],
        "created": int(published.timestamp()) if as_seconds else f"{published:%Y-%m-%d %H:%M:%S}",
    }


def _search(entries: Sequence[Entry], query: str) -> Resource:
    """`wd` in headlines, texts and keywords; it finds three articles that no column lists."""
    word = parse_qs(query).get("wd", [""])[0]
    found = [entry for entry in entries if entry.story.mentions(word)]
    return Resource(html.search_page(word, found).encode())


def _print_old(site_map: SiteMap, newsroom: Newsroom) -> None:
    """The generation before 2020."""
    entries: list[Entry] = []
    for position in range(12):
        published = datetime(2019, 5, 27, 16, 30, 12, tzinfo=SHANGHAI) - timedelta(hours=9 * position)
        story = newsroom.write(published, "南宁日报")
        number = 2185100 - position
        name = f"t{published:%Y%m%d}_{number}"
        address = f"{HOST}/politics/{published:%Y%m}/{name}.html"
        site_map.page(address, html.old_article(story), published)
        site_map.plant(story, Copy(f"nnnews/{published:%Y%m%d}-{number}", f"http://{address}", story.title))
        entries.append(Entry(f"./{published:%Y%m}/{name}.html", story.title, story))
    site_map.page(f"{HOST}/politics/index.html", html.old_list(entries))
    site_map.redirect(f"{HOST}/politics/", "index.html")


def _print_forbidden(desk: Desk, base: datetime) -> None:
    """A column that robots.txt closes. It is linked, and nobody may fetch it: nothing of it is planted."""
    entries: list[Entry] = []
    for position in range(3):
        story = desk.newsroom.write(base - timedelta(days=position), "南宁新闻网")
        href = f"/{_FORBIDDEN}/p/{desk.number(story.published)}.html"
        desk.site_map.page(HOST + href, desk.article(story, entries))
        entries.append(Entry(href, story.title, story))
    desk.site_map.page(f"{HOST}/{_FORBIDDEN}/index.html", html.list_page("专题", entries, None, (1, 1)))
