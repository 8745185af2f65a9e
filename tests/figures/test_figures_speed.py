"""Reading is linear: no line of a megabyte takes long."""

import time

import pytest

from nnnews.figures import read_figures

SIZE = 1_000_000
PATTERNS = (
    *"7１万一十半零（“《—约的 ",
    *("一二", "三点", "1—", "1,234,", "0.0", "〓", "翻了", "1/", "a1", "第一、", "0771-", "1:", "1、", "检查"),
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_megabyte_of_one_pattern_is_read_in_time(pattern: str) -> None:
    line = pattern * (SIZE // len(pattern.encode()))
    started = time.process_time()
    read_figures(line)
    assert time.process_time() - started < 3


def test_time_grows_with_the_length_and_no_faster() -> None:
    def seconds(times: int) -> float:
        text = "今年走访企业21家，发放问卷300份，满意率由82%提高到97%，分别增长3%和5%。" * times
        started = time.process_time()
        read_figures(text)
        return time.process_time() - started

    seconds(50)
    assert seconds(2000) < 40 * max(seconds(200), 0.005)
