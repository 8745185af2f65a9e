"""The outlet a page names as the source."""

import pytest

from nnnews.extract import extract
from nnnews.items import Article, Page

PROSE = "<p>代表们在会上提出了意见和建议，有关部门当场作了答复，并承诺在一个月内整改到位。</p>" * 3


def read(bar: str, behind: str = "", head: str = "") -> Article:
    page = f"<meta charset=utf-8>{head}<title>通水了_示例网</title><h1>通水了</h1>{bar}<div>{PROSE}</div>{behind}"
    return extract(Page("http://www.example.cn/a.html", page.encode()))


@pytest.mark.parametrize(
    "bar",
    [
        "<p>2024-05-09 09:12 来源：横江日报</p>",
        "<p>2024-05-09 09:12&nbsp;&nbsp;来 源:<a href=/>横江日报</a>&nbsp;&nbsp;编辑：小叶</p>",
        "<p>2024-05-09 09:12 　　 横江日报</p>",
        "<p>【时间：2024-05-09】【来源：横江日报】【作者：小叶】</p>",
        "<p><span>来源：横江日报</span><span>作者：小叶</span><span>2024-05-09</span></p>",
        "<p><span>来源</span><span>横江日报</span><span>2024-05-09</span></p>",
        "<p>2024-05-09 发布者: admin|来自: 横江日报</p>",
        "<table><tr><td>信息来源：</td><td>横江日报</td></tr></table>",
        "<p>2024年5月9日09:12 | 来源：[ 横江日报 ]</p>",
        "<div>横江日报</div><div>2024-05-09 09:12</div>",
        "<div>叶知秋/横江日报</div><div>2024-05-09 09:12</div>",
    ],
)
def test_a_source_is_read_off_the_bar(bar: str) -> None:
    assert read(bar).source == "横江日报"


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("光明网-《光明日报》", "光明网-《光明日报》"),
        ("《光明日报》", "光明日报"),
        ("人民日报海外版 222", "人民日报海外版"),
        ("示例日报（记者 张三）", "示例日报"),
        ("China Daily", "China Daily"),
        ("本网", None),
    ],
)
def test_a_source_is_named_as_the_page_names_it(written: str, source: str | None) -> None:
    assert read(f"<p>2024-05-09 来源：{written}</p>").source == source


def test_the_head_tells_the_source_when_the_bar_does_not() -> None:
    assert read("<p>2024-05-09</p>", head='<meta name="ContentSource" content="来源：横江日报">').source == "横江日报"


def test_a_source_behind_the_text_serves_too() -> None:
    assert read("<p>2024-05-09</p>", behind="<div>来源：横江日报 编辑：苏亮</div>").source == "横江日报"


def test_the_editor_of_the_head_is_nobodys_author() -> None:
    found = read("<p>2024-05-09 来源：横江日报</p>", head='<meta name="author" content="李楠">')
    assert not any("李楠" in line for line in found.info)


def test_an_epaper_names_itself_in_its_imprint() -> None:
    assert read("<p>2024年05月09日 星期四</p>", behind="<p>横江日报社出版</p>").source == "横江日报"


def test_a_page_that_names_no_source_has_none() -> None:
    assert read("<p>2024-05-09 09:12 浏览次数：12</p>").source is None


@pytest.mark.parametrize(
    "bar",
    [
        "<div>2024年05月09日 09:12 <a class='source ent-source' href=/>清江观察</a> 缩小字体</div>",
        "<div><span id=media_name>清江观察</span> 2024-05-09 09:12</div>",
        "<div class=date>2024-05-09 09:12</div><div class=laiyuan>清江观察</div>",
        "<em>原创</em><a href=javascript:void(0) id=js_name>清江观察</a><em id=publish_time></em>",
    ],
)
def test_a_name_that_only_the_markup_calls_the_source_is_it(bar: str) -> None:
    assert read(bar).source == "清江观察"


def test_an_account_whose_name_ends_like_a_label_keeps_its_name() -> None:
    assert read("<p>2024-05-09 09:12 来源：横江发布</p>").source == "横江发布"
