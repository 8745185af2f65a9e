"""A run tells the truth: Scrapy's counters become a report, and a failure gets its reason."""

from typing import Any

import pytest

from nnnews.crawl.report import report

FINE = {"finish_reason": "finished", "nnnews/found": 12, "nnnews/lists": 2}


def test_a_site_that_named_articles_is_fine_also_when_none_is_new() -> None:
    assert report("nnrb", FINE, ended=True).failure is None


def test_a_site_whose_lists_have_not_changed_is_fine() -> None:
    assert report("nnrb", {"finish_reason": "finished", "nnnews/unchanged": 3}, ended=True).failure is None


def test_a_crawl_that_goes_on_is_not_judged() -> None:
    assert report("nnrb", {"nnnews/new": 3}, ended=False).failure is None


def test_a_crawl_that_could_not_be_started_has_failed() -> None:
    assert report("nnrb", {}, ended=True).failure == "could not be started; see crawl.log"


@pytest.mark.parametrize(
    ("stats", "words"),
    [
        ({"nnnews/found": 0}, "name no article"),
        ({"nnnews/found": 0, "robotstxt/forbidden": 2}, "robots.txt forbids 2"),
        ({"spider_exceptions/count": 2, "spider_exceptions/ValueError": 2}, "broke the spider"),
        ({"finish_reason": "shutdown"}, "stopped"),
        ({"finish_reason": "start_error"}, "start_error"),
    ],
)
def test_a_failure_is_named(stats: dict[str, Any], words: str) -> None:
    assert words in (report("nnrb", FINE | stats, ended=True).failure or "")


def test_a_site_that_does_not_answer_is_told_from_one_that_answers_404() -> None:
    ended = {"finish_reason": "finished"}
    refused = report("nnrb", ended | {"downloader/exception_type_count/scrapy.exceptions.Refused": 3}, ended=True)
    absent = report("nnrb", ended | {"downloader/response_status_count/404": 3}, ended=True)
    assert refused.failure == "no answer (Refused)"
    assert absent.failure == "no list could be read (status 404)"


def test_counters_become_numbers_by_kind() -> None:
    counted = {"nnnews/problem/http-404": 1, "nnnews/problem/blocked": 2, "nnnews/new": 9}
    seen = report("nnrb", FINE | counted, ended=True)
    assert (seen.new, dict(seen.problems)) == (9, {"blocked": 2, "http-404": 1})
