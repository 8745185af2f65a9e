"""Over a hundred and sixty invented sentences, labelled before the grammar had seen them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented_labels import Label, Score, invented, score

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "articles.jsonl"


@pytest.fixture(scope="module")
def total() -> Score:
    return score(invented())


def test_numbers_and_units_are_read(total: Score) -> None:
    assert total.labels > 300
    assert total.f1 >= 0.98


def test_bounds_are_right(total: Score) -> None:
    assert total.bounds / total.right >= 0.98


def test_subjects_share_their_head_noun_with_the_reader(total: Score) -> None:
    assert total.heads / total.right >= 0.82


def _corpus() -> Iterator[tuple[str, list[Label]]]:
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield article["clean_body"], [Label(**{"value_max": None, **label}) for label in article["figures"]]


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus/articles.jsonl is absent")
def test_the_labelled_corpus_is_read() -> None:
    total = score(_corpus())
    assert total.f1 >= 0.97
    assert total.bounds / total.right >= 0.97
    assert total.heads / total.right >= 0.88
