"""How much a live feed holds: all that a reader may miss where little comes, less where much does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from nnnews.config import Config
from nnnews.exporters.window import FOUR_WEEKS, fewest, looked_at, window
from nnnews.items import Article

NEWEST = datetime(2026, 3, 2, tzinfo=UTC)


def every(hours: float, count: int) -> list[datetime]:
    return [NEWEST - timedelta(hours=hours * number) for number in range(count)]


@pytest.mark.parametrize(("hours", "held"), [(28, 24), (14, 12), (1, 6), (24 * 30, 24)])
def test_a_heading_holds_four_weeks_where_less_than_a_story_a_day_comes(hours: float, held: int) -> None:
    assert window(every(hours, looked_at(24)), 24) == held


def test_by_default_the_feed_of_everything_holds_two_hundred_and_a_heading_four_weeks_of_a_story_a_day() -> None:
    config = Config()
    assert window(every(7 * 24 / 49, 800), config.feed_size) == 200
    assert window(every(24 * 28 / config.heading_size, 96), config.heading_size) == config.heading_size


def test_an_empty_feed_has_room() -> None:
    assert window([], 24) == 24


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=90)), max_size=100), st.integers(1, 30))
def test_a_feed_holds_between_a_quarter_and_all_of_its_most(ages: list[timedelta], most: int) -> None:
    held = window([NEWEST - age for age in ages], most)
    assert fewest(most) <= held <= most
    assert held == most or sum(age - min(ages) < FOUR_WEEKS for age in ages) > most


def test_a_busy_day_shortens_the_feed_and_what_leaves_it_stands_in_the_archive(office: Any, visit: Article) -> None:
    office.config = replace(office.config, feed_size=6)
    for number in range(12):
        office.add(replace(visit, key=f"nnnews/x{number}", text=f"第{number}次视察，代表走进第{number}个小区。" * 3))
    office.export()
    entries = etree.parse(office.feeds / "all.atom.xml").getroot().findall("{*}entry")
    assert len(entries) == 2
    assert (office.feeds / "archive" / "2026" / "2026-03.atom.xml").is_file()
