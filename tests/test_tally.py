"""What is counted of the pages of a run. All texts are invented."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from nnnews.items import SHANGHAI, Article, Person, Problem
from nnnews.tally import Tally, agrees_day, agrees_title, step_of, tallied

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=SHANGHAI)
SIDEBAR = "热点推荐：市民中心新增服务窗口十二个\n邕江两岸步道全线贯通迎来首个周末"
FULL = Article(
    key="nnnews/1",
    title="青秀区人大代表视察老旧小区",
    text="代表们走进十二个小区，提出建议。",
    layout="nnnews",
    published=NOON,
    published_precision="minute",
    source="南宁日报",
    byline=(Person("韦小甲", "reporter"),),
)


class Stats(dict[str, Any]):
    """As Scrapy counts."""

    def inc_value(self, key: str) -> None:
        self[key] = self.get(key, 0) + 1

    def max_value(self, key: str, value: Any) -> None:
        self[key] = max(self.get(key, value), value)


def count(*items: Article | Problem) -> dict[str, Any]:
    stats = Stats()
    tally = Tally(stats)
    for item in items:
        tally.add(item)
    return tallied(stats)


def test_every_field_that_a_page_gave_is_counted() -> None:
    counted = count(FULL, Article(key="nnnews/2", title="没有来源", text="正文。", layout="nnnews"))
    assert (counted["pages"], counted["layout/nnnews"], counted["field/text"]) == (2, 2, 2)
    assert [counted[f"field/{name}"] for name in ("published", "clock", "source", "author")] == [1, 1, 1, 1]


def test_the_newest_article_is_the_one_published_last() -> None:
    older = Article(key="nnnews/3", title="旧闻", text="正文。", published=NOON.replace(year=2025))
    assert count(FULL, older)["newest"] == "2026-03-05T12:00:00+08:00"


def test_a_page_without_a_body_is_a_page_and_one_that_is_not_there_is_none() -> None:
    missing = Problem("nnnews/4", "http://x/4", "nnnews", "missing", "no body found")
    absent = Problem("nnnews/5", "http://x/5", "nnnews", "http-404", "Not Found")
    assert count(missing, absent) == {"pages": 1, "field/title": 1}


def test_a_box_that_stands_on_every_page_is_seen_and_a_copy_is_none() -> None:
    boxes = [Article(key=f"nnnews/{n}", title=f"第{n}条新闻", text=SIDEBAR) for n in range(3)]
    copies = [FULL, FULL]
    assert (count(*boxes)["repeat/text"], "repeat/text" in count(*copies)) == (2, False)


def test_one_title_or_one_minute_on_many_pages_is_counted() -> None:
    pages = [replace(FULL, text=f"第{n}组代表走进小区，提出建议若干。") for n in range(3)]
    assert (count(*pages)["repeat/title"], "repeat/published" in count(*pages)) == (2, False)
    dated = [replace(page, title=f"第{n}组代表") for n, page in enumerate(pages)]
    assert (count(*dated)["repeat/published"], "repeat/title" in count(*dated)) == (2, False)


def test_a_long_run_is_remembered_in_bounded_memory_and_what_repeats_is_still_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("nnnews.tally._REMEMBERED", 20)
    stats = Stats()
    tally = Tally(stats)
    for number in range(100):
        tally.add(replace(FULL, title=f"第{number}次会议", text=SIDEBAR))
    assert len(tally._said) <= 20
    assert stats["nnnews/repeat/text"] > 80


def test_destroyed_characters_are_counted_by_page() -> None:
    assert count(Article(key="nnnews/6", title="会议召开", text="代表提出〓见。"))["damaged"] == 1


def test_lengths_are_counted_in_steps() -> None:
    assert [step_of(length) for length in (0, 1, 256, 362, 512)] == [0, 0, 16, 17, 18]


@pytest.mark.parametrize(
    ("read", "listed", "agrees"),
    [
        ("青秀区人大代表视察老旧小区", "青秀区人大代表视察…", True),
        ("“两会”开幕", "两会 开幕", True),
        ("热点推荐", "青秀区人大代表视察老旧小区", False),
        (None, "青秀区人大代表视察老旧小区", False),
        ("青秀区人大代表视察老旧小区", "", None),
    ],
)
def test_a_title_is_held_against_the_one_of_the_list(read: str | None, listed: str, agrees: bool | None) -> None:
    assert agrees_title(read, listed) is agrees


def test_a_day_is_held_against_the_one_of_the_address() -> None:
    assert [agrees_day(NOON, date(2026, 3, day)) for day in (4, 5, 6, 8)] == [True, True, True, False]
    assert (agrees_day(None, date(2026, 3, 5)), agrees_day(NOON, None)) == (None, None)


def test_only_counters_of_pages_are_taken_out_of_the_statistics() -> None:
    stats = {"nnnews/pages": 3, "nnnews/new": 3, "robotstxt/forbidden": 2, "links/x": 1}
    assert Counter(tallied(stats)) == Counter(pages=3, forbidden=2)
