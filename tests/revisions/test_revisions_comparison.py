"""What is news and what is not. All texts are invented."""

from dataclasses import replace
from typing import Any

import pytest

from nnnews.items import Article
from nnnews.reading import count
from nnnews.revisions import Change, compare
from nnnews.revisions.essence import essence, fold
from nnnews.revisions.rules import RULES, Rule

TITLE = "青秀区人大常委会视察老旧小区改造"
TEXT = (
    "近日，青秀区人大常委会组织50余名代表视察老旧小区改造。\n"
    "代表们走进12个小区，提出建议36条，投入资金1.2亿元。\n"
    "据悉，今年全区计划改造45个小区，惠及居民3.5万户。"
)
OLD = count(Article(key="nnnews/1", title=TITLE, text=TEXT, layout="new", method="layout"))


def changed(text: str = TEXT, **fields: Any) -> Change | None:
    return compare(OLD, count(replace(OLD, text=text, **fields)))


def kind(text: str = TEXT, **fields: Any) -> str:
    change = changed(text, **fields)
    return change.kind if change else "none"


def test_the_same_title_and_text_are_no_change() -> None:
    assert changed(source="南宁晚报") is None


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("36条", "63条"),
        TEXT.replace("1.2亿", "12亿"),
        TEXT.replace("视察老旧", "调研老旧"),
        TEXT.replace("提出建议36条，", ""),
        TEXT.replace("\n据悉", "\n代表们指出，改造要听民意。\n据悉"),
        TEXT.rpartition("\n")[0],
        TEXT.replace("50余名", "50%的"),
        TEXT + "\n会上还表决通过了人事任免事项。",
    ],
)
def test_words_and_numbers_are_news(text: str) -> None:
    assert kind(text) == "real"


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (TEXT.replace("，", ", "), "spacing"),
        (TEXT.replace("\n", ""), "spacing"),
        (TEXT.replace("12", "１２"), "spacing"),
        (TEXT + "\n浏览次数：1024", "counter"),
        (TEXT + "\n（责任编辑：韦小甲）", "credit"),
        (TEXT + "\n最后更新：2026-03-05 09:12", "stamp"),
        (TEXT + "\n武鸣区人大开展农村饮水安全执法检查\n横州市人大代表视察茉莉花产业园", "related"),
        (TEXT.replace("视察", "视〓"), "damage"),
    ],
)
def test_what_comes_and_goes_with_the_page_is_boring(text: str, ground: str) -> None:
    change = changed(text)
    assert change is not None and (change.kind, change.grounds, change.figures) == ("boring", (ground,), ())


def test_a_block_of_headlines_that_shows_others_each_time_is_boring() -> None:
    blocks = (
        "武鸣区人大开展饮水安全执法检查\n横州市代表视察茉莉花产业园",
        "宾阳县人大听取教育工作汇报\n上林县代表联络站揭牌启用",
    )
    one, two = (replace(OLD, text=f"{TEXT}\n{block}") for block in blocks)
    change = compare(one, two)
    assert change is not None and change.kind == "boring"


def test_a_list_of_names_or_points_is_no_block_of_headlines() -> None:
    rows = (
        "韦小甲任市财政局副局长职务\n黄小乙任市教育局副局长职务",
        "韦小甲任市财政局副局长职务\n黄小丙任市教育局副局长职务",
    )
    one, two = (replace(OLD, text=f"{TEXT}\n{row}") for row in rows)
    change = compare(one, two)
    assert change is not None and change.kind == "real"


def test_another_script_spells_some_characters_otherwise_but_no_numbers() -> None:
    assert kind(TEXT.replace("余", "馀"), script="traditional") == "boring"
    assert kind(TEXT.replace("余", "馀")) == "real"
    assert kind(TEXT.replace("36", "63"), script="traditional") == "real"


def test_between_two_layouts_only_what_changed_within_a_paragraph_counts() -> None:
    assert kind(TEXT.rpartition("\n")[0], layout="old") == "boring"
    assert kind(TEXT + "\n南宁日报客户端带来更多报道。", method="generic") == "boring"
    assert kind(TEXT.replace("36条", "63条"), layout="old") == "real"


@pytest.mark.parametrize("title", [TITLE + "_南宁新闻网", TITLE[:10] + "…", TITLE + "！"])
def test_a_title_with_the_name_of_the_site_or_cut_short_is_boring(title: str) -> None:
    assert kind(title=title) == "boring"


def test_another_title_is_news_and_has_its_pieces() -> None:
    change = changed(title=TITLE.replace("视察", "督查"))
    assert change is not None and change.kind == "real"
    assert [piece.text for piece in change.title if piece.op != "same"] == ["视", "督"] or change.title[1].op == "out"


def test_the_figures_that_changed_are_named() -> None:
    change = changed(TEXT.replace("36条", "63条").replace("，惠及居民3.5万户", ""))
    assert change is not None
    assert [(one.unit, one.before, one.after) for one in change.figures] == [("条", 36, 63), ("户", 35000, None)]
    assert (change.figures[0].before_text, change.figures[0].after_text) == ("36条", "63条")


def test_a_figure_that_moved_or_is_written_otherwise_did_not_change() -> None:
    lines = TEXT.split("\n")
    moved = changed("\n".join((lines[0], lines[2], lines[1])))
    written = changed(TEXT.replace("3.5万户", "35000户"))
    assert moved is not None and written is not None
    assert (moved.figures, written.figures) == ((), ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_each_rule_has_an_example_that_says_nothing(rule: Rule) -> None:
    read = essence(rule.example)
    assert (read.said, read.grounds) == ("", {rule.ground})


@pytest.mark.parametrize(
    "line",
    ["直播吸引12万人次观看。", "法律援助热线接听36次。", "2026年3月5日", "全年办理建议360件，编辑出版公报6期。"],
)
def test_news_of_numbers_and_days_is_no_counter_and_no_stamp(line: str) -> None:
    assert essence(line).grounds == frozenset()


@pytest.mark.parametrize(("one", "other"), [("5.9亿元", "59亿元"), ("3-5人", "35人"), ("5%", "5‰"), ("增-2%", "增2%")])
def test_marks_inside_a_number_say_something(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), [("3—5人", "3-5人"), ("1,200人", "1200人"), ("——二〇二六", "“二〇二六”")])
def test_dashes_and_thousands_may_be_written_in_several_ways(one: str, other: str) -> None:
    assert fold(one) == fold(other)
