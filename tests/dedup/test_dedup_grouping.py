"""Stories come out of links alone."""

from datetime import datetime
from itertools import permutations

from nnnews.dedup.grouping import Copy, group, kind, representative
from nnnews.items import SHANGHAI


def copy(key: str, day: int = 5, **other: object) -> Copy:
    fields = {"script": "simplified", "original": True, "length": 400} | other
    return Copy(key=key, published=datetime(2024, 3, day, 9, tzinfo=SHANGHAI), **fields)  # type: ignore[arg-type]


def test_what_is_linked_is_one_story() -> None:
    links = [("a", "b"), ("b", "c"), ("d", "e")]
    assert set(group("abcdef", links, lambda *_: False)) == {frozenset("abc"), frozenset("de"), frozenset("f")}


def test_a_short_item_does_not_bring_two_notices_together() -> None:
    def excludes(here: str, there: str) -> bool:
        return {here, there} == {"a", "c"}

    assert set(group("abc", [("a", "b"), ("b", "c")], excludes)) == {frozenset("ab"), frozenset("c")}


def test_the_order_of_the_articles_does_not_matter() -> None:
    links = [("a", "c"), ("b", "d"), ("c", "d")]
    found = {
        frozenset(group(order, links, lambda one, two: {one, two} == {"a", "b"})) for order in permutations("abcd")
    }
    assert found == {frozenset({frozenset("ac"), frozenset("bd")})}


def test_the_original_stands_for_the_story_before_reprints_and_mirrors() -> None:
    reprint, mirror = copy("b", 3, original=False), copy("c", 1, script="mirror-pinyin")
    own, later = copy("a", 5), copy("e", 6, length=900)
    for order in permutations((reprint, mirror, own, later)):
        assert representative(order) == own
    assert representative((mirror, reprint)) == reprint
    assert representative((mirror,)) == mirror


def test_what_was_withdrawn_stands_for_the_story_when_nothing_else_is_left() -> None:
    gone, mirror = copy("a", withdrawn=True), copy("b", script="traditional", original=False)
    assert representative((gone, mirror)) == mirror
    assert representative((gone,)) == gone


def test_of_one_day_the_fullest_text_stands_for_the_story() -> None:
    assert representative((copy("a", length=200), copy("b", length=800))).key == "b"


def test_each_copy_is_of_a_kind() -> None:
    main = copy("a")
    assert kind(main, main, "same") == "representative"
    assert kind(copy("b"), main, "same") == "same"
    assert kind(copy("b", original=False), main, "same") == "reprint"
    assert kind(copy("b", original=False), main, "excerpt") == "excerpt"
    assert kind(copy("b", script="traditional"), main, "excerpt") == "mirror"
