"""The recipe reads every practice page back to the truth it was made of."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from nnnews.demo import Copy, Portal, Story
from nnnews.items import Article, Page
from nnnews.reading import read
from nnnews.sites import site_for

Readings = list[tuple[Story, Copy, Article]]


def fetch(portal: Portal, url: str) -> Page:
    """The page of the address; for the shell of 广西日报 what its interface serves."""
    parts = urlsplit(url.replace("gxrb.gxrb.com.cn/", "ssw.gxrb.com.cn/json/interface/epaper/api.php"))
    answer = portal.answer(parts.netloc, f"{parts.path}?{parts.query}", {})
    if answer.status == 302:
        return fetch(portal, urljoin(url, answer.headers["Location"]))
    return Page(parts.geturl(), answer.body, answer.headers)


def in_one_part(portal: Portal) -> Iterator[tuple[Story, Copy]]:
    for entry in portal.planted():
        for copy in (entry.original, *entry.copies):
            if b"-2.shtml" not in fetch(portal, copy.url).body:
                yield entry.story, copy


@pytest.fixture(scope="module")
def readings() -> Readings:
    portal = Portal()
    pages = ((story, copy, fetch(portal, copy.url)) for story, copy in in_one_part(portal))
    return [(story, copy, read(page, site_for(page.url))) for story, copy, page in pages]


def test_texts_are_read_to_the_letter(readings: Readings) -> None:
    assert [copy.url for story, copy, article in readings if article.text != story.text] == []


def test_keys_and_scripts_are_told(readings: Readings) -> None:
    assert [copy.url for _, copy, article in readings if (article.key, article.script) != (copy.key, copy.script)] == []


def test_titles_of_originals_are_read(readings: Readings) -> None:
    originals = [(story, article) for story, copy, article in readings if copy.kind == "original"]
    assert [article.title for story, article in originals if article.title != story.title] == []


def test_days_of_publication_are_read(readings: Readings) -> None:
    wrong = [
        copy.url
        for story, copy, article in readings
        if not article.published or article.published.date() != story.published.date()
    ]
    assert wrong == []


def test_bylines_districts_and_topics_are_nearly_all_right(readings: Readings) -> None:
    right = [
        set(article.byline) == set(story.byline)
        and article.district == story.district
        and article.congress.relevant == story.congress
        for story, _, article in readings
    ]
    assert sum(right) / len(right) > 0.97


def test_figures_are_nearly_all_right(readings: Readings) -> None:
    planted = found = right = 0
    for story, _, article in readings:
        truth = {(figure.text, figure.value, figure.unit, figure.qualifier) for figure in story.figures}
        read_ = {(figure.text, figure.value, figure.unit, figure.qualifier) for figure in article.figures}
        planted, found, right = planted + len(truth), found + len(read_), right + len(truth & read_)
    assert 2 * right / (planted + found) > 0.98
