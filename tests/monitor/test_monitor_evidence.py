"""Laws of the evidence, and of the sum that it makes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nnnews.monitor.evidence import of_length, of_links, of_share
from nnnews.monitor.measures import EDITOR, Share
from nnnews.monitor.past import rate_of
from nnnews.monitor.scores import ENOUGH, Score
from nnnews.storage.stored import SiteDay

TODAY = date(2026, 3, 2)


def learned(*days: tuple[int, int]) -> list[SiteDay]:
    return [SiteDay("nnrb", TODAY, learned={"shares": {"source/found": day}}) for day in days]


@given(st.integers(1, 40), st.floats(0.2, 0.99), st.floats(5, 500))
def test_pages_that_all_give_the_field_never_speak_against_the_site(pages: int, rate: float, strength: float) -> None:
    assert of_share(pages, pages, rate, strength) <= 1e-9


@given(st.floats(0.3, 0.98))
def test_a_rate_known_from_more_pages_makes_a_loss_more_telling(rate: float) -> None:
    assert of_share(0, 5, rate, 400) >= of_share(0, 5, rate, 10)


@given(st.integers(3, 60), st.integers(4, 20))
def test_days_that_differ_widen_the_margin(days: int, pages: int) -> None:
    share = Share("source", "found", 0, 5, 0.05, EDITOR)
    steady = rate_of(share, learned(*[(pages // 2, pages)] * days * 2))
    changing = rate_of(share, learned(*[(0, pages), (pages // 2 * 2, pages)] * days))
    assert changing.strength < steady.strength


def test_a_longer_past_narrows_the_margin() -> None:
    share = Share("source", "found", 0, 5, 0.05, EDITOR)
    assert rate_of(share, learned(*[(9, 10)] * 60)).strength > 2 * rate_of(share, learned(*[(9, 10)] * 5)).strength


@given(st.floats(0, 5), st.floats(0.01, 1))
def test_lengths_count_both_ways_and_links_only_when_they_fail(offset: float, variance: float) -> None:
    assert of_length(offset, variance) == of_length(-offset, variance)
    assert of_links(-offset, variance) < 0


@given(st.lists(st.floats(-20, 20), max_size=30))
def test_a_sum_stays_between_nothing_and_its_ceiling_and_survives_the_store(evidence: list[float]) -> None:
    score = Score()
    for number, one in enumerate(evidence):
        score = score.on(date.fromordinal(TODAY.toordinal() + number)).take((1.0, 1.0), one, one, matters=True)
        assert 0 <= score.total <= 14
        assert Score.read(score.kept()).broken == score.broken


def test_what_does_not_matter_makes_uneasy_and_never_breaks() -> None:
    score = Score().on(TODAY).take((9.0, 10.0), ENOUGH * 2, ENOUGH * 2, matters=False)
    assert score.state == "uneasy"
