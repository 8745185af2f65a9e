"""A changed article costs the page's search index as little as a new one, and finds stay exact."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from nnnews.exporters import export_all
from nnnews.exporters.page.postings import decode
from nnnews.exporters.page.scripts import unpack
from nnnews.exporters.page.shards import shard_of
from nnnews.items import Article
from nnnews.storage import queries, reading, revisions, writing
from nnnews.storage.store import save

WORDS = ("走进", "榕树", "水管", "视察", "甲乙")
COUNT = 120  # articles: 8 shards, whose turn comes every fourth change


@pytest.fixture
def year(empty_office: Any, visit: Article) -> Iterator[Any]:
    """Articles of one year, exported."""
    with writing(empty_office.engine) as connection:
        for number in range(COUNT):
            save(connection, invented(visit, number, "走进"), empty_office.now)
    export(empty_office)
    return empty_office


def export(office: Any) -> list[str]:
    """The files of the page that were written."""
    return list(export_all(office.engine, office.config, ["page"]).written)


def invented(visit: Article, number: int, word: str) -> Article:
    text = f"第{number}次视察，代表{word}第{number * 7 % 31}个小区看{chr(0x6C34 + number)}管。" * 2
    return replace(visit, key=f"nnnews/{number}", text=text, figures=())


def change(office: Any, article: Article, *, before: Any = "as stored") -> None:
    with writing(office.engine) as connection:
        save(connection, article, office.now, **({} if before == "as stored" else {"before": before}))
    office.now += timedelta(days=1)


def withdraw(office: Any, article_id: int) -> None:
    with writing(office.engine) as connection:
        if not revisions.withdrawn(connection, article_id, office.now):
            revisions.restored(connection, article_id, office.now)
    office.now += timedelta(days=1)


def told(root: Path, pattern: str) -> dict[str, Any]:
    files = sorted(root.glob(pattern))
    return {str(file.relative_to(root)): json.loads(unpack(file.read_text("utf-8"))) for file in files}


def index(root: Path) -> dict[str, Any]:
    return told(root, "idx/*/*/*.js") | told(root, "list/catalogue.js")


def found(root: Path, word: str) -> tuple[set[int], set[int]]:
    """What a shard surely holds of the word, and what is to be looked through, as search.js has it."""
    [[name, shards, _, tail, changed, changes]] = told(root, "list/catalogue.js")["list/catalogue.js"]["years"]
    [shard] = told(root, f"idx/{name}/*/{shard_of(word, shards)}.js").values()
    unsure = {id_ for id_ in tail if id_ > shard["upto"]} | set(changed[len(changed) - changes + shard["changes"] :])
    return set(decode(shard["words"].get(word, ""))) - unsure, unsure


def holding(office: Any, word: str) -> set[int]:
    with reading(office.engine) as connection:
        every = [(stored, stored.withdrawn) for stored in queries.every(connection)]
    fields = {one.id: (one.article.title or "", "" if gone else one.article.text) for one, gone in every}
    return {id_ for id_, own in fields.items() if any(word in field for field in own)}


def require_exact(office: Any) -> None:
    for word in WORDS:
        sure, unsure = found(office.config.exports, word)
        right = holding(office, word)
        assert sure <= right <= sure | unsure, word


def require_same_as_anew(office: Any, folder: Path) -> None:
    export_all(office.engine, replace(office.config, exports=folder), ["page"])
    assert index(office.config.exports) == index(folder)


def test_an_edit_is_the_turn_of_few_shards(year: Any, visit: Article) -> None:
    change(year, invented(visit, 3, "走过榕树"))
    written = [name for name in export(year) if name.startswith("idx/") and not name.endswith(".json")]
    assert len(written) <= 2
    require_exact(year)


def test_a_withdrawal_is_the_turn_of_few_shards(year: Any) -> None:
    withdraw(year, 7)
    assert sum(name.startswith("idx/") for name in export(year)) <= 3  # with the manifest
    require_exact(year)


def test_after_a_turn_no_shard_has_the_words_of_before(year: Any, visit: Article) -> None:
    for number in range(5):
        change(year, invented(visit, number, "绕过榕树"))
    export(year)
    assert all(1 not in found(year.config.exports, word)[0] for word in ("走进", "表走"))
    assert 1 in found(year.config.exports, "榕树")[0]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_finds_are_exact_and_bytes_those_of_a_rebuild(
    year: Any, visit: Article, tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    for step in range(3):
        for _ in range(dice.choice((1, 3, 12, 30))):
            number = dice.randrange(COUNT + 30)  # some of them are new
            if dice.random() < 0.3 and number < COUNT:
                withdraw(year, number + 1)
            else:
                change(year, invented(visit, number, dice.choice(WORDS) + str(dice.random())))
        export(year)
        require_exact(year)
        require_same_as_anew(year, tmp_path / str(step))


def test_a_replay_after_an_edit_is_taken_in(year: Any, visit: Article, tmp_path: Path) -> None:
    for number in range(12):
        change(year, invented(visit, number, "绕过榕树"))
    export(year)
    for number in (2, 11, 50):
        change(year, invented(visit, number, "甲乙"), before=None)
    export(year)
    require_exact(year)
    require_same_as_anew(year, tmp_path / "anew")


def test_an_edit_that_moves_an_article_to_another_year(year: Any, visit: Article, tmp_path: Path) -> None:
    assert visit.published
    change(year, replace(invented(visit, 5, "榕树"), published=visit.published - timedelta(days=365)))
    export(year)
    require_same_as_anew(year, tmp_path / "anew")


def test_nothing_new_changes_no_byte(year: Any, visit: Article) -> None:
    change(year, invented(visit, 3, "走过榕树"))
    export(year)
    assert not export(year)
