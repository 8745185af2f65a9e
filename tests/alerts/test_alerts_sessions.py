"""A session that must have been and that nobody reported."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from newsroom import Newsroom

from nnnews.alerts.sessions import body, gaps
from nnnews.items import Article
from nnnews.storage import reading
from nnnews.storage.namings import naming

Report = Callable[..., Article]
CITY = "南宁市第十五届人大常委会"


def missing(newsroom: Newsroom, *articles: Article) -> list[tuple[str, int]]:
    for article in articles:
        newsroom.add(article)
    with reading(newsroom.engine) as connection:
        return [(gap.series.body, gap.number) for gap in gaps(naming(connection, "次会议"))]


def test_the_number_that_was_left_out_is_told_once(newsroom: Newsroom, report: Report) -> None:
    newsroom.add(report(CITY, "31", 1))
    newsroom.alert()
    newsroom.add(report(CITY, "三十三", 9))
    newsroom.alert()
    [told] = newsroom.texts
    assert "◆ 会议未见报道（1）" in told and "南宁市第15届人大常委会第32次会议未见报道" in told
    assert "已见第31次（2026-03-01）和第33次（2026-03-09）会议的报道" in told
    newsroom.alert()
    assert newsroom.texts == []


def test_sessions_without_a_gap_are_not_told(newsroom: Newsroom, report: Report) -> None:
    assert missing(newsroom, *(report(CITY, str(number), number) for number in (3, 4, 5))) == []


def test_each_congress_has_its_own_numbers(newsroom: Newsroom, report: Report) -> None:
    reports = [
        report(CITY, "31", 1),
        report("青秀区第十届人大常委会", "33", 2),
        report("武鸣区第二届人民代表大会", "四", 3),
        report("武鸣区第二届人民代表大会", "六", 9),
        report("南宁市第十六届人大常委会", "33", 10),
    ]
    assert missing(newsroom, *reports) == [("武鸣区", 5)]


def test_what_an_old_session_once_passed_is_no_gap(newsroom: Newsroom, report: Report) -> None:
    old = report(
        CITY, "二十八", 5, key="b", title="条例施行", text=f"条例由{CITY}第二十八次会议通过，执法检查组检查了施行情况。"
    )
    assert missing(newsroom, report(CITY, "25", 1), report(CITY, "31", 2), old, report(CITY, "32", 9)) == []


def test_numbers_far_apart_are_of_a_time_before_anybody_collected(newsroom: Newsroom, report: Report) -> None:
    assert missing(newsroom, report(CITY, "12", 1), report(CITY, "31", 9)) == []


def test_a_session_that_was_named_before_the_next_is_not_missing(newsroom: Newsroom, report: Report) -> None:
    aside = report(CITY, "32", 5, key="b", title="代表建议有回音", text=f"在{CITY}第32次会议上，代表们点赞。")
    assert missing(newsroom, report(CITY, "31", 1), aside, report(CITY, "33", 9)) == []


def test_meetings_of_the_chairpersons_are_another_series(newsroom: Newsroom, report: Report) -> None:
    chairs = report(
        CITY, "34", 5, key="b", title="主任会议", text=f"{CITY}第34次主任会议召开，{CITY}第31次会议将举行。"
    )
    assert missing(newsroom, report(CITY, "31", 1), chairs, report(CITY, "32", 9)) == []


def test_who_leaves_out_the_term_means_the_present_one(newsroom: Newsroom, report: Report) -> None:
    short = "南宁市人大常委会"
    assert missing(newsroom, report(CITY, "31", 1), report(short, "32", 5), report(CITY, "33", 9)) == []
    assert missing(newsroom, report(short, "35", 20)) == [("南宁市", 34)]


def test_a_new_term_counts_from_one(newsroom: Newsroom, report: Report) -> None:
    new = "南宁市第十六届人大常委会"
    assert missing(newsroom, report(CITY, "31", 1), report(new, "一", 2), report(new, "三", 9)) == [("南宁市", 2)]


@pytest.mark.parametrize(
    ("before", "district", "whose"),
    [
        ("近日，南宁市", None, "南宁市"),
        ("市", "青秀区", "南宁市"),
        ("青秀区", None, "青秀区"),
        ("我区", "青秀区", "青秀区"),
        ("横州市", None, "横州市"),
        ("", "武鸣区", "武鸣区"),
        ("", None, "南宁市"),
        ("自治区", "青秀区", "广西壮族自治区"),
        ("广西", None, "广西壮族自治区"),
        ("全国", None, None),
        ("柳州市", None, None),
    ],
)
def test_whose_session_it_is(before: str, district: str | None, whose: str | None) -> None:
    assert body(f"{before}人大常委会", district) == whose
    assert body(before, district) == whose


def test_the_name_may_stand_behind_the_term(newsroom: Newsroom, report: Report) -> None:
    articles = [report("第十届青秀区人大常委会", number, day) for number, day in (("5", 1), ("7", 9))]
    national = [replace(report("第十四届全国人大常委会", number, 9), key=number) for number in ("5", "7")]
    assert missing(newsroom, *articles, *national) == [("青秀区", 6)]
