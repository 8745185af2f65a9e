"""Lines without end: none of them stops the reading of a text."""

import pytest

from nnnews.figures import read_figures

PIECES = (
    *"7１万一十半零（“《—约的 ",
    *("一二", "三点", "1—", "1,234,", "0.0", "〓", "翻了", "1/", "a1", "第一、", "0771-", "1:", "1、", "检查"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_what_stands_below_a_line_without_end_is_read(piece: str) -> None:
    below = "今年以来，代表深入基层听取意见，依法履行职责。" * 3 + "走访企业21家。"
    figures = read_figures(piece * (50_000 // len(piece)) + "\n" + below)
    assert figures[-1].text == "21家"


def test_a_line_of_data_is_read_so_far_and_the_next_one_whole() -> None:
    figures = read_figures("3年、" * 6_000 + "\n" + "走访企业21家，" * 10)
    assert len(figures) == 5_000 + 10
