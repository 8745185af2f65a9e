"""A month of ordinary days raises no alarm, a redesign after it does in its first run. `make lab` has the year."""

from collections.abc import Iterator
from random import Random

import pytest
from lab import ALARMS, Year
from lab_days import City
from redesigns import REDESIGNS, Redesign

from nnnews.storage import health, open_store, writing

CORRUPTIONS = [redesign for redesign in REDESIGNS if redesign.kind == "corruption"]
OTHERS = [redesign for redesign in REDESIGNS if redesign.kind != "corruption"]


@pytest.fixture(scope="module")
def year() -> Iterator[Year]:
    with writing(open_store("sqlite://")) as connection:
        lived = Year(City(11), 25, connection)
        lived.live()
        yield lived


def seen(year: Year, redesign: Redesign) -> bool:
    found, _ = year.put_on(redesign, Random(redesign.name))
    return found


def test_ordinary_days_with_weekends_dead_links_and_failing_lists_are_no_alarm(year: Year) -> None:
    assert year.alarms == []


def test_every_field_of_every_site_has_a_state(year: Year) -> None:
    fields = {one.field for one in health.current(year.connection) if one.state not in ALARMS}
    assert fields == {"", "lists", "layout", "title", "published", "source", "author", "text"}


@pytest.mark.parametrize("redesign", CORRUPTIONS, ids=lambda redesign: redesign.name)
def test_a_wrong_box_that_is_read_as_the_article_is_seen(year: Year, redesign: Redesign) -> None:
    assert seen(year, redesign)


def test_redesigns_are_seen_in_the_first_run_after_a_month(year: Year) -> None:
    assert [redesign.name for redesign in OTHERS[::3] if not seen(year, redesign)] == []
