"""Headlines: declared, shown, and dressed with the names of sites."""

import pytest

from nnnews.extract import extract
from nnnews.extract.declared import undress
from nnnews.items import Article, Page

PROSE = "<p>代表们在会上提出了意见和建议，有关部门当场作了答复，并承诺在一个月内整改到位。</p>" * 3
BAR = "<div>2024-05-09 09:12　来源：示例日报</div>"


def read(body: str, head: str = "") -> Article:
    page = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return extract(Page("http://www.example.cn/a.html", page.encode()))


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("代表建议推动通水_示例市人民政府网", "代表建议推动通水"),
        ("代表建议推动通水-新闻中心-示例网", "代表建议推动通水"),
        ("代表建议推动通水 - 要闻 - 示例日报网", "代表建议推动通水"),
        ("代表建议推动通水--社会--示例网", "代表建议推动通水"),
        ("代表建议推动通水 | 示例新闻网", "代表建议推动通水"),
        ("示例新闻网 - 代表建议推动通水", "代表建议推动通水"),
        ("代表建议推动通水——示例县“民生清单”落地", "代表建议推动通水——示例县“民生清单”落地"),
        ("5-10岁儿童接种疫苗", "5-10岁儿童接种疫苗"),
        ("春耕忙 代表来帮忙", "春耕忙 代表来帮忙"),
    ],
)
def test_the_names_of_site_and_column_are_taken_off(declared: str, title: str) -> None:
    assert undress(declared) == title


def test_a_headline_outside_every_heading_is_found_by_the_declared_title() -> None:
    found = read(f"<h1>示例网</h1><div>代表建议推动通水</div>{BAR}{PROSE}", "<title>代表建议推动通水_示例网</title>")
    assert found.title == "代表建议推动通水"


def test_a_headline_on_two_lines_is_joined_as_the_page_declares_it() -> None:
    body = f"<h1>代表建议推动通水<br>四个村用上自来水</h1>{BAR}{PROSE}"
    assert (
        read(body, "<title>代表建议推动通水 四个村用上自来水_示例网</title>").title
        == "代表建议推动通水 四个村用上自来水"
    )
    assert (
        read(body, "<title>代表建议推动通水四个村用上自来水_示例网</title>").title == "代表建议推动通水四个村用上自来水"
    )


def test_a_declared_title_cut_to_a_length_is_completed_by_the_shown_one() -> None:
    head = '<meta name="ArticleTitle" content="示例县代表建议推动村村通上...">'
    assert (
        read(f"<h2>示例县代表建议推动村村通上放心水</h2>{BAR}{PROSE}", head).title == "示例县代表建议推动村村通上放心水"
    )


def test_without_a_declared_title_and_marks_the_line_over_the_bar_is_the_headline() -> None:
    body = f"<div>首页</div><div>代表建议推动通水</div>{BAR}{PROSE}"
    assert read(body, "<title>示例新闻网</title>").title == "代表建议推动通水"


def test_kicker_and_subtitle_stay_out_of_the_title() -> None:
    body = (
        '<p id="PreTitle">从有水喝到喝好水</p><h2 id="Title">代表建议推动通水</h2><p id="SubTitle">惠及四个村</p>'
        + PROSE
    )
    found = read(body, "<title>代表建议推动通水</title>")
    assert (found.kicker, found.title, found.subtitle) == ("从有水喝到喝好水", "代表建议推动通水", "惠及四个村")


def test_a_headline_repeated_with_its_kicker_over_the_text_is_no_paragraph() -> None:
    body = f"<h1>代表建议推动通水</h1>{BAR}<div><p>十二个村受益</p><p>代表建议推动通水</p>{PROSE}</div>"
    assert read(body, "<title>代表建议推动通水</title>").text.startswith("代表们在会上")


def test_the_title_of_a_mirror_is_simplified_too() -> None:
    traditional = (
        PROSE.replace("们", "們").replace("会", "會").replace("见", "見").replace("议", "議").replace("门", "門")
    )
    found = read(f"<h1>代表建議推動通水</h1>{BAR}{traditional}", "<title>代表建議推動通水_示例網</title>")
    assert (found.title, found.script) == ("代表建议推动通水", "traditional")


def test_a_title_declared_with_kicker_and_subtitle_is_cut_down_to_the_title() -> None:
    shown = '<p id="PreTitle">从有水喝到喝好水</p><h2 id="Title">代表建议推动通水</h2><p id="SubTitle">惠及四个村</p>'
    found = read(shown + PROSE, "<title>从有水喝到喝好水 代表建议推动通水 惠及四个村-示例日报</title>")
    assert (found.kicker, found.title, found.subtitle) == ("从有水喝到喝好水", "代表建议推动通水", "惠及四个村")


def test_the_name_of_the_office_over_the_page_is_not_its_headline() -> None:
    head = "<title>示例市人大常委会召开第十次会议</title>"
    page = f"<h1>示例市人大常委会</h1><div>市人大常委会开第十次会</div>{BAR}{PROSE}"
    assert read(page, head).title != "示例市人大常委会"


@pytest.mark.parametrize("title", ["横江文化周走进青山县", "三下乡 走进青山县"])
def test_a_headline_that_ends_in_the_name_of_a_place_is_no_site(title: str) -> None:
    tools = "<div><a href=/>返回版面</a><span>放大+ 缩小- 默认</span></div>"
    assert read(f"{tools}<h2>{title}</h2>{BAR}<div>{PROSE}</div>", f"<title>{title}</title>").title == title


def test_a_flag_before_the_headline_is_no_part_of_it() -> None:
    found = read(
        f"<h2><span>原创</span>代表建议推动通水</h2>{BAR}<div>{PROSE}</div>", "<title>代表建议推动通水</title>"
    )
    assert found.title == "代表建议推动通水"
