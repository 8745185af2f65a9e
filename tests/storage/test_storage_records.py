"""What exports are made of: the record as it is published, its stamp, and what an article is filed under."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.items import SHANGHAI, Article, Congress, Figure, Place
from nnnews.record import as_line, as_record
from nnnews.storage import facets, queries, records
from nnnews.storage.facets import ALL, Facet
from nnnews.storage.store import save

Make = Callable[..., Article]
NOON = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)  # already April in Nanning


def digest(connection: Connection) -> str:
    [stamp] = records.stamps(connection)
    return stamp.digest


def test_the_line_is_the_record_that_extract_prints(connection: Connection, full: Article) -> None:
    saved = save(connection, full)
    [[line]] = records.lines(connection, [saved.article_id])
    assert line == as_line(as_record(full))


def test_a_whole_number_comes_back_whole(connection: Connection, full: Article) -> None:
    people = Figure("5至532人", 0, 6, 5, 532, "人", "range", "代表", "")
    figures = (people, Figure("六成", 8, 10, 0.1 + 0.2, None, None, "about", "", ""))
    save(connection, replace(full, figures=figures))
    [stored] = queries.newest(connection)
    assert [repr(figure.value) for figure in stored.article.figures] == ["5", repr(0.1 + 0.2)]
    assert as_line(as_record(stored.article)) == as_line(as_record(replace(full, figures=figures)))


def test_the_months_are_those_of_nanning(connection: Connection, article: Make) -> None:
    save(connection, article(1, published=datetime(2026, 1, 31, 23, 59, tzinfo=SHANGHAI)), NOON)
    save(connection, article(2, published=None), NOON)
    assert [(one.month, one.seen) for one in records.stamps(connection)] == [("2026-01", "2026-04"), ("2026-04",) * 2]


def test_what_changes_the_record_changes_the_stamp(connection: Connection, full: Article) -> None:
    save(connection, full, NOON)
    first = digest(connection)
    save(connection, full, NOON + timedelta(days=1))
    assert digest(connection) == first
    save(connection, replace(full, figures=()), NOON + timedelta(days=1))
    assert digest(connection) != first
    save(connection, full, NOON + timedelta(days=2))
    assert digest(connection) == first


def test_another_place_changes_the_stamp(connection: Connection, full: Article) -> None:
    save(connection, full, NOON)
    first = digest(connection)
    save(connection, replace(full, key="gxnews/5", site="gxnews"), NOON)
    assert digest(connection) != first


def test_a_text_changed_and_changed_back_has_another_stamp(connection: Connection, full: Article) -> None:
    save(connection, full, NOON)
    first = digest(connection)
    for day, title in enumerate(("别的题目", full.title), 1):
        save(connection, replace(full, title=title), NOON + timedelta(days=day))
    assert digest(connection) != first  # its time of change is told in the feeds


@pytest.mark.parametrize(
    "facet",
    [ALL, Facet("district", "青秀区"), Facet("topic", "监督"), Facet("site", "nnnews"), Facet("level", "county")],
)
def test_the_newest_under_a_heading_come_first(connection: Connection, article: Make, facet: Facet) -> None:
    ids = [save(connection, article(n), NOON + timedelta(hours=n % 2)).article_id for n in range(3)]
    assert facets.newest(connection, facet, 2) == [ids[1], ids[2]]
    assert facets.count(connection, facet.kind)[facet.value] == 3


def test_a_changed_article_leaves_its_old_headings(connection: Connection, full: Article) -> None:
    save(connection, full, NOON)
    save(connection, replace(full, district=None, congress=Congress(), places=(Place(None, "某街", "road", 1),)), NOON)
    kinds = ("district", "topic", "level", "site", "all")
    assert [facets.count(connection, kind) for kind in kinds] == [{}, {}, {}, {"nnnews": 1}, {"": 1}]
