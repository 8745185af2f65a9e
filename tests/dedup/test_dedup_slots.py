"""Gaps fall into slots, and slots hold numbers, people, places."""

import pytest
from dedup_texts import PLACES

from nnnews.dedup.slots import slots
from nnnews.dedup.words import are_places
from nnnews.text.alignment import common_runs, gaps


def opposed(here: str, there: str) -> list[tuple[str, str]]:
    """What stands in the slots of two texts."""
    between = gaps(common_runs(here, there), len(here), len(there))
    return [slot.words for gap in between for slot in slots(here, there, gap, PLACES)]


@pytest.mark.parametrize(
    ("here", "there", "slots_found"),
    [
        ("代表视察了12个改造小区的现场", "代表视察了15个改造小区的现场", [("12", "15")]),
        ("会议定于8月12日上午在礼堂召开", "会议定于12月9日上午在礼堂召开", [("8", "12"), ("12", "9")]),
        ("检查组来到三塘镇实地察看水源", "检查组来到五塘镇实地察看水源", [("三塘镇", "五塘镇")]),
        ("大会选举韦海明陆子昂为副主任委员", "大会选举黄文静甘立新为副主任委员", [("韦海明陆子昂", "黄文静甘立新")]),
        ("群众反映的道路问题已经解决了", "群众反映的道路问题均已经解决了", [("", "均")]),
    ],
)
def test_a_slot_is_the_least_that_differs(here: str, there: str, slots_found: list[tuple[str, str]]) -> None:
    assert opposed(here, there) == slots_found


def test_a_slot_knows_what_stands_around_it() -> None:
    here, there = "由常委会副主任韦海明主持会议并讲话", "由常委会副主任黄文静主持会议并讲话"
    (gap,) = gaps(common_runs(here, there), len(here), len(there))
    (slot,) = slots(here, there, gap, {})
    assert slot.before.endswith("副主任")
    assert slot.after.startswith("主持会议")


def test_places_are_known_by_their_ending() -> None:
    assert are_places("青秀", "江南", "区人大")
    assert are_places("横州市", "宾阳县", "人民")
    assert not are_places("隆安", "隆和", "县")
    assert not are_places("认真", "积极", "开展")


def test_an_ending_that_begins_another_word_makes_no_place() -> None:
    assert not are_places("参加", "出席", "社会活动")
    assert not are_places("开展", "进行", "办理工作")
