"""Printed papers: fronts, calendars, what is no article."""

from datetime import date

import pytest

from nnnews.items import Page
from nnnews.platforms.paper import ADVERTS, Paper
from nnnews.sites import all_sites


def paper(name: str) -> Paper:
    site = all_sites()[name]
    assert isinstance(site, Paper)
    return site


@pytest.mark.parametrize(
    "title",
    [
        "广告",
        "公益广告",
        "广告（2）",
        "图片广告3",
        "责编",
        "本版责编 章某某",
        "责任编辑：某某",
        "一四版中缝",
        "中缝广告",
        "广西云客户端",
    ],
)
def test_adverts_and_imprints_are_no_articles(title: str) -> None:
    assert ADVERTS.fullmatch(title)


@pytest.mark.parametrize(
    "title", ["广告法执法检查启动", "中缝里的城市记忆", "广西云平台上线一周年", "公告", "编辑部的故事"]
)
def test_a_headline_that_only_mentions_them_is_one(title: str) -> None:
    assert not ADVERTS.fullmatch(title)


def test_the_first_sheet_is_looked_for_in_the_systems_of_its_time() -> None:
    assert paper("nnrb").front_urls(date(2015, 11, 24)) == ("http://www.nnrb.com.cn/html/2015-11/24/node_2.htm",)
    now = paper("nnwb").front_urls(date(2026, 9, 10))
    assert now[0] == "http://nnwb.nnnews.net/pc/column/202609/10/col1.html"
    assert len(now) == 4


def test_a_sheet_belongs_to_a_day_and_an_article_is_no_sheet() -> None:
    sheets = {
        "http://nnwb.nnnews.net/pc/column/202609/10/col2.html": date(2026, 9, 10),
        "http://nnwb.nnnews.net/pc/layout/202609/9/node_A01.html": date(2026, 9, 9),
        "http://nnwb.nnnews.net:8080/nnwb/20210305/html/page_02.htm": date(2021, 3, 5),
        "http://nnwb.nnnews.net/pc/content/202609/10/c10001.html": None,
        "http://nnrb.nnnews.net/pc/column/202609/10/col2.html": None,
    }
    assert {url: paper("nnwb").sheet_day(url) for url in sheets} == sheets


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("<META HTTP-EQUIV=REFRESH CONTENT='0; url=pc/col/202609/10/node_01.html'>", "pc/col/202609/10/node_01.html"),
        ("<script>window.location.replace('pc/col/202609/10/node_01.html')</script>", "pc/col/202609/10/node_01.html"),
    ],
)
def test_the_root_tells_the_newest_issue(body: str, target: str) -> None:
    assert paper("rmdbw").newest(Page("http://szb.rmdbw.cn/", body.encode())) == f"http://szb.rmdbw.cn/{target}"


def test_a_calendar_is_read_in_either_of_its_forms() -> None:
    url = "http://szb.rmdbw.cn/col/202303/period.xml"
    body = (
        "<period_list><period><date>2023-03-05</date><url><![CDATA[05/node_01.html]]></url></period>"
        '<period id="2"><period_date>2023-03-02</period_date><front_page>node_01.html</front_page></period>'
        "<period><period_date>soon</period_date><front_page>node_01.html</front_page></period></period_list>"
    )
    issues = paper("rmdbw").issues(Page(url, body.encode()))
    assert issues == {
        date(2023, 3, 5): "http://szb.rmdbw.cn/col/202303/05/node_01.html",
        date(2023, 3, 2): "http://szb.rmdbw.cn/col/202303/02/node_01.html",
    }
