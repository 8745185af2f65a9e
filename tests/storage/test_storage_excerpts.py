"""Excerpts: the piece that holds the words, as the text is written."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.storage import words
from nnnews.storage.excerpts import excerpt
from nnnews.storage.search import search
from nnnews.storage.store import save
from nnnews.storage.stored import StoredArticle

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def stored(text: str) -> StoredArticle:
    return StoredArticle(1, Article(key="n/1", title="题", text=text), NOON, NOON)


def marked(text: str, words: str) -> list[str]:
    piece = excerpt(stored(text), words)
    return [piece.text[first:last] for first, last in piece.hits]


def test_it_begins_a_little_before_the_first_word_and_says_what_was_cut() -> None:
    piece = excerpt(stored("甲" * 50 + "防汛" + "乙" * 90), "防汛")
    assert piece.text == "…" + "甲" * 20 + "防汛" + "乙" * 58 + "…"
    assert piece.hits == ((21, 23),)


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("代表建议加快办理，代表建议落实。", "代表建议", ["代表建议", "代表建议"]),
        ("代表建议加快办理。", "代表建議", ["代表建议"]),  # Traditional
        ("ＨＭＣ５０１０型设备", "hmc5010", ["ＨＭＣ５０１０"]),
        ("面积５㎡的㍿公司", "公司", ["公司"]),  # folding makes one character several
        ("代表听取汇报\n并提出建议", "建议 代表", ["代表", "建议"]),
        ("正文里没有", "标题", []),
    ],
)
def test_every_word_is_marked_as_it_is_written(text: str, words: str, hits: list[str]) -> None:
    assert marked(text, words) == hits


@given(text=st.text(), asked=st.text(max_size=4))
def test_marks_lie_inside_whatever_the_text(text: str, asked: str) -> None:
    piece = excerpt(stored(text), asked)
    assert all(0 <= first < last <= len(piece.text) for first, last in piece.hits)


def test_the_best_match_comes_first_when_asked_for(connection: Connection, article: Callable[..., Article]) -> None:
    texts = (
        "防汛物资储备。" + "别的事情。" * 60,
        "防汛，防汛，还是防汛。",
        "水库。" * 20,
        "今天说别的。防汛。" + "别的事情。" * 30,
    )
    titles = ("题", "题", "防汛", "题")
    ids = [
        save(connection, article(n, text=text, title=title)).article_id
        for n, (text, title) in enumerate(zip(texts, titles, strict=True))
    ]
    words.index_waiting(connection)
    assert [found.id for found in search(connection, "防汛")] == ids[::-1]
    assert {found.id for found in search(connection, "防汛", ranked=True, limit=2)} == {ids[1], ids[2]}
    assert search(connection, "防汛", ranked=True)[-1].id == ids[0]
