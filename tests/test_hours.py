"""Hours of the day, as settings write them."""

from datetime import time

import pytest

from nnnews.errors import ConfigError
from nnnews.hours import Hours


@pytest.mark.parametrize(
    ("written", "inside", "outside"),
    [
        ("22:00-06:00", [time(22), time(23, 59), time(0), time(5, 59)], [time(6), time(12), time(21, 59)]),
        ("9:30 - 17:00", [time(9, 30), time(16, 59)], [time(9, 29), time(17), time(0)]),
        ("18:00-24:00", [time(18), time(23, 59)], [time(0), time(17, 59)]),
        ("", [time(0), time(12)], []),
    ],
)
def test_hours_may_go_over_midnight(written: str, inside: list[time], outside: list[time]) -> None:
    hours = Hours.read(written)
    assert [hours.include(moment) for moment in inside + outside] == [True] * len(inside) + [False] * len(outside)


@pytest.mark.parametrize("written", ["at night", "22-6", "25:00-06:00", "22:00"])
def test_what_is_no_two_times_is_named(written: str) -> None:
    with pytest.raises(ConfigError, match="'hours' wants two times"):
        Hours.read(written)
