"""What befalls many sites at once is told once."""

from datetime import UTC, date, datetime, timedelta

from nnnews.monitor import Judged, hold_back, quiet_days
from nnnews.monitor.access import Access
from nnnews.storage.stored import NETWORK, Health, SiteDay, State

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def judged(site: str, access: Access = "fine", state: State = "fine", field: str = "layout") -> Judged:
    own = Health(site, "" if access != "fine" else field, state, NOON, 7)
    return Judged(site, access, (own,))


def states(kept: tuple[Health, ...]) -> dict[str, State]:
    return {health.site: health.state for health in kept}


def test_ten_sites_that_cannot_be_reached_are_one_alarm() -> None:
    sites = [judged(f"s{n}", "unreachable", "uneasy") for n in range(10)]
    [kept] = hold_back(sites, {}, {})
    assert (kept.site, kept.field, kept.state) == (NETWORK, "", "broken")
    assert kept.reason == "10 of 10 sites cannot be reached: look at the network of this machine"


def test_two_of_ten_are_two_sites() -> None:
    sites = [judged(f"s{n}", "unreachable" if n < 2 else "fine", "uneasy" if n < 2 else "fine") for n in range(10)]
    kept = hold_back(sites, {}, {})
    assert (NETWORK in states(kept), states(kept)["s0"]) == (False, "uneasy")


def test_runs_of_single_sites_within_the_hour_are_looked_at_together() -> None:
    elsewhere = {"s1": True, "s2": True, "s3": False}
    assert states(hold_back([judged("s0", "unreachable", "uneasy")], {}, elsewhere)) == {NETWORK: "broken"}


def test_many_layouts_lost_in_one_run_are_the_doing_of_this_machine() -> None:
    sites = [judged(f"s{n}", state="broken") for n in range(4)]
    kept = states(hold_back(sites, {}, {}))
    assert kept == {NETWORK: "broken", "s0": "uneasy", "s1": "uneasy", "s2": "uneasy", "s3": "uneasy"}


def test_sites_that_broke_one_by_one_stay_broken() -> None:
    sites = [judged(f"s{n}", state="broken") for n in range(4)]
    standing = {(f"s{n}", "layout"): sites[n].states[0] for n in range(3)}
    assert set(states(hold_back(sites, standing, {})).values()) == {"broken"}


def test_the_trouble_is_over_when_a_site_answers() -> None:
    trouble = Health(NETWORK, "", "broken", NOON, 6)
    assert states(hold_back([judged("s0")], {(NETWORK, ""): trouble}, {})) == {"s0": "fine", NETWORK: "fine"}


def test_a_day_on_which_most_sites_rest_is_a_holiday_unless_it_never_ends() -> None:
    def year(rest: range) -> list[SiteDay]:
        dates = [date(2026, 6, 1) + timedelta(days=n) for n in range(40)]
        return [SiteDay(f"s{s}", day, 2, 0 if n in rest else 9) for n, day in enumerate(dates) for s in range(4)]

    assert quiet_days(year(range(20, 23))) == {date(2026, 6, 21), date(2026, 6, 22), date(2026, 6, 23)}
    assert len(quiet_days(year(range(20, 40)))) < 10
