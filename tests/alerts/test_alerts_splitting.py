"""Texts cut for a service."""

from hypothesis import given
from hypothesis import strategies as st

from nnnews.alerts.splitting import split, utf8


@given(st.text(), st.integers(4, 60))
def test_the_parts_fit_and_joined_they_are_the_text(text: str, limit: int) -> None:
    parts = list(split(text, limit))
    assert "".join(parts) == text
    assert all(0 < utf8(part) <= limit for part in parts)


def test_fifteen_hundred_characters_are_three_posts_of_wecom() -> None:
    parts = list(split("议" * 1500, 2048))
    assert [len(part) for part in parts] == [682, 682, 136]


def test_a_cut_stands_behind_a_line_rather_than_behind_a_sentence_or_a_word() -> None:
    assert list(split("一二三四五六七\n八九。十\n甲乙", 34)) == ["一二三四五六七\n", "八九。十\n甲乙"]
    assert list(split("一二三四五六七。八，九十甲", 33)) == ["一二三四五六七。", "八，九十甲"]
    assert list(split("一二三四五六七，八九十甲", 33)) == ["一二三四五六七，", "八九十甲"]


def test_an_early_line_end_does_not_make_a_tiny_part() -> None:
    assert list(split("一\n二三四五六七八九", 24)) == ["一\n二三四五六七", "八九"]
