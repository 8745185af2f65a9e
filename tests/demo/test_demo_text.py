"""The invented news: realistic enough, and true to what it says of itself."""

from datetime import datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.demo.genre import PHOTO, city_genres, congress_genres
from nnnews.demo.numbers import invent_figure
from nnnews.demo.places import TOWNS
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Story
from nnnews.items import SHANGHAI

MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)
GENRES = (*congress_genres(), *city_genres(), PHOTO)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    newsroom = Newsroom(7)
    return [newsroom.write(MORNING, "南宁日报") for _ in range(300)]


def test_the_same_seed_writes_the_same_stories() -> None:
    first, second = Newsroom(11), Newsroom(11)
    for _ in range(20):
        assert first.write(MORNING, "南宁日报") == second.write(MORNING, "南宁日报")


def test_another_seed_writes_other_stories() -> None:
    assert Newsroom(1).write(MORNING, "南宁日报").text != Newsroom(2).write(MORNING, "南宁日报").text


def test_figures_stand_in_the_text_in_their_order(stories: list[Story]) -> None:
    for story in stories:
        position = 0
        for figure in story.figures:
            position = story.text.index(figure.text, position) + len(figure.text)


def test_every_slot_of_every_genre_can_be_filled() -> None:
    newsroom = Newsroom(3)
    for genre in GENRES:
        story = newsroom.write(MORNING, "南宁日报", genre, long=True)
        assert "{" not in story.title + story.text


def test_everybody_in_the_byline_is_printed(stories: list[Story]) -> None:
    for story in stories:
        printed = "".join(story.printed()).replace("　", "")
        assert all(person.name in printed for person in story.byline)


def test_credits_are_no_part_of_the_text(stories: list[Story]) -> None:
    assert not any(word in story.text for story in stories for word in ("讯（", "责任编辑", "通讯员"))


def test_a_story_names_its_district_and_no_other(stories: list[Story]) -> None:
    for story in stories:
        named = {place for place in TOWNS if place in story.title + story.text}
        assert named == ({story.district} if story.district else set()), story.text


def test_congress_and_other_news_are_both_there(stories: list[Story]) -> None:
    share = sum(story.congress for story in stories) / len(stories)
    assert 0.6 < share < 0.85


def test_the_university_called_renda_is_no_congress() -> None:
    trap = next(genre for genre in city_genres() if genre.name == "university")
    story = Newsroom(5).write(MORNING, "南宁晚报", trap)
    assert "人大" in story.text
    assert not story.congress


def test_every_qualifier_and_every_role_occurs(stories: list[Story]) -> None:
    assert {figure.qualifier for story in stories for figure in story.figures} == {
        "exact",
        "over",
        "under",
        "about",
        "range",
    }
    assert {person.role for story in stories for person in story.byline} == {"reporter", "correspondent", "editor"}


def test_an_office_signs_with_a_bracket_or_not_at_all() -> None:
    newsroom = Newsroom(5)
    stories = [newsroom.write(MORNING, "横州市人民政府办公室") for _ in range(30)]
    assert not any(story.lead for story in stories)
    assert "author" in {person.role for story in stories for person in story.byline}


@pytest.mark.parametrize(
    ("qualifier", "unit", "value"),
    [("exact", "万户", 30_000), ("over", "亿元", 300_000_000), ("han", "成", 3), ("about", "%", 3)],
)
def test_wan_and_yi_are_multiplied_into_the_value(qualifier: str, unit: str, value: float) -> None:
    assert invent_figure(Random(1), qualifier, "3-3", unit).value == value


@settings(max_examples=60)
@given(st.integers(), st.integers(1, 900), st.integers(1, 900), st.sampled_from(["条", "万人", "亿元", "%"]))
def test_a_range_goes_upwards(seed: int, low: int, more: int, unit: str) -> None:
    figure = invent_figure(Random(seed), "range", f"{low}-{low + more}", unit)
    assert figure.value_max is not None
    assert figure.value < figure.value_max
