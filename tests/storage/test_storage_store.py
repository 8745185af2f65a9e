"""Saving: once is enough, nothing is lost, the same text is one article."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, func, select

from nnnews.items import SHANGHAI, Article, Congress, Figure, Person
from nnnews.storage import open_store, queries, writing
from nnnews.storage.store import save
from nnnews.storage.tables import metadata

Make = Callable[..., Article]
MONDAY = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


def rows(connection: Connection) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }


def test_the_article_of_these_tests_has_something_in_every_field(full: Article) -> None:
    assert [name for name in Article.__slots__ if getattr(full, name) == getattr(Article(), name)] == []


def test_an_article_comes_back_as_it_was_saved(connection: Connection, full: Article) -> None:
    saved = save(connection, full, MONDAY)
    stored = queries.article(connection, saved.article_id)
    assert stored is not None and stored.article == full
    assert stored.article.published is not None and stored.article.published.tzinfo is SHANGHAI
    assert (saved.outcome, stored.first_seen, stored.updated) == ("new", MONDAY, MONDAY)


def test_an_article_with_bare_necessities_comes_back_too(connection: Connection) -> None:
    bare = Article(key="nnrb/1", title="题", text="文")
    stored = queries.article(connection, save(connection, bare).article_id)
    assert stored is not None and stored.article == bare


def test_saving_twice_changes_nothing(connection: Connection, full: Article) -> None:
    first = save(connection, full, MONDAY)
    before = rows(connection)
    again = save(connection, full, TUESDAY)
    assert (again.outcome, again.article_id, rows(connection)) == ("known", first.article_id, before)
    stored = queries.article(connection, first.article_id)
    assert stored is not None and stored.updated == MONDAY


def test_the_same_text_elsewhere_is_a_place_it_appeared(connection: Connection, full: Article) -> None:
    original = save(connection, full, MONDAY)
    repost = replace(full, key="gxnews/9", url="http://www.gxnews.com.cn/9", site="gxnews", title="另一个题")
    copy = save(connection, replace(repost, text=full.text.replace("，", ", ")), TUESDAY)
    assert (copy.outcome, copy.article_id) == ("copy", original.article_id)
    stored = queries.article_by_key(connection, "gxnews/9")
    assert stored is not None and stored.article == full
    [met] = stored.appearances
    assert (met.url, met.title, met.first_seen) == (repost.url, "另一个题", TUESDAY)


def test_saving_a_copy_twice_changes_nothing(connection: Connection, full: Article) -> None:
    save(connection, full)
    save(connection, replace(full, key="gxnews/9"))
    before = rows(connection)
    assert save(connection, replace(full, key="gxnews/9")).outcome == "known"
    assert rows(connection) == before


def test_a_copy_that_was_rewritten_is_an_article_of_its_own(connection: Connection, full: Article) -> None:
    save(connection, full)
    save(connection, replace(full, key="gxnews/9"))
    own = save(connection, replace(full, key="gxnews/9", text="改写以后的另一篇文章。" * 5))
    stored = queries.article_by_key(connection, "nnnews/1")
    assert own.outcome == "new" and stored is not None and stored.appearances == ()


def test_a_changed_article_keeps_its_id_and_when_it_was_first_seen(connection: Connection, full: Article) -> None:
    first = save(connection, full, MONDAY)
    shorter = replace(full, title="改过的题", byline=full.byline[:1], figures=(), places=())
    again = save(connection, shorter, TUESDAY)
    stored = queries.article(connection, first.article_id)
    assert again.outcome == "changed" and stored is not None and stored.article == shorter
    assert (stored.first_seen, stored.updated) == (MONDAY, TUESDAY)


def test_a_figure_read_anew_is_no_news(connection: Connection, full: Article) -> None:
    first = save(connection, full, MONDAY)
    assert save(connection, replace(full, figures=()), TUESDAY).outcome == "changed"
    stored = queries.article(connection, first.article_id)
    assert stored is not None and (stored.article.figures, stored.updated) == ((), MONDAY)


def test_an_article_met_at_another_address_keeps_its_own(connection: Connection, full: Article) -> None:
    first = save(connection, full)
    assert save(connection, replace(full, url="http://m.nnnews.net/p/1.html")).outcome == "known"
    stored = queries.article_by_url(connection, str(full.url))
    assert stored is not None and stored.id == first.article_id


def test_two_photos_with_one_short_caption_are_two_articles(connection: Connection, article: Make) -> None:
    save(connection, article(1, text="图为会议现场。", title="横州市代表视察水利"))
    assert save(connection, article(2, text="图为会议现场。", title="宾阳县代表视察教育")).outcome == "new"


@pytest.mark.parametrize("missing", [{"key": ""}, {"text": ""}, {"title": None}])
def test_an_empty_article_is_refused(engine: Engine, full: Article, missing: dict[str, str]) -> None:
    with pytest.raises(Exception, match=r"(?i)constraint"), writing(engine) as connection:
        save(connection, replace(full, **missing))


def test_a_time_without_zone_is_refused(connection: Connection, full: Article) -> None:
    with pytest.raises(Exception, match="naive time"):
        save(connection, replace(full, published=datetime(2026, 3, 5)))


def test_one_text_saved_by_two_at_once_is_one_article(engine: Engine, full: Article) -> None:
    start = Barrier(4)

    def save_copy(number: int) -> str:
        start.wait()
        with writing(engine) as connection:
            return save(connection, replace(full, key=f"nnnews/{number}")).outcome

    with ThreadPoolExecutor(4) as machines:
        outcomes = list(machines.map(save_copy, range(4)))
    assert sorted(outcomes) == ["copy", "copy", "copy", "new"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
FIGURES = st.builds(Figure, TEXTS, st.just(0), st.just(1), NUMBERS, NUMBERS | st.none(), TEXTS, st.just("about"))
ARTICLES = st.builds(
    Article,
    key=TEXTS,
    title=TEXTS,
    text=TEXTS,
    # In April 1991 the clock was put forward: an hour that never was comes back as the one after it.
    published=st.datetimes(
        datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(SHANGHAI), allow_imaginary=False
    ),
    byline=st.lists(st.builds(Person, TEXTS, st.just("reporter")), max_size=3).map(tuple),
    figures=st.lists(FIGURES, max_size=3).map(tuple),
    congress=st.builds(Congress, st.booleans(), NUMBERS, st.lists(TEXTS, max_size=2).map(tuple)),
    removed=st.lists(TEXTS, max_size=2).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(any_article=ARTICLES)
def test_whatever_an_article_holds_comes_back(any_article: Article) -> None:
    engine = open_store("sqlite://")
    with writing(engine) as connection:
        stored = queries.article(connection, save(connection, any_article).article_id)
    assert stored is not None and stored.article == any_article
