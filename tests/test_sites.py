"""Every saved page of tests/sites/ reads as its expectation says.

A page stands beside a JSON file: its address and headers, its kind, and what a person read on it. A draft that
nobody has read yet holds `"unread": true`, which fails. All pages here are invented, after real templates.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nnnews.items import Page
from nnnews.platforms.paper import Paper
from nnnews.reading import read
from nnnews.sites import all_sites, site_for

FOLDER = Path(__file__).parent / "sites"
FILES = sorted(FOLDER.glob("*/*.json"))
EXPECTED = {
    f"{file.parent.name}-{data['file']}": (file, data)
    for file in FILES
    if "file" in (data := json.loads(file.read_text("utf-8")))
}


def cases(*kinds: str) -> Any:
    chosen = {name: case for name, case in EXPECTED.items() if case[1]["kind"] in kinds}
    return pytest.mark.parametrize(("file", "expected"), list(chosen.values()), ids=list(chosen))


def page(file: Path, expected: dict[str, Any]) -> Page:
    return Page(expected["url"], file.with_name(expected["file"]).read_bytes(), expected["headers"])


@pytest.mark.parametrize("name", list(all_sites()))
def test_a_site_has_a_saved_list_and_a_saved_article(name: str) -> None:
    kinds = {data["kind"] for file, data in EXPECTED.values() if file.parent.name == name}
    assert {"list", "article"} <= kinds


@cases("article", "list", "root", "calendar")
def test_an_expectation_was_read_by_a_person_and_holds_no_broken_character(
    file: Path, expected: dict[str, Any]
) -> None:
    assert "unread" not in expected
    assert "�" not in file.read_text("utf-8")


@cases("article", "list", "root", "calendar")
def test_the_address_belongs_to_the_site_of_the_folder(file: Path, expected: dict[str, Any]) -> None:
    site = site_for(expected["url"])
    assert site is all_sites()[file.parent.name]
    assert bool(site.article_key(expected["url"])) == (expected["kind"] == "article")


@cases("article")
def test_an_article_reads_as_expected(file: Path, expected: dict[str, Any]) -> None:
    article = read(page(file, expected), site_for(expected["url"]))
    fields = ("title", "kicker", "subtitle", "source", "district", "layout")
    assert {name: getattr(article, name) for name in fields} == {name: expected[name] for name in fields}
    assert article.published is not None
    assert (article.published.isoformat(), article.published_precision) == (
        expected["published"],
        expected["precision"],
    )
    assert sorted([person.name, person.role] for person in article.byline) == sorted(expected["byline"])
    assert sorted(place.name for place in article.places) == sorted(expected["places"])


@cases("article")
def test_the_body_is_whole_and_clean(file: Path, expected: dict[str, Any]) -> None:
    text = read(page(file, expected), site_for(expected["url"])).text
    assert text.startswith(expected["first"])
    assert text.endswith(expected["last"])
    assert len(text.split("\n")) == expected["paragraphs"]
    assert [words for words in expected["without"] if words in text] == []


@cases("list")
def test_a_list_leads_to_its_articles_lists_and_pages(file: Path, expected: dict[str, Any]) -> None:
    links = all_sites()[file.parent.name].links(page(file, expected))
    assert {link.key: link.title for link in links.articles} == expected["articles"]
    days = {link.key: link.day.isoformat() for link in links.articles if link.day}
    assert expected["days"].items() <= days.items()
    assert list(links.lists) == expected["lists"]
    assert list(links.pages) == expected["pages"]


@cases("root", "calendar")
def test_a_paper_tells_its_issues(file: Path, expected: dict[str, Any]) -> None:
    paper = all_sites()[file.parent.name]
    assert isinstance(paper, Paper)
    if expected["kind"] == "root":
        assert paper.newest(page(file, expected)) == expected["newest"]
    else:
        issues = {date.fromisoformat(day): url for day, url in expected["issues"].items()}
        assert paper.issues(page(file, expected)) == issues
