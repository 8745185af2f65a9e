"""The grammar of Chinese dates."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.extract.dates import from_unix, read_date

SEEN = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "written", "precision"),
    [
        ("2023年10月12日 09:15", "2023-10-12T09:15:00", "minute"),
        ("发布时间：2023-10-12 09:15:30", "2023-10-12T09:15:30", "second"),
        ("２０２３年１０月１２日", "2023-10-12T00:00:00", "day"),
        ("202310/12 09:15:30", "2023-10-12T09:15:30", "second"),
        ("2023 10/12 09:15", "2023-10-12T09:15:00", "minute"),
        ("二〇二三年十月十二日", "2023-10-12T00:00:00", "day"),
        ("二○一九年十二月三十一日", "2019-12-31T00:00:00", "day"),
        ("2005年3月11日12:12 来源：[人民网]", "2005-03-11T12:12:00", "minute"),
        ("2024/1/15 星期一 8:05", "2024-01-15T08:05:00", "minute"),
        ("2023.1.5 下午3:20", "2023-01-05T15:20:00", "minute"),
        ("2023年1月5日15时20分", "2023-01-05T15:20:00", "minute"),
        ("2024-05-13T00:12:00Z", "2024-05-13T08:12:00", "second"),
        ("2024-05-13 13:48:13:671", "2024-05-13T13:48:13", "second"),
        ("2022-01-28 00:00:00", "2022-01-28T00:00:00", "day"),
        ("发布日期：20231012", "2023-10-12T00:00:00", "day"),
        ("2023-10-1209:15", "2023-10-12T09:15:00", "minute"),
    ],
)
def test_every_written_form_is_read(text: str, written: str, precision: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.when.isoformat(), found.precision, found.inferred) == (written + "+08:00", precision, False)


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "2023年5月",
        "2023",
        "昨日 10:20",
        "3小时前",
        "今天 09:00",
        "2023年2月30日",
        "1至3月",
        "0771-2023-10-12345",
        "10月12日",
    ],
)
def test_what_is_no_day_gives_no_date(text: str) -> None:
    assert read_date(text) is None


def test_a_month_and_day_take_the_year_in_which_the_page_was_seen_and_say_so() -> None:
    found = read_date("02-10 07:01", SEEN)
    assert found is not None
    assert (found.when.year, found.inferred) == (2024, True)


def test_a_month_and_day_alone_are_a_day_of_an_inferred_year() -> None:
    found = read_date("10月12日 来源：示例报", SEEN)
    assert found is not None
    assert (found.when.date(), found.precision, found.inferred) == (date(2023, 10, 12), "day", True)


def test_a_day_after_the_page_was_seen_was_in_the_year_before() -> None:
    found = read_date("10月12日 09:15", SEEN)
    assert found is not None
    assert found.when.date() == date(2023, 10, 12)


def test_seconds_since_1970_are_a_moment_in_shanghai() -> None:
    assert from_unix(0x5D1054A7).when.isoformat() == "2019-06-24T12:42:15+08:00"


@settings(max_examples=60)
@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["{}年{}月{}日", "{}-{:02}-{:02}", "{}/{}/{}", "{}.{}.{}"]),
)
def test_a_day_is_read_as_it_was_written(day: date, form: str) -> None:
    found = read_date(f"时间：{form.format(day.year, day.month, day.day)} 来源：示例报")
    assert found is not None
    assert (found.when.date(), found.precision) == (day, "day")


@settings(max_examples=60)
@given(st.text(alphabet="0123456789年月日时分:：-/. 〇一二三十上下午", max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    found = read_date(text, SEEN)
    assert found is None or found.when.utcoffset() is not None
