"""What maintainers are told: a trouble when it begins, when it ends, and once a day while it lasts."""

from datetime import UTC, datetime, timedelta

import pytest
from newsroom import Newsroom

from nnnews.items import SHANGHAI
from nnnews.storage import health, writing
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.stored import Health, State
from nnnews.subscriptions import Schedule

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def keepers(newsroom: Newsroom) -> Newsroom:
    newsroom.subscribe(audience="maintainers")
    return newsroom


def run(newsroom: Newsroom, at: datetime, verdict: str = "ok", **states: State) -> list[str]:
    """One run that came to these states, by site or site__field; what maintainers were told after it."""
    with writing(newsroom.engine) as connection:
        number = start_run(connection, at)
        finish_run(connection, number, Finish(at, verdict))
        places = {name.partition("__")[::2]: state for name, state in states.items()}
        health.settle(
            connection, [Health(*place, state, at, number, "3 of 40 pages") for place, state in places.items()]
        )
    newsroom.alert(at)
    return [text.partition("\n\n")[2] for text in newsroom.texts]


def test_a_trouble_is_told_when_it_begins_and_when_it_ends(keepers: Newsroom) -> None:
    assert run(keepers, MORNING, gxrd="fine", gxrd__title="fine") == []
    [begun] = run(keepers, MORNING + HOUR, gxrd__title="broken")
    assert begun == "◆ trouble begins (1)\n\ngxrd title broken: 3 of 40 pages (since 2026-03-02 10:00)"
    assert run(keepers, MORNING + 2 * HOUR, gxrd__title="broken") == []
    assert run(keepers, MORNING + 3 * HOUR, gxrd__title="fine") == ["◆ trouble ends (1)\n\ngxrd title"]
    assert run(keepers, MORNING + 4 * HOUR, gxrd__title="fine") == []
    assert len(run(keepers, MORNING + 5 * HOUR, gxrd__title="broken")) == 1


def test_a_trouble_that_turns_into_another_is_told_once_and_ends_when_all_is_fine(keepers: Newsroom) -> None:
    assert len(run(keepers, MORNING, gxrd="silent")) == 1
    assert run(keepers, MORNING + HOUR, gxrd="blocked") == []
    assert run(keepers, MORNING + 2 * HOUR, gxrd="uneasy") == []
    assert len(run(keepers, MORNING + 3 * HOUR, gxrd="fine")) == 1


def test_a_site_in_trouble_is_told_without_its_fields(keepers: Newsroom) -> None:
    [begun] = run(keepers, MORNING, gxrd="silent", gxrd__title="broken", gxrd__text="broken")
    assert " (1)" in begun


def test_uneasy_is_watched_and_not_told(keepers: Newsroom) -> None:
    assert run(keepers, MORNING, gxrd="uneasy", nnrb="unknown") == []


def test_what_lasts_is_told_again_each_morning(keepers: Newsroom) -> None:
    run(keepers, MORNING, gxrd="silent", nnrb__text="broken")
    [digest] = run(keepers, MORNING + DAY, gxrd="silent", nnrb__text="fine")
    assert digest.startswith("◆ trouble ends (1)\n\nnnrb text\n\n◆ still in trouble (1)\n\ngxrd silent")
    assert run(keepers, MORNING + DAY + HOUR, gxrd="silent") == []


def test_a_daily_subscription_hears_of_everything_in_the_morning(keepers: Newsroom) -> None:
    keepers.subscribe(schedule=Schedule())
    run(keepers, MORNING - DAY, gxrd="fine")
    assert run(keepers, MORNING - HOUR, gxrd="silent") == []
    [told] = run(keepers, MORNING, gxrd="silent")
    assert told.startswith("◆ trouble begins (1)")


def test_a_run_that_could_not_write_is_told_until_one_could(keepers: Newsroom) -> None:
    [begun] = run(keepers, MORNING, verdict="unwritten")
    assert "store or archive the last run could not write" in begun
    assert run(keepers, MORNING + HOUR, verdict="unwritten") == []
    assert run(keepers, MORNING + 2 * HOUR) == ["◆ trouble ends (1)\n\nstore or archive"]


def test_staff_hear_nothing_of_it(newsroom: Newsroom) -> None:
    assert run(newsroom, datetime.now(UTC), verdict="unwritten", gxrd="silent") == []
