"""Sentences and their spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nnnews.text.sentences import sentence_spans


def test_a_sentence_keeps_its_mark_and_closing_quote() -> None:
    text = "“路修好了。”他说。 真好！\n\n下一段"
    assert [text[a:b] for a, b in sentence_spans(text)] == ["“路修好了。”", "他说。", "真好！", "下一段"]


@given(st.text(alphabet="路。！？\n “”3）x", max_size=40))
def test_spans_cover_all_but_space_in_order(text: str) -> None:
    spans = list(sentence_spans(text))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
