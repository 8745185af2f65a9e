"""The index of the archive, and what the store holds under many keys at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from nnnews.items import Article, Problem
from nnnews.storage import archive_index
from nnnews.storage.archive_index import REVISIT, Capture, Indexed
from nnnews.storage.lookup import open_kinds, stored_under
from nnnews.storage.problems import record_problem
from nnnews.storage.store import save

Make = Callable[..., Article]
MONDAY = datetime(2026, 3, 2, 1, 0, 0, 654321, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "http://www.nnnews.net/p/1.html"
FIRST = Capture("a.warc.gz", 300, 90, URL, "nnnews", "nnnews/1", MONDAY, 200, "text/html", "sha1:A")
AGAIN = replace(FIRST, offset=390, length=60, fetched=MONDAY + DAY, mime=REVISIT)
OTHER = replace(
    FIRST, file="b.warc.gz", url="https://www.gxrd.gov.cn/2.html", site="gxrd", key="gxrd/2", digest="sha1:B"
)
LIST = replace(OTHER, offset=10**10, url="https://www.gxrd.gov.cn/", key=None, fetched=MONDAY + 2 * DAY)


@pytest.fixture(autouse=True)
def filled(connection: Connection) -> None:
    archive_index.add_captures(connection, "a.warc.gz", [FIRST], Indexed(390))
    archive_index.add_captures(connection, "a.warc.gz", [AGAIN], Indexed(450, closed=True))
    archive_index.add_captures(connection, "b.warc.gz", [OTHER, LIST], Indexed(500))


def test_the_files_are_known_with_how_far_they_are_indexed(connection: Connection) -> None:
    assert archive_index.files(connection) == {"a.warc.gz": Indexed(450, closed=True), "b.warc.gz": Indexed(500)}


def test_the_articles_are_named_in_the_order_in_which_they_were_met(connection: Connection) -> None:
    assert list(archive_index.keys(connection)) == ["gxrd/2", "nnnews/1"]
    assert list(archive_index.keys(connection, site="gxrd")) == ["gxrd/2"]
    assert list(archive_index.keys(connection, since=MONDAY + DAY)) == ["nnnews/1"]


def test_captures_come_back_as_they_were_the_newest_first(connection: Connection) -> None:
    assert archive_index.by_key(connection, ["nnnews/1", "gxrd/2", "no/3"]) == {
        "nnnews/1": [AGAIN, FIRST],
        "gxrd/2": [OTHER],
    }


def test_a_payload_is_found_where_it_stands_and_not_where_it_is_referred_to(connection: Connection) -> None:
    assert archive_index.payload(connection, URL, "sha1:A") == FIRST
    assert archive_index.payload(connection, URL, "sha1:B") is None
    assert archive_index.any_payload(connection, "sha1:B") == OTHER


def test_addresses_are_told_apart_by_whether_they_are_captured_however_many_they_are(connection: Connection) -> None:
    new = [f"http://www.nnnews.net/p/{number}.html" for number in range(2, 1200)]
    assert archive_index.captured(connection, [*new, URL, LIST.url]) == {URL, LIST.url}
    assert archive_index.captured(connection, []) == set()


def test_of_several_captures_the_one_that_belongs_to_a_time_is_found(connection: Connection) -> None:
    assert archive_index.after(connection, URL, MONDAY) == FIRST
    assert archive_index.after(connection, URL, MONDAY + DAY / 2) == AGAIN
    assert archive_index.after(connection, URL, MONDAY + 2 * DAY) == AGAIN
    assert archive_index.after(connection, URL + "?", MONDAY) is None


def test_articles_are_found_by_their_own_keys_and_by_those_of_their_copies(
    connection: Connection, article: Make
) -> None:
    one, copy, other = article(1), article(2, text=article(1).text), article(3)
    for each in (one, copy, other):
        save(connection, each)
    found = stored_under(connection, [one.key, copy.key, "no/4"])
    assert {key: stored.article for key, stored in found.items()} == {one.key: one, copy.key: one}
    assert stored_under(connection, []) == {}


def test_problems_are_told_by_key_and_kind(connection: Connection) -> None:
    record_problem(connection, Problem("nnnews/5", URL, "nnnews", "blocked", "captcha"))
    assert open_kinds(connection, ["nnnews/5", "nnnews/1"]) == {("nnnews/5", "blocked")}
