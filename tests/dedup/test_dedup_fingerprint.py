"""The fingerprint: equal for what a reader calls the same text, and for nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnnews.dedup import fingerprint, fold

TEXT = "青秀区人大常委会组织代表视察老旧小区改造，走进12个小区，提出建议36条，涉及资金5.9亿元，完成率达到98%。"


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("，", ", "),
        TEXT.replace("，", "，\n　　"),
        TEXT.replace("12", "１２").replace("5.9", "5．9"),
        TEXT.replace("青秀区", "“青秀区”"),
        f"\ufeff{TEXT}\u200b",
    ],
)
def test_spacing_punctuation_and_width_make_no_difference(same: str) -> None:
    assert fingerprint(same) == fingerprint(TEXT)


@pytest.mark.parametrize(
    ("old", "new"), [("12", "13"), ("5.9", "59"), ("青秀", "良庆"), ("走进12个", "走进1-2个"), ("完成", "未完成")]
)
def test_another_number_or_name_is_another_text(old: str, new: str) -> None:
    assert fingerprint(TEXT.replace(old, new)) != fingerprint(TEXT)


def test_a_range_or_a_fraction_is_not_a_number() -> None:
    assert fold("3-5人") != fold("35人")
    assert fold("3—5人") != fold("35人")
    assert fold("¼的代表") != fold("14的代表")


def test_a_short_text_counts_its_title() -> None:
    assert fingerprint("图为会议现场。", "横州市代表视察") != fingerprint("图为会议现场。", "宾阳县代表视察")
    assert fingerprint(TEXT, "横州市代表视察") == fingerprint(TEXT, "宾阳县代表视察")


def test_a_fingerprint_is_128_bits_in_hex() -> None:
    assert len(bytes.fromhex(fingerprint(""))) == 16


@given(st.text(), st.sampled_from(["\n", " ", "\u3000", "\t"]), st.integers(0, 50))
def test_a_space_anywhere_makes_no_difference(text: str, space: str, place: int) -> None:
    assert fingerprint(text[:place] + space + text[place:]) == fingerprint(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
