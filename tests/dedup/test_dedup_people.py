"""Other people in one place of two texts. All names are invented."""

import pytest

from nnnews.dedup.people import other_people


@pytest.mark.parametrize(
    ("one", "two", "before", "after", "names"),
    [
        ("韦海明", "黄文静", "由常委会副主任", "主持会议", ("韦海明", "黄文静")),
        ("海明", "志远", "由常委会副主任韦", "主持会议", ("韦海明", "韦志远")),
        ("娜", "平", "糖厂农务科长王", "表示", ("王娜", "王平")),
        ("赵", "马", "常委会主任", "娜主持", ("赵娜", "马娜")),
        ("志", "", "联系人陆", "国莫海静", ("陆志国", "陆国")),
        ("明陆子昂", "静甘立新", "大会选举韦海", "为副主任委员", ("韦海明陆子昂", "韦海静甘立新")),
        ("覃珺", "蓝聿珉", "监督人", "", ("覃珺", "蓝聿珉")),
    ],
)
def test_names_are_seen_whole(one: str, two: str, before: str, after: str, names: tuple[str, str]) -> None:
    assert other_people(one, two, before, after) == names


@pytest.mark.parametrize(
    ("one", "two", "before", "after"),
    [
        ("明", "铭", "由常委会副主任韦海", "主持会议"),
        ("明", "的", "由常委会副主任韦海", "主持会议"),
        ("认真", "积极", "要求各部门", "落实"),
        ("时指出", "时强调", "代表在调研", "要压实责任"),
        ("表示", "说", "糖厂农务科长杨平", "将合理发放"),
        ("以及", "和", "委员罗干", "其他负责人"),
        ("", "均", "群众反映的道路问题", "已经解决"),
    ],
)
def test_a_slip_or_another_word_is_no_other_person(one: str, two: str, before: str, after: str) -> None:
    assert other_people(one, two, before, after) is None
