"""What alerts ask of the store, on both databases."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from nnnews.items import Article, Congress
from nnnews.searches import FigureRule, SavedSearch
from nnnews.storage import queries, saved
from nnnews.storage.namings import naming
from nnnews.storage.store import save

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
Make = Callable[..., Article]


def add(connection: Connection, *articles: Article) -> list[int]:
    return [save(connection, one, NOON + timedelta(hours=hour)).article_id for hour, one in enumerate(articles)]


def test_a_saved_search_is_asked_about_some_articles_only(connection: Connection, article: Make) -> None:
    ids = add(connection, *(article(number, title=f"预算{number}") for number in range(3)), article(9))
    budget = SavedSearch("x", "x", every=("预算",))
    assert saved.among(connection, budget, ids[1:]) == set(ids[1:3])
    assert saved.among(connection, budget, []) == set()


def test_so_is_one_that_asks_for_no_words(connection: Connection, article: Make) -> None:
    ids = add(connection, article(1), article(2, figures=()), article(3, district=None))
    search = SavedSearch("x", "x", districts=("青秀区",), topics=("监督",), figure=FigureRule("代表", ">", 20, "名"))
    assert saved.among(connection, search, ids) == {ids[0]}


def test_articles_are_chosen_by_when_they_were_first_seen(connection: Connection, article: Make) -> None:
    ids = add(connection, article(1), article(2), article(3))
    assert queries.first_seen_since(connection, NOON + timedelta(hours=1)) == ids[1:]


def test_those_about_a_congress_are_told_from_others(connection: Connection, article: Make) -> None:
    ids = add(connection, article(1), article(2, congress=Congress()))
    assert queries.relevant_among(connection, ids) == {ids[0]}


def test_what_names_a_session_is_found_with_the_day_of_its_publication(connection: Connection, article: Make) -> None:
    ids = add(connection, article(1), article(2, title="第3次会议", published=None), article(3, title="第4次会议"))
    found = list(naming(connection, "次会议"))
    assert [(one.article_id, one.title) for one in found] == [(ids[1], "第3次会议"), (ids[2], "第4次会议")]
    assert [one.at for one in found] == [NOON + timedelta(hours=1), article(3).published]
    assert list(naming(connection, "次会议", ids[:1])) == []
