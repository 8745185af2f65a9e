"""Numerals as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnnews.text.numerals import parse_numeral

TENS = ("", "十", "百", "千")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("12", 12),
        ("１２．５", 12.5),
        ("1,234,567", 1234567),
        ("1.2万", 12000),
        ("1.2万亿", 1.2e12),
        ("1亿5000万", 150_000_000),
        ("三百二十", 320),
        ("一百零五", 105),
        ("一百二", 120),
        ("一万五", 15000),
        ("两千零五", 2005),
        ("十", 10),
        ("一点二万", 12000),
        ("三分之一", 1 / 3),
        ("百分之五点五", 0.055),
        ("二〇二三", 2023),
        ("一九六0", 1960),
        ("百万", 1_000_000),
        ("5千", 5000),
    ],
)
def test_a_numeral_has_its_value(numeral: str, value: float) -> None:
    assert parse_numeral(numeral) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "个", "十十", "1.2.3", "三个", "12,34", "百千", "0分之1", "万" * 200])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert parse_numeral(text) is None


def spoken(number: int) -> str:
    """A number below ten thousand as it is written in Chinese."""
    text = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += "一二三四五六七八九"[digit - 1] + TENS[place]
        elif text and not text.endswith("零") and number % 10**place:
            text += "零"
    return text


@given(st.integers(1, 9999))
def test_every_number_below_ten_thousand_is_read_back(number: int) -> None:
    assert parse_numeral(spoken(number)) == number


@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_wan_adds_what_follows(high: int, low: int) -> None:
    assert parse_numeral(f"{spoken(high)}万{spoken(low)}") == high * 10_000 + low
