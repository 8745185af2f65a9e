"""A site's layouts, and the second opinion on them."""

import pytest
from lxml import etree
from parsel.csstranslator import HTMLTranslator

from nnnews.extract import extract
from nnnews.extract.document import Document
from nnnews.extract.selector import quicker, select
from nnnews.items import Article, Page
from nnnews.platforms.base import Layout, Site

PROSE = "".join(f"<p>　　代表们在第{n}次会上提出了意见和建议，有关部门当场作了答复。</p>" for n in range(1, 9))
OTHER = "".join(f"<p>　　市民在第{n}场活动中参观了展览，孩子们对老物件很感兴趣。</p>" for n in range(1, 40))
NEW = Layout("new", body="div.text", title="div.big h2", published="li.when", source="li.from a", drop=".xgxw")
OLD = Layout("old", body="#dochtml", title="#title h1", info="#inf")


class Paper(Site):
    name = "paper"
    hosts = ("www.example.cn",)
    layouts = (NEW, OLD)


@pytest.mark.parametrize(
    "css", [".a", "div.a", "#b", "div#b", ".a > p", ".a p", "#b .c", "p.c::text", ".c.d", "ul li:first-child"]
)
def test_the_quicker_path_selects_the_same(css: str) -> None:
    page = "<div class='x a y' id=b><p class='c d'>1</p><p class=cd>2</p></div><div class=ab><ul><li>3<li>4</ul></div>"
    root = etree.fromstring(page, etree.HTMLParser())
    path = HTMLTranslator().css_to_xpath(css)
    assert etree.XPath(quicker(path))(root) == etree.XPath(path)(root)


@pytest.mark.parametrize(
    "css",
    [
        *(".none, .c", "div.none > p, p.d, #b", "#none", "#none, li", "p:not(.none)", '[class="c d"], .none'),
        *("ul > li:first-child, .d", "div, p, li", ".a .c, #b .c"),
    ],
)
def test_a_name_that_the_page_does_not_have_is_not_looked_for(css: str) -> None:
    page = "<div class='x a y' id=b><p class='c d'>1</p><p class=cd>2</p></div><div class=ab><ul><li>3<li>4</ul></div>"
    document = Document(Page("", page.encode()))
    assert select(css, document) == etree.XPath(HTMLTranslator().css_to_xpath(css))(document.root)


def read(body: str, layouts: tuple[Layout, ...] = (NEW, OLD)) -> Article:
    site = Paper()
    site.layouts = layouts  # type: ignore[misc]
    page = f"<html><head><meta charset=utf-8><title>通水了_示例网</title></head><body>{body}</body></html>"
    return extract(Page("http://www.example.cn/p/1.html", page.encode()), site)


BAR = "<ul><li class=when>2024-05-09 09:12</li><li class=from>来源：<a>横江日报</a></li></ul>"
RELATED = "<div class=xgxw>相关文章请看这里，谢谢。</div>"
PAGE = f"<div class=big><h2>通水了</h2></div>{BAR}<div class=text>{PROSE}{RELATED}</div>"


def test_the_fields_stand_where_the_layout_says() -> None:
    found = read(PAGE)
    assert (found.layout, found.method, found.title, found.source) == ("new", "layout", "通水了", "横江日报")
    assert found.published is not None
    assert (found.published.isoformat(), found.published_precision) == ("2024-05-09T09:12:00+08:00", "minute")
    assert found.text.count("\n") == 7
    assert found.problems == ()


def test_the_first_layout_with_title_and_body_serves() -> None:
    bar = "<div id=inf>2019-05-27 08:30:00 来源：南宁日报</div>"
    found = read(f"<div id=title><h1>通水了</h1></div>{bar}<div id=dochtml>{PROSE}</div>")
    assert (found.layout, found.source) == ("old", "南宁日报")


def test_without_a_fitting_layout_the_common_rules_serve_and_say_so() -> None:
    found = read(f"<h1>通水了</h1><p>2024-05-09 09:12 来源：横江日报</p><article>{PROSE}</article>")
    assert (found.layout, found.method, found.title) == (None, "generic", "通水了")
    assert "no layout fits" in found.problems


def test_an_empty_selector_leaves_the_field_to_the_common_rules() -> None:
    found = read(PAGE, (Layout("bare", body="div.text"),))
    assert (found.layout, found.title, found.source) == ("bare", "通水了", "横江日报")


def test_text_and_attribute_selectors_are_read() -> None:
    layout = Layout("exact", body="div.text", title="div.big h2::text", published="li.when::attr(data-at)")
    found = read(PAGE.replace("li class=when", "li data-at='2024-05-08 07:00:01' class=when"), (layout,))
    assert found.published is not None
    assert found.published.isoformat() == "2024-05-08T07:00:01+08:00"


