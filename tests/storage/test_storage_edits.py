"""What saving makes of a text that changed: an edit, a boring one, the reader's own doing, a copy's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.storage import queries, revisions, store
from nnnews.storage.store import save
from nnnews.storage.stored import Revision, StoredArticle

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def edited(article: Article, old: str = "36条", new: str = "63条") -> Article:
    return replace(article, text=article.text.replace(old, new), script="simplified")


def told(connection: Connection, key: str = "nnnews/1") -> tuple[Revision, ...]:
    return revisions.of_article(connection, one(connection, key).id)


def one(connection: Connection, key: str = "nnnews/1") -> StoredArticle:
    found = queries.article_by_key(connection, key)
    assert found is not None
    return found


@pytest.fixture
def plain(full: Article) -> Article:
    return replace(full, script="simplified")


def test_an_edit_is_kept_with_the_new_text_and_moves_the_time(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    saved = save(connection, edited(plain), TUESDAY)
    assert saved.outcome == "changed" and saved.edit is not None and saved.edit.kind == "real"
    assert one(connection).updated == TUESDAY
    [revision] = told(connection)
    assert [piece.text for piece in revision.text if piece.op != "same"] == ["36条", "63条"]
    assert save(connection, edited(plain), WEDNESDAY).outcome == "known"


def test_a_boring_edit_is_kept_and_moves_nothing(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    save(connection, replace(plain, text=plain.text + "\n浏览次数：1024"), TUESDAY)
    stored = one(connection)
    assert (stored.updated, stored.article.text[-4:]) == (MONDAY, "1024")
    assert [(kept.kind, kept.note) for kept in told(connection)] == [("boring", "counter")]


def test_the_same_page_read_anew_is_no_edit(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    saved = save(connection, edited(plain), TUESDAY, before=None)
    assert (saved.outcome, saved.edit, told(connection), one(connection).updated) == ("changed", None, (), MONDAY)


def test_what_the_old_page_says_to_the_new_reader_counts(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    today = edited(plain, "50余名", "五十余名")
    save(connection, today, TUESDAY, before=lambda *_: today)
    assert told(connection) == () and one(connection).article == today
    save(connection, edited(today), WEDNESDAY, before=lambda *_: today)
    [revision] = told(connection)
    assert [piece.text for piece in revision.text if piece.op != "same"] == ["36条", "63条"]


def test_without_the_old_page_no_edit_is_told_and_a_note_says_so(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    save(connection, edited(plain), TUESDAY, before=lambda *_: None)
    [revision] = told(connection)
    assert (revision.kind, revision.figures) == ("boring", ()) and "cannot be read" in revision.note
    assert one(connection).article == edited(plain) and one(connection).updated == MONDAY


def test_the_version_of_the_reader_is_kept(
    connection: Connection, plain: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(connection, plain, MONDAY)
    first = one(connection).reader
    monkeypatch.setattr(store, "reader_version", lambda _site: "other")
    assert save(connection, plain, TUESDAY).outcome == "known"
    assert first not in ("", "other") and one(connection).reader == "other"


def test_an_article_that_lacks_a_part_does_not_replace_the_whole(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    cut = replace(plain, text=plain.text[:40], problems=("part 2: timeout",))
    assert save(connection, cut, TUESDAY).outcome == "known"
    assert one(connection).article == plain and told(connection) == ()


def test_a_part_that_was_lacking_is_no_edit_when_it_comes(connection: Connection, plain: Article) -> None:
    save(connection, replace(plain, text=plain.text[:40], problems=("part 2: timeout",)), MONDAY)
    save(connection, plain, TUESDAY)
    assert one(connection).article == plain and [kept.kind for kept in told(connection)] == ["boring"]


def test_a_copy_of_an_older_state_stays_a_copy(connection: Connection, plain: Article) -> None:
    copy = replace(plain, key="gxnews/9")
    save(connection, plain, MONDAY)
    save(connection, copy, MONDAY)
    save(connection, edited(plain), TUESDAY)
    assert save(connection, copy, WEDNESDAY).outcome == "known"
    assert save(connection, edited(copy), WEDNESDAY).outcome == "known"
    assert queries.count_articles(connection).articles == 1


def test_the_noise_of_a_mirror_is_no_edit_of_anything(connection: Connection, full: Article) -> None:
    save(connection, full, MONDAY)
    mirror = replace(full, key="gxnews/9", script="mirror-pinyin")
    save(connection, mirror, MONDAY)
    assert save(connection, replace(mirror, text=full.text.replace("36条", "3条")), TUESDAY).outcome == "known"
    assert told(connection) == ()


def test_a_copy_that_was_edited_is_an_article_of_its_own(connection: Connection, plain: Article) -> None:
    save(connection, plain, MONDAY)
    save(connection, replace(plain, key="gxnews/9"), MONDAY)
    saved = save(connection, edited(replace(plain, key="gxnews/9")), TUESDAY)
    assert saved.outcome == "new" and saved.edit is not None and saved.edit.kind == "real"
    assert told(connection) == () and [kept.kind for kept in told(connection, "gxnews/9")] == ["real"]
