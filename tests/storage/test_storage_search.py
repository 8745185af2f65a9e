"""Searching: every text that holds the words, and no other."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from nnnews.items import SHANGHAI, Article, Person
from nnnews.storage import bigrams, open_store, words, writing
from nnnews.storage.search import Filter, search
from nnnews.storage.store import save

Make = Callable[..., Article]


@pytest.fixture(params=[0, 1, 3], ids=["all wait for the index", "some are in the index", "all are in the index"])
def library(connection: Connection, article: Make, request: pytest.FixtureRequest) -> Connection:
    texts = (
        "市人大常委会部署防汛工作，检查水库12座，投入资金5.9亿元。",
        "代表建议增加社区养老床位，天河区2024年新增床位300张，HMC5010X型设备到位。",
        "公安机关通报一起走私案，涉案金额59亿元。代表建议加强打击走私。",
    )
    for number, text in enumerate(texts):
        person = Person(f"韦小{'甲乙丙'[number]}", "reporter")
        own = {"text": text, "title": f"标题{number}", "source": "邕江日报", "byline": (person,)}
        save(connection, article(number, district=("青秀区", None, "横州市")[number], **own))
        if number < request.param:
            words.index_waiting(connection)
    return connection


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("防汛", ["标题0"]),
        ("代表建议", ["标题2", "标题1"]),
        ("代表建議", ["标题2", "标题1"]),  # Traditional
        ("走私案", ["标题2"]),
        ("走私 公安", ["标题2"]),
        ("床", ["标题1"]),
        ("省", []),
        ("5.9亿", ["标题0"]),
        ("59亿", ["标题2"]),
        ("５．９亿", ["标题0"]),  # full width
        ("天河区2024年", ["标题1"]),
        ("hmc5010x", ["标题1"]),
        ("韦小乙", ["标题1"]),
        ("邕江日报", ["标题2", "标题1", "标题0"]),
        ("标题1", ["标题1"]),
        ("防汛 养老", []),
        ('"防汛" OR', []),
        ("防汛*", []),
        ("", []),
        ("，。%", []),
    ],
)
def test_words_find_what_holds_them_all_newest_first(library: Connection, words: str, titles: list[str]) -> None:
    assert [found.article.title for found in search(library, words)] == titles


def test_a_search_is_held_to_a_district_a_day_and_a_number(library: Connection) -> None:
    assert [found.article.title for found in search(library, "代表", Filter("横州市"))] == ["标题2"]
    assert len(search(library, "代表", Filter(since=datetime(2026, 3, 5, tzinfo=SHANGHAI)))) == 2
    assert search(library, "代表", Filter(since=datetime(2026, 3, 6, tzinfo=UTC))) == []
    assert len(search(library, "代表", limit=1)) == 1


@pytest.mark.parametrize("indexed", [(False, False), (True, False), (False, True), (True, True)])
def test_a_changed_article_is_found_by_its_new_words_only(
    connection: Connection, article: Make, indexed: tuple[bool, bool]
) -> None:
    for text, now in zip(("原来说的是水库除险加固。", "现在说的是农村公路养护。"), indexed, strict=True):
        save(connection, article(1, text=text))
        if now:
            words.index_waiting(connection)
    assert search(connection, "水库") == []
    assert len(search(connection, "公路")) == 1


HAN = st.text("人大代表会议〇一二", min_size=1, max_size=8)
MIXED = st.lists(st.one_of(HAN, st.sampled_from(["，", " ", "5.9", "2026", "abc", "％", "。\n"])), max_size=8)


@pytest.fixture(scope="module")
def empty() -> Iterator[Connection]:
    engine = open_store("sqlite://")
    with writing(engine) as connection:
        yield connection
    engine.dispose()


@settings(max_examples=60, deadline=None)
@given(asked=HAN, pieces=MIXED, number=st.integers(0, 10**9))
def test_a_word_of_han_is_found_exactly_where_it_stands(
    empty: Connection, asked: str, pieces: list[str], number: int
) -> None:
    text = "".join(pieces) or "空"
    point = empty.begin_nested()
    save(empty, Article(key=f"nnnews/{number}", title="题", text=text))
    for _ in ("before and after", "it is in the index"):
        assert bool(search(empty, asked)) == (asked in bigrams.fold(text))
        words.index_waiting(empty)
    point.rollback()


@given(st.text())
def test_no_query_breaks_the_search(words: str) -> None:
    assert bigrams.query(words).count('"') % 2 == 0
