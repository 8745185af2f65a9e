"""Common runs, and what stands between them."""

from dedup_texts import NOTICE
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.dedup.facts import facts, shared_facts
from nnnews.dedup.series import part_marks
from nnnews.text.alignment import ANCHOR, common_runs, gaps


@settings(max_examples=60, deadline=None)
@given(st.text("人大代表会议", max_size=80), st.text("人大代表会议", max_size=80))
def test_runs_ascend_and_say_the_same_and_gaps_hold_the_rest(here: str, there: str) -> None:
    runs = common_runs(here, there)
    assert all(here[run.start : run.start + run.length] == there[run.other : run.other + run.length] for run in runs)
    assert all(run.length >= ANCHOR for run in runs)
    between = list(gaps(runs, len(here), len(there)))
    assert sum(gap.end - gap.start for gap in between) + sum(run.length for run in runs) == len(here)
    assert sum(gap.other_end - gap.other for gap in between) + sum(run.length for run in runs) == len(there)


def test_a_text_is_one_run_of_itself() -> None:
    (run,) = common_runs(NOTICE, NOTICE)
    assert run == (0, 0, len(NOTICE))


def test_a_changed_word_is_the_gap_between_two_runs() -> None:
    other = NOTICE.replace("自来水厂", "净水厂")
    (gap,) = gaps(common_runs(NOTICE, other), len(NOTICE), len(other))
    assert (NOTICE[gap.start : gap.end], other[gap.other : gap.other_end]) == ("自来", "净")


def test_a_moved_paragraph_leaves_the_longer_part_aligned() -> None:
    first, second = NOTICE.split("\n")
    runs = common_runs(NOTICE, f"{second}\n{first}")
    assert sum(run.length for run in runs) >= max(len(first), len(second)) - 1


def test_notices_of_two_weeks_share_few_facts() -> None:
    week = "截至{}日，白菜{}元，鸡蛋{}元，猪肉{}元，监测市场{}家"
    one, two = facts(week.format(8, 3.2, 5.1, 14.6, 36)), facts(week.format(15, 3.6, 5.3, 14.1, 36))
    assert shared_facts(one, two) == 0.2
    assert shared_facts(one, one) == 1.0


def test_two_numbers_are_too_few_to_tell() -> None:
    assert shared_facts(facts("3月5日"), facts("4月6日，12人，15户，16件")) is None


def test_the_facts_of_a_cut_are_those_of_the_long_text() -> None:
    whole = "，".join(f"第{number}户{number * 7}斤" for number in range(1, 90))
    assert shared_facts(facts(whole), facts(whole[: len(whole) // 2])) == 1.0


def test_the_numbers_of_parts_are_read_in_their_forms() -> None:
    titles = (
        "走进联络站之二",
        "代表风采（三）",
        "一线见闻（下）",
        "每周菜价第12期",
        "履职故事③",
        "系列评论二",
        "第十二次会议",
    )
    assert [part_marks([title]) for title in titles] == [
        {mark} for mark in ("二", "三", "下", "12期", "③", "二", "第十二次")
    ]
    assert part_marks(["横州市人大常委会视察糖厂"]) == frozenset()
