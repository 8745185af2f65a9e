"""Words beside 记者 that are no people: outlets by their short names, stations, ranks."""

import pytest

from nnnews.byline import read_credits

TEXT = "代表们在会上提出了意见和建议，有关部门当场作了答复，并承诺在一个月内整改到位。"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（示例日报记者站 记者 蒋南）", "reporter"),
        ("示例日报横江记者站记者 蒋南", "reporter"),
        ("采写：南都见习记者 蒋南", "reporter"),
        ("（职工通讯员 蒋南）", "correspondent"),
        ("（蒋南 对此文亦有贡献）", "contributor"),
    ],
)
def test_only_the_person_is_credited(line: str, role: str) -> None:
    credits = read_credits([TEXT, TEXT, line])
    assert [(person.name, person.role) for person in credits.people] == [("蒋南", role)]
    assert credits.lines == (TEXT, TEXT)


def test_a_columnist_is_named_before_the_text() -> None:
    credits = read_credits(["【文/示例网专栏作者 蒋南】", TEXT])
    assert [person.name for person in credits.people] == ["蒋南"]


def test_an_outlet_that_sends_a_picture_is_no_photographer() -> None:
    assert read_credits([TEXT, "“求助”纸团。横江公安分局供图 示例网发"]).people == ()
