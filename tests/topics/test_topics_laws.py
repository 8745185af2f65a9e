"""What holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.topics import congress_facts, explain, weigh

PIECES = [
    "县人大",
    "人大代表",
    "令人大开眼",
    "历任",
    "第十届",
    "第二次会议",
    "代表建议",
    "来源：",
    "原",
    "，",
    "。",
    "\n",
    "的",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@settings(max_examples=80, deadline=None)
@given(title=TEXTS, text=TEXTS)
def test_the_score_is_a_share_and_decides(title: str, text: str) -> None:
    congress = weigh(title, text)
    assert 0 <= congress.score < 1
    assert congress.relevant == (congress.score >= 0.5)
    assert congress.relevant or not congress.topics


@settings(max_examples=80, deadline=None)
@given(title=TEXTS, text=TEXTS)
def test_evidence_slices_back_and_explain_agrees_with_weigh(title: str, text: str) -> None:
    explanation = explain(title, text)
    joined = f"{title}\n{text}"
    assert all(joined[found.start : found.end] == found.word for found in explanation.evidence)
    assert explanation.congress == weigh(title, text)


@pytest.mark.parametrize(
    "piece", ["人大", "历任", "第十届人大", "通过《", "作出", "人大主任", "第一届", "当选市", "人大代表、"]
)
def test_a_text_without_end_is_judged_as_its_beginning_is(piece: str) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (100_000 // len(piece))
    assert weigh(None, long).relevant == weigh(None, short).relevant
    assert congress_facts(None, long) == congress_facts(None, short)
