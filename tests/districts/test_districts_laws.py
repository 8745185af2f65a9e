"""What holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.districts import explain, locate

PIECES = [
    "南宁",
    "青秀区",
    "江南",
    "城厢镇",
    "武鸣",
    "隆安县",
    "马山镇",
    "高新区",
    "云溪县",
    "人大",
    "全市",
    "，",
    "。",
    "的",
    "\n",
    "、",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@settings(max_examples=60, deadline=None)
@given(title=TEXTS, text=TEXTS)
def test_mentions_slice_back_and_counts_are_positive(title: str, text: str) -> None:
    for mention in explain(title, text):
        assert (title if mention.in_title else text)[mention.start : mention.end] == mention.surface
    assert all(place.count > 0 for place in locate(title, text).places)


@settings(max_examples=60, deadline=None)
@given(title=TEXTS, text=TEXTS)
def test_the_district_is_among_the_places_and_reading_is_deterministic(title: str, text: str) -> None:
    located = locate(title, text)
    assert located == locate(title, text)
    assert located.district is None or located.district in {place.name for place in located.places}


@pytest.mark.parametrize(
    "piece", ["南宁市", "城厢镇", "青秀、", "县", "云溪县人大，", "湖南", "全市", "太平镇", "自治县", "到"]
)
def test_a_text_without_end_is_about_what_its_beginning_is_about(piece: str) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (100_000 // len(piece))
    assert locate(None, long).district == locate(None, short).district
