"""The labelled texts: script, clean body, furniture, credits, source and date of each."""

import json
from pathlib import Path

import pytest

from nnnews.byline import read_credits
from nnnews.extract.plain import extract_text
from nnnews.text.boilerplate import strip_boilerplate
from nnnews.text.normalise import normalise

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "articles.jsonl"
LABELLED = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()] if CORPUS.exists() else [None]


@pytest.fixture(params=LABELLED, ids=lambda label: label["id"] if label else "absent")
def label(request):
    if request.param is None:
        pytest.skip("../shared/corpus is absent")
    return request.param


@pytest.fixture
def read(label):
    """The article, its furniture and its credits."""
    article = extract_text(label["raw"])
    stripped = strip_boilerplate(article.text.split("\n"))
    return article, stripped, read_credits(stripped.kept, article.info, article.title)


def test_script_title_and_clean_body(label, read):
    article, _, credits = read
    assert (article.script, article.title) == (label["script"], label["title"])
    assert "\n".join(credits.lines) == label["clean_body"]


def test_every_line_of_furniture_is_removed(label, read):
    article, stripped, credits = read
    removed = {*article.removed, *stripped.removed, *credits.removed}
    assert {normalise(line).text for line in label["boilerplate"]} <= removed


def test_people_and_source(label, read):
    article, _, credits = read
    wanted = {(author["name"], author["role"]) for author in label["authors"]}
    assert {(person.name, person.role) for person in credits.people} == wanted
    assert (article.source or credits.source) == label["source"]


def test_date(label, read):
    published = read[0].published
    assert (published.isoformat() if published else "").startswith(label["published"] or "")
    assert (published is None) == (label["published"] is None)
