"""Lists: articles, their titles and days, columns, and where they go on. All pages are invented."""

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.items import Page
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Links, Site
from nnnews.sites import all_sites

HOME = "http://news.example/yw/"


class Example(Site):
    """A site of no known platform."""

    name = "example"
    title = "示例网"
    hosts = ("news.example",)
    article_urls = (ArticleURL(re.compile(r"/(?:\w+/)*a(?P<id>\d+)\.html")),)


def links(markup: str, url: str = HOME, charset: str = "utf-8") -> Links:
    return Example().links(Page(url, markup.encode(charset)))


def titles(markup: str) -> dict[str, str]:
    return {link.key: link.title for link in links(markup).articles}


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("a1.html", "http://news.example/yw/a1.html"),
        ("./a1.html", "http://news.example/yw/a1.html"),
        ("../rd/a1.html", "http://news.example/rd/a1.html"),
        ("/a1.html", "http://news.example/a1.html"),
        ("//news.example/a1.html", "http://news.example/a1.html"),
        (" https://news.example:443/a1.html\n", "https://news.example:443/a1.html"),
    ],
)
def test_every_form_of_address_is_resolved(href: str, url: str) -> None:
    assert [link.url for link in links(f'<div><p><a href="{href}">标题</a></p></div>').articles] == [url]


def test_a_base_moves_the_addresses_and_a_base_without_one_does_not() -> None:
    moved = links('<base target="_blank"><base href="/rd/x/"><a href="a1.html">标题</a>')
    assert moved.articles[0].url == "http://news.example/rd/x/a1.html"
    assert links('<base target="_blank"><a href="a1.html">标题</a>').articles[0].url == "http://news.example/yw/a1.html"


def test_what_is_no_address_of_the_site_is_passed_over() -> None:
    hrefs = ("#", "", "javascript:go(1)", "mailto:a@b.example", "http://[x/a1.html", "http://other.example/a1.html")
    assert links("".join(f'<a href="{href}">人大</a>' for href in hrefs)) == Links(
        (), (), (f"{HOME}index_1.html", f"{HOME}index_2.html")
    )


def test_the_title_is_the_attribute_then_the_longest_text_not_cut() -> None:
    assert titles('<a href="a1.html" title="完整的标题全文">完整的标…</a>') == {"example/1": "完整的标题全文"}
    assert titles('<a href="a1.html"><img></a><a href="a1.html">标题</a><a href="a1.html">摘要很长很长…</a>') == {
        "example/1": "标题"
    }
    assert titles('<a href="a1.html"><h4>标题</h4><p>摘要</p></a>') == {"example/1": "标题"}
    assert titles('<map><area href="a2.html" alt="公告"></map>') == {"example/2": "公告"}


def test_the_day_is_the_one_printed_beside_the_link() -> None:
    rows = (
        '<li><a href="a1.html">2020年1月1日起施行</a><span>[2026-03-05]</span></li>'
        '<li><span>头条</span><div><a href="a2.html">标题</a></div><p>（2026年2月30日）</p></li>'
        '<li><a href="a3.html">标题</a></li>'
    )
    found = {link.key: link.day for link in links(f"<ul>{rows}</ul>").articles}
    assert found == {"example/1": date(2026, 3, 5), "example/2": None, "example/3": None}


def test_a_column_is_found_by_its_words_in_either_charset() -> None:
    nav = '<a href="/rd1/">人大</a><a href="a5.html">人大</a><a href="/x/">人大代表建议办理的情况通报</a>'
    for charset in ("utf-8", "gb18030"):
        assert links(nav, charset=charset).lists == ("http://news.example/rd1/",)


@pytest.mark.parametrize(
    ("url", "markup", "pages"),
    [
        (HOME, "", ("index_1.html", "index_2.html")),
        (f"{HOME}index.shtml", "", ("index_1.shtml", "index_2.shtml")),
        (f"{HOME}index_7.html", "", ("index_8.html",)),
        (f"{HOME}index_3.html", '<script>createPageHTML(5, 3, "index", "html");</script>', ("index_4.html",)),
        (f"{HOME}index_4.html", '<script>createPageHTML(5, 4, "index", "html");</script>', ()),
        (f"{HOME}list.php?p=1", '<a href="list.php?p=2">下一页 &gt;</a>', ("list.php?p=2",)),
        (f"{HOME}list.php?p=1", '<a href="list.php?p=9">末页</a>', ()),
    ],
)
def test_where_a_list_goes_on(url: str, markup: str, pages: tuple[str, ...]) -> None:
    assert links(markup or "<p>列表</p>", url).pages == tuple(HOME + page for page in pages)


@pytest.mark.parametrize("created", [1772673120, "1772673120", "2026-03-05 09:12:00"])
def test_a_json_list_tells_its_articles_and_their_days(created: object) -> None:
    data = {"code": 0, "data": {"rows": [{"title": "标题", "url": "/yw/a1.html", "created": created}]}}
    found = links("\ufeff" + json.dumps(data), "http://news.example/more?page=2")
    assert [(link.key, link.title, link.day) for link in found.articles] == [("example/1", "标题", date(2026, 3, 5))]


@pytest.mark.parametrize(
    "body",
    [
        'more({"rows": [{"docTitle": "标题", "docPubUrl": "/yw/a1.html", "docPubTime": "2026-03-05 09:12"}]});',
        '[{"headline": "标题", "href": "a1.html", "PubTime": 1772673120}]',
    ],
)
def test_a_json_list_may_name_its_fields_otherwise_and_be_called(body: str) -> None:
    found = links(body, "http://news.example/list?cid=4&pageNo=2&size=10")
    assert [(link.key, link.title, link.day) for link in found.articles] == [("example/1", "标题", date(2026, 3, 5))]
    assert found.pages == ("http://news.example/list?cid=4&pageNo=3&size=10",)


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"data": []}', "null", "0", "<", "\x00" * 9, '{"data": [{"title": 3, "url": 4}]}']
)
def test_a_page_without_links_leads_nowhere(body: str) -> None:
    assert links(body, "http://news.example/more?page=2") == Links()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(list(all_sites().values())))
def test_no_bytes_break_a_list(junk: bytes, site: Site) -> None:
    for url in site.lists[:1] or (f"http://{site.hosts[0]}/",):
        assert isinstance(site.links(Page(url, b'<a href="' + junk + b'">' + junk)), Links)
        assert isinstance(site.links(Page(url, b'[{"title": "x", "url": "' + junk + b'"}]')), Links)


def test_a_malformed_address_harms_no_other() -> None:
    found = links('<base href="http://[x/"><a href="http://news.example:99999/a1.html">坏</a><a href="a2.html">好</a>')
    assert [link.key for link in found.articles] == ["example/2"]


def test_one_article_linked_a_thousand_times_is_one_article() -> None:
    assert len(links('<p><a href="a1.html">标题</a></p>' * 4000).articles) == 1


def test_a_very_long_list_is_read_whole() -> None:
    rows = "".join(
        f'<div><div><a href="a{n}.html">标题</a><a href="a{n}.html">详细</a></div></div>' for n in range(4000)
    )
    assert len(links(f"<body>{rows}</body>").articles) == 4000


def test_half_an_emoji_in_a_json_list_goes() -> None:
    entry = {"title": "代表视察\ud83d", "url": "/yw/a1\ud83d.html"}
    [link] = links(json.dumps([entry]), "http://news.example/more").articles
    assert (link.key, link.title) == ("example/1", "代表视察")
