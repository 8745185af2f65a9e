"""A run is judged against the site's own past."""

from watched_site import Watched, counted


def test_ordinary_days_are_fine(site: Watched) -> None:
    assert {health.state for health in site.standing.values()} == {"fine"}


def test_a_field_that_was_always_there_and_is_on_none_of_five_pages_is_broken_at_once(site: Watched) -> None:
    site.run(counted(5, field_source=0))
    assert site.state("source") == "broken"
    assert site.standing["source"].reason == "found on 0 of 5 pages; ordinary is 100%"
    assert site.state("title") == site.state("") == "fine"


def test_one_page_without_a_layout_makes_uneasy_and_a_second_run_breaks(site: Watched) -> None:
    site.run(counted(1, layout_a=0))
    assert site.state("layout") == "uneasy"
    site.run(counted(1, layout_a=0)).run(counted(1, layout_a=0))
    assert site.state("layout") == "broken"


def test_a_field_that_is_often_absent_has_wide_margins(new_site: Watched) -> None:
    for found in (9, 3, 6, 10, 4, 7, 8, 2, 6, 5) * 2:
        new_site.run(counted(10, field_source=found))
    new_site.run(counted(5, field_source=0))
    assert new_site.state("source") in ("fine", "uneasy")
    new_site.run(counted(30, field_source=0))
    assert new_site.state("source") == "broken"


def test_what_is_broken_does_not_become_what_is_expected(site: Watched) -> None:
    for _ in range(60):
        site.run(counted(10, field_author=0))
    assert site.state("author") == "broken"
    assert (site.standing["author"].expected or 0) > 0.98


def test_a_field_that_comes_back_is_fine_again(site: Watched) -> None:
    site.run(counted(field_published=0)).run(counted())
    assert site.state("published") == "fine"


def test_a_run_without_pages_leaves_the_fields_as_they_are(site: Watched) -> None:
    site.run(counted(layout_a=0))
    site.run({"new": 0, "unchanged": 3, "tally": {"lists_unchanged": 3}})
    assert site.state("layout") == "broken"
    assert site.last and [health.field for health in site.last.states] == ["", "lists"]


def test_bodies_that_are_far_shorter_than_ever_are_seen(site: Watched) -> None:
    site.run(counted(6, length_17=0, length_10=6))
    assert site.state("text") == "broken"
    assert "bodies of 32 characters on 6 pages; ordinary is 362" in site.standing["text"].reason


def test_three_briefs_among_ordinary_bodies_are_no_alarm(site: Watched) -> None:
    site.run(counted(10, length_17=7, length_12=3))
    assert site.state("text") == "fine"


def test_a_body_that_the_common_rules_do_not_see_or_that_every_page_shows_is_seen(site: Watched) -> None:
    contradicted = counted(5, agree_body=0, differ_body=5)
    repeated = counted(5, repeat_text=4)
    assert Watched(20, 20, site.days, dict(site.standing)).run(contradicted).state("text") == "broken"
    assert site.run(repeated).state("text") == "broken"


def test_a_title_that_is_not_the_lists_is_seen(site: Watched) -> None:
    assert site.run(counted(6, agree_title=0, differ_title=6)).state("title") == "broken"


def test_a_list_without_links_is_broken_and_a_shorter_one_is_not(site: Watched) -> None:
    shorter = {"links/http://x/": 16}
    assert site.run(counted(10, **shorter)).state("lists") == "fine"
    assert site.run(counted(10, **{"links/http://x/": 0})).state("lists") == "broken"
    assert site.standing["lists"].reason == "http://x/ names 0 articles; ordinary is 20"


def test_a_site_whose_layout_never_fits_is_found_out_on_its_first_day(new_site: Watched) -> None:
    assert new_site.run(counted(40, layout_a=0)).state("layout") == "broken"


def test_a_site_that_never_tells_its_source_or_the_time_of_day_is_as_it_is(new_site: Watched) -> None:
    new_site.live(30, field_source=0, field_clock=0)
    assert {health.state for health in new_site.standing.values()} == {"fine"}


def test_a_limited_run_judges_fields_and_counts_no_articles(site: Watched) -> None:
    before = sum(day.new for day in site.days)
    site.run(counted(5, field_source=0), whole=False)
    assert (site.state("source"), sum(day.new for day in site.days)) == ("broken", before)


def test_most_addresses_that_are_kept_from_us_mean_that_we_are_blocked(site: Watched) -> None:
    site.run(counted(1) | {"problems": {"blocked": 6, "http-403": 3}})
    assert site.state("") == "blocked"
    assert site.standing[""].reason == "an article came of 1 of 10 addresses; ordinary is 99%"


def test_dead_links_of_the_ordinary_kind_are_no_alarm(site: Watched) -> None:
    assert site.run(counted(9) | {"problems": {"http-404": 1}}).state("") == "fine"


def test_known_pages_that_lost_their_layout_break_it_in_a_run_with_one_new_page(site: Watched) -> None:
    for _ in range(5):
        site.run(counted(agree_layout=40))
    site.run(counted(1, layout_a=0, agree_layout=0, differ_layout=12))
    assert site.standing["layout"].reason == "its layout fits still 0 of 12 pages that it fitted; ordinary is 100%"
    assert site.state("layout") == "broken"


def test_two_special_pages_among_the_known_ones_are_no_alarm(site: Watched) -> None:
    site.run(counted(agree_layout=10, differ_layout=2))
    assert site.state("layout") in ("fine", "uneasy")
