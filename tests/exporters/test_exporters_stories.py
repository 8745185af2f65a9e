"""Feeds carry stories: one entry each, under one id, with every place where it stands."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import feedparser
import pytest

from nnnews.items import SHANGHAI, Article
from nnnews.storage import stories, writing
from nnnews.storage.store import save

# Invented.
LEAD = (
    "3月12日，青秀区人大常委会副主任韦海明带队到伶俐镇开展饮用水水源地保护执法检查。检查组一行先后察看了18处取水口和两家自来水厂，"
    "认真听取镇政府负责人的情况介绍，并与村民代表座谈交流。"
)
REST = "检查组指出，水源地保护关系千家万户，要进一步增强责任意识，落实巡查制度，及时清理沿岸垃圾，确保群众喝上放心水。"
DAY = datetime(2026, 3, 12, 9, tzinfo=SHANGHAI)
CUT = Article(key="nnwb/2", url="http://nnwb.example/2", site="nnwb", source="南宁日报", title="水源地受检", text=LEAD)
FULL = Article(
    key="nnrb/1", url="http://nnrb.example/1", site="nnrb", title="青秀区检查水源地", published=DAY, text=LEAD + REST
)
OTHER = Article(key="nnrb/3", url="http://nnrb.example/3", site="nnrb", title="绿城花开", text="邕江两岸花开了。" * 9)


@pytest.fixture
def publish(empty_office: Any) -> Callable[..., Any]:
    """Stores articles, puts them into stories, and gives what a reader sees in a feed."""

    def run(*articles: Article, feed: str = "all.atom.xml") -> Any:
        with writing(empty_office.engine) as connection:
            for article in articles:
                saved = save(connection, article, empty_office.now)
                stories.settle(connection, [saved.article_id], empty_office.now)
        empty_office.now += timedelta(days=1)
        empty_office.export()
        return feedparser.parse((empty_office.feeds / feed).read_bytes())

    return run


def test_a_better_representative_updates_the_entry_and_keeps_its_id(publish: Callable[..., Any]) -> None:
    [before], [after] = publish(CUT).entries, publish(FULL).entries
    assert (before.title, after.title) == ("水源地受检", "青秀区检查水源地")
    assert before.id == after.id == "tag:nnnews.example,2026:article/nnwb/2"
    assert after.updated_parsed > before.updated_parsed
    assert after.link == "http://nnrb.example/1" and REST in after.content[0].value
    assert '<a href="http://nnwb.example/2">水源地受检</a>' in after.content[0].value


def test_a_place_that_is_added_updates_entry_and_feed(publish: Callable[..., Any]) -> None:
    before = publish(FULL)
    after = publish(replace(FULL, key="gxnews/7", site="gxnews", url="http://gxnews.example/7", source="南宁日报"))
    assert after.entries[0].updated_parsed > before.entries[0].updated_parsed
    assert after.feed.updated_parsed == after.entries[0].updated_parsed
    assert "http://gxnews.example/7" in after.entries[0].content[0].value


def test_a_story_stands_in_the_feed_of_every_site_that_told_it(publish: Callable[..., Any]) -> None:
    publish(FULL, CUT)
    for site in ("nnrb", "nnwb"):
        [entry] = publish(feed=f"s/{site}.rss.xml").entries
        assert (entry.id, entry.title) == ("tag:nnnews.example,2026:article/nnrb/1", "青秀区检查水源地")


def test_a_text_met_first_as_a_reprint_is_shown_under_the_address_of_its_outlet(
    publish: Callable[..., Any], empty_office: Any
) -> None:
    publish(replace(FULL, key="gxnews/7", site="gxnews", url="http://gxnews.example/7", source="南宁日报"), FULL)
    [item] = json.loads((empty_office.feeds / "all.json").read_text("utf-8"))["items"]
    assert (item["url"], item["_nnnews"]["key"]) == ("http://nnrb.example/1", "gxnews/7")
    assert [place["url"] for place in item["_nnnews"]["appearances"]] == ["http://gxnews.example/7"]


def test_copies_take_no_room_in_the_window(publish: Callable[..., Any], empty_office: Any) -> None:
    empty_office.config = replace(empty_office.config, feed_size=2, heading_size=2)
    publish(OTHER)
    found = publish(FULL, CUT, replace(CUT, key="nnwb/9", text=LEAD + "（节选）"))
    assert [entry.title for entry in found.entries] == ["青秀区检查水源地", "绿城花开"]


def test_what_is_split_becomes_an_entry_of_its_own(publish: Callable[..., Any], empty_office: Any) -> None:
    publish(FULL, CUT)
    with writing(empty_office.engine) as connection:
        stories.split(connection, 2, empty_office.now)
    assert [entry.title for entry in publish().entries] == ["水源地受检", "青秀区检查水源地"]
