"""The comparison of a store with what was planted."""

import pytest

from nnnews.demo import Planted, Portal, Stored, compare


@pytest.fixture(scope="module")
def planted() -> tuple[Planted, ...]:
    return Portal().planted()


def stored(entry: Planted) -> Stored:
    return Stored(entry.key, entry.story.title, entry.story.text, frozenset(copy.key for copy in entry.copies))


def test_a_perfect_crawl_has_no_findings(planted: tuple[Planted, ...]) -> None:
    comparison = compare(planted, map(stored, planted))
    assert comparison.ok
    assert comparison.table().splitlines()[-1].split()[:3] == ["all", str(len(planted)), str(len(planted))]


def test_a_copy_may_stand_for_its_story(planted: tuple[Planted, ...]) -> None:
    entry = next(entry for entry in planted if len(entry.copies) > 1)
    keys = sorted(entry.keys)
    held = Stored(keys[-1], "", entry.story.text, frozenset(keys[:-1]))
    assert compare([entry], [held]).ok


def test_a_missing_story_is_named(planted: tuple[Planted, ...]) -> None:
    comparison = compare(planted, map(stored, planted[1:]))
    assert comparison.findings == (f"missing: {planted[0].key} {planted[0].story.title} ({planted[0].original.url})",)


def test_a_story_stored_twice_is_a_fault(planted: tuple[Planted, ...]) -> None:
    entry = next(entry for entry in planted if entry.copies)
    other = stored(entry)._replace(key=entry.copies[0].key)
    assert compare([entry], [stored(entry), other]).sites[entry.site]["twice"] == 1


def test_another_text_is_a_fault(planted: tuple[Planted, ...]) -> None:
    held = stored(planted[0])._replace(text="短")
    assert compare(planted[:1], [held]).findings == (f"altered: {planted[0].key} {planted[0].story.title}",)


def test_a_copy_not_met_is_a_fault(planted: tuple[Planted, ...]) -> None:
    entry = next(entry for entry in planted if entry.copies)
    held = stored(entry)._replace(also=frozenset())
    assert len(compare([entry], [held]).findings) == len(entry.copies)


def test_what_was_not_planted_is_a_fault(planted: tuple[Planted, ...]) -> None:
    extra = Stored("nnnews/1", "陌生", "陌生")
    assert compare(planted, [*map(stored, planted), extra]).findings == ("not planted: nnnews/1 陌生",)
