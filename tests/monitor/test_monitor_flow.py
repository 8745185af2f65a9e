"""Silence: against the site's own weekdays and gaps, with holidays."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from nnnews.monitor.flow import Flow, flow
from nnnews.monitor.holidays import is_holiday
from nnnews.storage.stored import SiteDay

MONDAY = date(2026, 6, 1)


def days(numbers: Callable[[date], int], count: int, start: date = MONDAY) -> list[SiteDay]:
    dates = [start + timedelta(days=n) for n in range(count)]
    return [SiteDay("nnrb", day, 2, numbers(day)) for day in dates]


def judged(past: list[SiteDay], daily: float = 10.0) -> Flow:
    return flow(daily, past, past[-1].day + timedelta(days=1))


def office(day: date) -> int:
    return 0 if day.weekday() >= 5 else 3 + day.day % 3


def portal(day: date) -> int:
    return 20 + day.day % 7


@pytest.mark.parametrize("end", range(60, 67))
def test_an_offices_weekend_is_no_silence(end: int) -> None:
    assert judged(days(office, end), 3.0).silent == 0


def test_a_portal_is_silent_after_two_days_and_an_office_after_a_week_of_work() -> None:
    quiet = [SiteDay("nnrb", date(2026, 7, 31) + timedelta(days=n), 2, 0) for n in range(8)]
    assert [judged([*days(portal, 60), *quiet[:n]]).silent > 0 for n in (1, 2)] == [False, True]
    assert [judged([*days(office, 60), *quiet[:n]], 3.0).silent > 0 for n in (4, 8)] == [False, True]


def test_days_without_a_run_are_no_silence() -> None:
    unasked = [SiteDay("nnrb", date(2026, 7, 31) + timedelta(days=n), 0, 0) for n in range(9)]
    assert judged([*days(portal, 60), *unasked]).silent == 0


def test_a_gap_that_the_site_has_had_before_is_no_silence() -> None:
    past = days(lambda day: 0 if day.day in (10, 11, 12, 13) else 12, 60)
    again = days(lambda _: 0, 4, past[-1].day + timedelta(days=1))
    assert judged([*past, *again]).silent == 0


def test_a_weekly_is_judged_by_its_own_days() -> None:
    assert judged(days(lambda day: 16 if day.weekday() == 1 else 0, 62)).silent == 0


@pytest.mark.parametrize("start", [date(2026, 10, 1), date(2027, 2, 5), date(2027, 5, 1)])
def test_a_long_holiday_is_no_silence_though_it_was_never_met(start: date) -> None:
    past = days(portal, 40, start - timedelta(days=40))
    assert judged([*past, *days(lambda _: 0, 7, start)]).silent == 0


def test_the_holidays_that_move_with_the_moon_are_known() -> None:
    assert [is_holiday(date(2028, 1, day)) for day in (10, 26, 31)] == [False, True, True]
    assert [is_holiday(day) for day in (date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 8))] == [True, True, False]


def test_a_week_of_less_than_half_is_told() -> None:
    past = days(portal, 60)
    assert judged([*past, *days(lambda _: 7, 7, past[-1].day + timedelta(days=1))]).fewer
    assert not judged([*past, *days(lambda _: 15, 7, past[-1].day + timedelta(days=1))]).fewer


def test_a_new_site_is_measured_by_what_its_file_says() -> None:
    assert judged(days(lambda _: 0, 5), 2.0).silent == 0
    assert judged(days(lambda _: 0, 20), 20.0).silent > 0
