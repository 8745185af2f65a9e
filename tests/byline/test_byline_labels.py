"""Rows of labelled fields. All names are invented."""

import pytest

from nnnews.byline import Labels, read_labels
from nnnews.byline.labels import is_label_row


def people(labels: Labels) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in labels.people]


def test_source_author_editor_and_time_of_one_row():
    labels = read_labels("来源:青山县人大常委会研究室 作者:黄士文 编辑:redleaf 2017-09-26 08:22:25")
    assert labels.source == "青山县人大常委会研究室"
    assert people(labels) == [("黄士文", "author"), ("redleaf", "editor")]
    assert labels.published == "2017-09-26 08:22:25"


def test_fields_in_brackets():
    labels = read_labels("【时间：2020-01-02】【来源：青山新闻网】【作者：韦大伟】")
    assert (labels.source, labels.published) == ("青山新闻网", "2020-01-02")


def test_fields_without_a_space_between():
    labels = read_labels("2024-05-13 12:03:10 作者：曹云来源:东方时讯网选稿：曾小燕")
    assert labels.source == "东方时讯网"
    assert people(labels) == [("曹云", "author"), ("曾小燕", "editor")]


def test_an_empty_field_takes_nothing_from_its_neighbour():
    labels = read_labels("发布日期:2025-04-16     撰稿人:     来源:青山发布")
    assert (labels.source, labels.people) == ("青山发布", ())


def test_labels_with_a_space_inside_and_bars_for_colons():
    assert read_labels("来　源：青山日报").source == "青山日报"
    assert people(read_labels("编辑丨韦小柳")) == [("韦小柳", "editor")]


def test_a_credit_before_the_first_label():
    labels = read_labels("青山日报记者 魏其明 来源：青山新闻网")
    assert (labels.source, people(labels)) == ("青山新闻网", [("魏其明", "reporter")])


def test_an_outlet_beside_a_date_is_the_source():
    assert read_labels("2016-08-05 08:14 青山新闻").source == "青山新闻"


@pytest.mark.parametrize(
    "row",
    [
        "青山人大  2024年08月05日 17:33  广西",
        "2024年08月05日 第03版：县区 青山日报",
        "来源/青山日报",
        "青山人大 2023-02-17 20:00 发表于广西",
        "青山日报 2015年3月6日 第08版 综合新闻",
        "青山日报数字报刊 2021年08月19日 星期四",
        "《 青山日报 》（ 2024年03月13日 18 版）",
        "《青山日报》 2024年3月13日 第5版",
        "青山日报 发布于 2024-08-05 10:08",
        "青山日报网  www.example.org  2024-08-05 11:02  来源：青山日报",
        "【纠错】 【来源：青山日报】",
    ],
)
def test_what_stands_around_a_source_in_its_row(row):
    assert is_label_row(row)
    assert read_labels(row).source in ("青山人大", "青山日报")


@pytest.mark.parametrize("nobody", ["来源：本站", "来源：本报", "来源：", "作者：佚名", "编辑：admin"])
def test_some_labels_name_nobody(nobody):
    labels = read_labels(nobody)
    assert (labels.source, labels.people, labels.sure) == (None, (), True)


def test_reviewers_are_editors_and_proofreaders_are_not_credited():
    labels = read_labels("一审：张丽 二审：李志 校对：王全")
    assert people(labels) == [("张丽", "editor"), ("李志", "editor")]


def test_a_title_before_the_name_gives_the_role():
    assert people(read_labels("作者：本报记者 黄小明")) == [("黄小明", "reporter")]


@pytest.mark.parametrize(
    "line",
    [
        "资金来源：财政拨款",
        "记者从市人大获悉，会议将召开",
        "2024年5月10日",
        "来源于生活，高于生活。",
        "青山县人大常委会 2024年8月5日",
    ],
)
def test_other_lines_are_no_rows(line):
    assert not is_label_row(line)
