"""The record keeps its promise: schema, docs and dataclasses say the same."""

import json
import re
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from nnnews.items import SHANGHAI, Article, Congress, Figure, Image, Person, Place
from nnnews.record import as_line, as_record, from_record, schema

ARTICLE = Article(
    key="nnnews/1",
    url="http://www.nnnews.net/p/1.html",
    site="nnnews",
    layout="new",
    method="layout",
    title="青秀区人大常委会视察老旧小区",
    published=datetime(2026, 3, 5, 9, 12, tzinfo=SHANGHAI),
    published_precision="minute",
    source="南宁日报",
    byline=(Person("韦甲", "reporter"),),
    text="常委会视察了3个小区。",
    places=(Place("450103", "青秀区", "district", 1),),
    district="青秀区",
    figures=(Figure("3个", 6, 8, 3, None, "个", "exact", "小区", "常委会视察了3个小区。"),),
    congress=Congress(True, 0.9, ("监督",)),
    images=(Image("http://img.nnnews.net/1.jpg", "视察现场", "韦甲"),),
)


def test_a_record_obeys_the_schema_that_is_shipped() -> None:
    jsonschema.validate(as_record(ARTICLE, "a.html"), schema())
    jsonschema.validate(as_record(Article(text="短")), schema())


def test_a_record_gives_back_the_article_it_was_made_of() -> None:
    assert from_record(json.loads(as_line(as_record(ARTICLE))), "nnnews/1") == ARTICLE


def test_time_carries_the_offset_of_nanning() -> None:
    assert as_record(ARTICLE)["published"] == "2026-03-05T09:12:00+08:00"


def test_the_schema_refuses_an_unknown_role() -> None:
    record = as_record(ARTICLE)
    record["byline"][0]["role"] = "boss"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema())


def test_every_key_is_documented() -> None:
    text = (Path(__file__).parents[1] / "docs" / "record.md").read_text("utf-8")
    documented = re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE)
    assert documented == list(as_record(ARTICLE))
