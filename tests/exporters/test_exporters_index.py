"""The page's search index: exact, in small shards that a new article rewrites few of."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.exporters.page.postings import decode, encode
from nnnews.exporters.page.scripts import unpack
from nnnews.exporters.page.shards import covered, shard_of, shards_for, turn
from nnnews.items import Article
from nnnews.storage import writing
from nnnews.storage.store import save

COUNTS = st.integers(0, 200_000)


@settings(max_examples=60)
@given(st.sets(st.integers(1, 3000)))
def test_ids_come_back_from_their_short_form(ids: set[int]) -> None:
    assert decode(encode(sorted(ids))) == sorted(ids)


def test_ids_that_stand_close_take_a_bit_each() -> None:
    assert len(encode(range(70_000, 80_000))) < 10_000 / 6 + 8


@settings(max_examples=60)
@given(COUNTS, st.data())
def test_a_shard_lacks_fewer_articles_than_its_turn(count: int, data: st.DataObject) -> None:
    shards = shards_for(count)
    shard = data.draw(st.integers(0, shards - 1))
    assert 0 <= count - covered(count, shards, shard, turn(shards)) < turn(shards)


@settings(max_examples=20)
@given(st.integers(100, 50_000))
def test_twenty_new_articles_are_the_turn_of_few_shards(count: int) -> None:
    shards = shards_for(count + 20)
    every = turn(shards)
    due = [i for i in range(shards) if covered(count, shards, i, every) != covered(count + 20, shards, i, every)]
    assert len(due) <= 4 * 20 + 4


def test_a_shard_has_between_twelve_and_twenty_four_articles() -> None:
    assert all(12 <= count / shards_for(count) <= 24 for count in (25, 1000, 33_333, 100_000))


@pytest.fixture
def year(empty_office: Any, visit: Article) -> Iterator[Any]:
    """A hundred articles of one year, and an export after each half."""
    for half in range(2):
        with writing(empty_office.engine) as connection:
            for number in range(50):
                text = f"第{half}轮第{number}次视察，代表走进第{number * 7 % 10}个小区看{chr(0x6C34 + number)}管。" * 2
                article = replace(visit, key=f"nnnews/{half}-{number}", text=text, figures=())
                save(connection, article, empty_office.now)
        empty_office.export()
    return empty_office


def shards(root: Path) -> dict[str, Any]:
    files = sorted(root.glob("idx/2026/*/*.js"))
    return {str(file.relative_to(root)): json.loads(unpack(file.read_text("utf-8"))) for file in files}


def test_continued_shards_are_those_that_are_made_anew(year: Any, tmp_path: Path) -> None:
    continued = shards(year.config.exports)
    year.config = replace(year.config, exports=tmp_path / "anew")
    year.export()
    assert continued == shards(tmp_path / "anew")


def test_a_word_and_the_newest_articles_name_all_that_hold_it(year: Any) -> None:
    told = shards(year.config.exports)
    shard = told[f"idx/2026/0/{shard_of('走进', len(told))}.js"]
    assert decode(shard["words"]["走进"]) == list(range(1, shard["count"] + 1))
    assert shard["upto"] == shard["count"]


def test_a_damaged_shard_is_made_anew(year: Any, visit: Article, tmp_path: Path) -> None:
    for name in shards(year.config.exports):
        (year.config.exports / name).write_text("nnnews.take(")
    for number in range(2):
        year.add(replace(visit, key=f"nnnews/{number}", text=f"又一篇稿件说的是{number}号榕树。" * 3, figures=()))
    year.export()
    mended = shards(year.config.exports)
    year.config = replace(year.config, exports=tmp_path / "anew")
    year.export()
    assert mended == shards(tmp_path / "anew")
