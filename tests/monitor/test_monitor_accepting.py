"""A loss that was accepted is what the field is judged against from then on."""

from typing import Any

import pytest
from watched_site import START, Watched, counted

from nnnews.monitor.accepting import REASON, accepted, begun_anew, is_loss

LOSSES = [
    ("source", {"field_source": 0}),
    ("source", {"field_source": 5}),
    ("layout", {"layout_a": 3}),
    ("text", {"length_17": 0, "length_10": 10}),
    ("lists", {"links/http://x/": 2}),
]


def accept(site: Watched, field: str) -> None:
    loss = site.standing[field]
    site.standing[field] = accepted(loss, START, site.number)
    site.days = [begun_anew(day, loss) for day in site.days]


def states(site: Watched, field: str, runs: int, tally: dict[str, Any]) -> set[str]:
    """Of the field in these runs: three on each day."""
    return {site.run(counted(**tally), days=number % 3 == 2).state(field) for number in range(runs)}


@pytest.mark.parametrize(("field", "loss"), LOSSES)
def test_the_same_loss_is_no_alarm_in_the_next_runs(site: Watched, field: str, loss: dict[str, Any]) -> None:
    site.run(counted(**loss), days=0)
    assert site.state(field) == "broken"
    accept(site, field)
    assert (site.state(field), site.standing[field].reason) == ("fine", REASON)
    assert states(site, field, 30, loss) == {"fine"}


@pytest.mark.parametrize(
    ("field", "loss", "further"),
    [
        ("source", {"field_source": 5}, {"field_source": 0}),
        ("layout", {"layout_a": 5}, {"layout_a": 0}),
        ("layout", {"layout_a": 5}, {"layout_a": 5, "field_title": 0}),
        ("lists", {"links/http://x/": 8}, {"links/http://x/": 0}),
        ("text", {"length_17": 0, "length_10": 10}, {"length_17": 0, "length_4": 10}),
    ],
)
def test_a_further_loss_is_an_alarm(site: Watched, field: str, loss: dict[str, Any], further: dict[str, Any]) -> None:
    site.run(counted(**loss))
    accept(site, field)
    states(site, field, 30, loss)
    states(site, field, 6, further)
    assert "broken" in {health.state for health in site.standing.values()}


def test_what_came_back_after_it_was_accepted_may_be_lost_again(site: Watched) -> None:
    site.run(counted(field_source=0))
    accept(site, "source")
    site.live(20).run(counted(field_source=0))
    assert site.state("source") == "broken"


def test_other_fields_keep_their_past(site: Watched) -> None:
    site.run(counted(layout_a=0))
    accept(site, "layout")
    site.run(counted(5, field_source=0))
    assert site.state("source") == "broken"


def test_a_site_without_a_past_of_its_own_may_never_have_had_it(new_site: Watched) -> None:
    new_site.run(counted(30, layout_a=0))
    assert new_site.state("layout") == "broken"
    accept(new_site, "layout")
    assert states(new_site, "layout", 20, {"layout_a": 0}) == {"fine"}


def test_silence_and_a_site_that_does_not_answer_are_no_loss(site: Watched) -> None:
    for _ in range(3):
        site.run({"errors": {"Timeout": 2}, "verdict": "no answer"})
    assert (site.state(""), is_loss(site.standing[""])) == ("broken", False)
