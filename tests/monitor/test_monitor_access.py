"""What came of asking a site at all."""

from typing import Any

import pytest
from watched_site import Watched, counted

from nnnews.monitor.access import access

DOWN = {"verdict": "no answer (DownloadTimeoutError)", "errors": {"DownloadTimeoutError": 3}}
REFUSED = {"verdict": "no list could be read (status 403)", "statuses": {"403": 3}}
EMPTY = {"verdict": "its lists name no article; the site may have changed", "tally": {"lists": 3}}


@pytest.mark.parametrize(
    ("counts", "kind"),
    [
        ({"verdict": "ok"}, "fine"),
        (DOWN, "unreachable"),
        (REFUSED, "refused"),
        ({"verdict": "robots.txt forbids 3 addresses", "tally": {"forbidden": 3}}, "refused"),
        ({"verdict": "no list could be read (status 502)", "statuses": {"502": 3}}, "unreachable"),
        (EMPTY, "empty"),
        ({"verdict": "it keeps its lists from us", "statuses": {"200": 3}, "problems": {"blocked": 3}}, "refused"),
        ({"verdict": "2 page(s) broke the spider; see crawl.log", "tally": {"crashes": 2}, "found": 9}, "crashed"),
        ({"verdict": "request_limit reached", "found": 20}, None),
        ({"verdict": "outside the hours that are set"}, None),
    ],
)
def test_a_failure_has_a_kind(counts: dict[str, Any], kind: str | None) -> None:
    assert access(counts["verdict"], counts) == kind


def test_lists_that_name_nothing_are_broken_at_once(site: Watched) -> None:
    assert site.run(EMPTY).state("") == "broken"


def test_a_site_that_is_away_makes_uneasy_first_and_is_broken_the_third_time(site: Watched) -> None:
    states = [site.run(DOWN, days=0).state("") for _ in range(3)]
    assert states == ["uneasy", "uneasy", "broken"]
    assert site.run(counted()).state("") == "fine"


def test_a_daily_run_that_is_refused_twice_is_blocked(site: Watched) -> None:
    assert site.run(REFUSED).state("") == "uneasy"
    assert site.run(REFUSED).state("") == "blocked"


def test_a_run_that_tells_nothing_changes_nothing(site: Watched) -> None:
    before = dict(site.standing)
    site.run({"verdict": "outside the hours that are set"})
    assert site.standing == before