def test_a_body_of_paragraphs_is_read_like_a_body_of_one_box() -> None:
    assert read(PAGE, (Layout("lines", body="div.text > p", title="h2"),)).text == read(PAGE).text


@pytest.mark.parametrize(("field", "label"), [("author", "作者"), ("editor", "编辑")])
def test_credits_go_to_the_byline_reader_with_their_label(field: str, label: str) -> None:
    layout = Layout("credits", body="div.text", title="h2", **{field: "i.who"})
    assert f"{label}：甘雨桐" in read(PAGE + "<i class=who>甘雨桐</i>", (layout,)).info


def test_a_layout_that_reads_the_wrong_box_gets_a_second_opinion() -> None:
    page = f"<div class=big><h2>通水了</h2></div>{BAR}<div class=text><p>导读：通水了。</p></div><div>{OTHER}</div>"
    assert any(problem.startswith("second opinion: body") for problem in read(page).problems)


def test_a_layout_that_reads_another_title_gets_a_second_opinion() -> None:
    page = f"<h2>{'春耕忙起来'}</h2><h1>通水了</h1>{BAR}<div class=text>{PROSE}</div>"
    layout = Layout("off", body="div.text", title="h2", published="li.when", source="li.from a")
    assert "second opinion: title: 通水了" in read(page, (layout,)).problems


@pytest.mark.parametrize(
    "wrong",
    [
        "<div class=text><p>导读：通水了，代表点赞。</p></div><div>{}</div>",
        "<div class=text><p>相关：春耕忙，夜校里的年轻人，示例镇的新变化</p></div><article>{}</article>",
        "<div class=text>" + "<p>横江县春耕忙</p>" * 60 + "</div><div id=zoom>{}</div>",
        "<div class=text><p>本网声明：转载请注明出处。</p></div><table><tr><td>{}</td></tr></table>",
    ],
    ids=["teaser", "related", "headlines", "notice"],
)
def test_every_sort_of_wrong_box_is_noticed(wrong: str) -> None:
    problems = read(f"<div class=big><h2>通水了</h2></div>{BAR}{wrong.format(OTHER)}").problems
    assert any(problem.startswith("second opinion: body") for problem in problems)


@pytest.mark.parametrize(
    ("title", "around"),
    [
        ("通水了", f"<div class=comments>{OTHER.replace('市民', '网友')}</div>"),
        ("通水了", "<ul>" + "<li><a href=/1>春耕忙。夜校里的年轻人。</a></li>" * 40 + "</ul>"),
        ("横江日报：通水了", ""),
        ("代表们走进横江县", "<div>返回版面 放大+ 缩小- 默认</div>"),
        ("通水了", f"<script>var more = '{OTHER}';</script>"),
    ],
    ids=["comments", "teasers", "prefix", "place", "script"],
)
def test_a_right_layout_raises_no_false_alarm(title: str, around: str) -> None:
    page = (
        f"<title>{title}_示例网</title>{around}<div class=big><h2>{title}</h2></div>{BAR}<div class=text>{PROSE}</div>"
    )
    charset = "<meta charset=utf-8>"
    found = extract(Page("http://www.example.cn/a.html", f"{charset}{page}{around}".encode()), Paper())
    assert (found.layout, found.problems) == ("new", ())


def test_the_fields_of_a_traditional_page_are_simplified_before_they_are_read() -> None:
    page = (
        "<title>人大代表調研農業</title><h2>人大代表調研農業</h2>"
        "<p class=from>來源：橫江縣人大常委會辦公室</p><p>2024-05-09</p>"
        "<div class=text>"
        + "<p>代表們說，農業發展離不開農業科技，會後將繼續調研並提出議案，推動問題解決。</p>" * 6
        + "</div>"
    )
    found = read(page, (Layout("mirror", body="div.text", title="h2", source="p.from"),))
    assert (found.title, found.source, found.problems) == ("人大代表调研农业", "横江县人大常委会办公室", ())


def test_a_layout_without_a_source_finds_it_over_its_text_and_nowhere_else() -> None:
    layout = Layout("plain", body="div.text", title="h2")
    bar = "<div class=bar><span>2024-05-09 09:12</span><span>来源：横江日报</span></div>"
    page = f"<p>来源：示例站</p><div><h2>通水了</h2></div><div>{bar}</div><div><div class=text>{PROSE}</div></div>"
    found = read(page, (layout,))
    assert (found.source, found.published_precision) == ("横江日报", "minute")
