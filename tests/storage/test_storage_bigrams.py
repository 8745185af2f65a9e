"""Tokens: every pair of neighbouring Han characters, each run's last one, and the words between."""

from hypothesis import given
from hypothesis import strategies as st

from nnnews.storage import bigrams

HAN = st.text(alphabet="防汛抗旱豈𠀀", min_size=1, max_size=6)


def test_a_text_is_cut_into_pairs_last_characters_and_words() -> None:
    tokens = bigrams.index_tokens("防汛抗旱，投入３．５亿元").split()
    assert tokens == ["防汛", "汛抗", "抗旱", "旱", "投入", "入", "亿元", "元", "3.5"]


def test_a_text_without_han_characters_has_words_only() -> None:
    assert bigrams.index_tokens("HMC5010X—2024").split() == ["hmc5010x", "2024"]
    assert bigrams.index_tokens("……").split() == []


@given(st.lists(HAN))
def test_each_run_is_cut_as_if_it_stood_alone(runs: list[str]) -> None:
    alone = [token for run in runs for token in bigrams.index_tokens(run).split()]
    assert bigrams.index_tokens("，".join(runs)).split() == alone


@given(HAN)
def test_each_part_of_two_characters_is_a_token(run: str) -> None:
    folded = bigrams.fold(run)
    pairs = [folded[at : at + 2] for at in range(len(folded) - 1)]
    assert bigrams.index_tokens(run).split() == [*pairs, folded[-1]]
