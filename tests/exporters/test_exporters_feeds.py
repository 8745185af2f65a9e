"""Feeds: what readers see, the same in all formats, whatever the articles hold."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from nnnews.exporters.markup import clean, element
from nnnews.items import Article

GOLDEN = Path(__file__).parent / "golden"
FILES = (
    *("feeds/all.rss.xml", "feeds/all.atom.xml", "feeds/all.json", "feeds/subscriptions.opml", "feeds/index.html"),
    *(f"data/2026-03/articles.{suffix}" for suffix in ("jsonl", "json", "csv")),
    *(f"data/2026-03/figures.{suffix}" for suffix in ("json", "csv")),
)


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_those_that_a_person_has_read(office: Any, name: str) -> None:
    assert (office.config.exports / name).read_bytes() == (GOLDEN / Path(name).name).read_bytes()


@pytest.mark.parametrize("name", FILES[:2])
def test_a_feed_reader_takes_every_field(office: Any, name: str) -> None:
    feed = feedparser.parse((office.config.exports / name).read_bytes())
    entry = feed.entries[1]
    assert not feed.bozo and feed.feed.title == "南宁人大新闻"
    assert entry.id == "tag:nnnews.example,2026:article/nnnews/1"
    assert (entry.title, entry.link) == ("青秀区人大代表视察老旧小区", "http://www.nnnews.net/p/1.html")
    assert entry.author == "韦小甲、李小丙"
    assert [tag.term for tag in entry.tags] == ["青秀区", "监督", "代表工作"]
    assert entry.published_parsed[:5] == (2026, 3, 2, 1, 12)
    assert entry.updated_parsed[:5] == (2026, 3, 2, 4, 0)
    assert "提出建议36条" in entry.content[0].value and "记者：韦小甲" in entry.content[0].value


def test_the_formats_say_the_same(office: Any) -> None:
    rss, atom = (feedparser.parse((office.feeds / name).read_bytes()) for name in ("all.rss.xml", "all.atom.xml"))
    items = json.loads((office.feeds / "all.json").read_text("utf-8"))["items"]
    for one, other, item in zip(rss.entries, atom.entries, items, strict=True):
        assert one.id == other.id == item["id"]
        assert one.published_parsed == other.published_parsed
        assert one.updated_parsed == other.updated_parsed
        assert "url" not in item or one.link == other.link == item["url"]
        assert one.title == other.title == item["title"]
        assert one.content[0].value == other.content[0].value


@pytest.mark.parametrize("name", ["all.rss.xml", "all.atom.xml"])
def test_what_means_harm_is_shown_as_text(office: Any, name: str) -> None:
    root = etree.parse(office.feeds / name).getroot()
    titles = root.xpath("//*[local-name() = 'title']/text()")
    assert "<script>alert(1)</script> ]]> & \u202e倒写" in titles
    content = root.xpath("string((//*[local-name() = 'content' or local-name() = 'encoded'])[1])")
    assert "<p>正文里有&lt;b&gt;标签&lt;/b&gt;、]]&gt;、&amp;nbsp;、😀和换页。</p>" in content
    assert "javascript:" not in (office.feeds / name).read_text("utf-8")


def test_the_words_of_the_json_feed_carry_the_record(office: Any) -> None:
    own = json.loads((office.feeds / "all.json").read_text("utf-8"))["items"][1]["_nnnews"]
    assert [(figure["text"], figure["value"]) for figure in own["figures"]] == [("50余名", 50)]
    assert own["byline"][0] == {"name": "韦小甲", "role": "reporter"}
    assert own["appearances"][0]["url"] == "http://www.gxnews.com.cn/9.html"


def test_a_district_has_its_own_feed_also_when_it_is_empty(office: Any) -> None:
    districts = sorted(path.name for path in (office.feeds / "d").glob("*.atom.xml"))
    assert len(districts) == 12 and "xixiangtang.atom.xml" in districts
    assert len(feedparser.parse((office.feeds / "d" / "qingxiu.rss.xml").read_bytes()).entries) == 1
    empty = feedparser.parse((office.feeds / "d" / "hengzhou.rss.xml").read_bytes())
    assert (empty.bozo, empty.entries, empty.feed.title) == (False, [], "南宁人大新闻·横州市")


def test_a_unit_without_pinyin_goes_by_its_code(empty_office: Any, visit: Article) -> None:
    [place] = visit.places
    empty_office.add(replace(visit, district="新江区", places=(replace(place, name="新江区", code="450199"),)))
    empty_office.export()
    assert (empty_office.feeds / "d" / "450199.json").exists()


def test_a_changed_article_keeps_its_guid_and_gets_a_new_time(office: Any, visit: Article) -> None:
    office.add(replace(visit, title="改过的题"))
    office.export()
    entry = feedparser.parse((office.feeds / "all.atom.xml").read_bytes()).entries[1]
    assert (entry.id, entry.title) == ("tag:nnnews.example,2026:article/nnnews/1", "改过的题")
    assert (entry.published_parsed.tm_mday, entry.updated_parsed.tm_mday) == (2, 5)


def test_the_window_is_of_what_was_seen_last_not_published_last(office: Any, visit: Article) -> None:
    office.config = replace(office.config, feed_size=1)
    assert visit.published is not None
    late = replace(visit, key="nnnews/3", text="补录的旧闻。" * 9, published=visit.published.replace(year=2019))
    office.add(late)
    office.export()
    [entry] = feedparser.parse((office.feeds / "all.rss.xml").read_bytes()).entries
    assert entry.id.endswith("nnnews/3") and entry.published_parsed.tm_year == 2019


def test_the_feeds_are_well_formed_for_xmllint_too(office: Any) -> None:
    xmllint = shutil.which("xmllint") or pytest.skip("xmllint is not installed: apt install libxml2-utils")
    subprocess.run([xmllint, "--noout", *map(str, office.feeds.rglob("*.xml"))], check=True)


@given(text=st.text(), value=st.text())
def test_any_text_stands_in_an_element_as_it_is(text: str, value: str) -> None:
    parsed = etree.fromstring(element("title", text, href=value))
    assert (parsed.text or "") == clean(text).replace("\r\n", "\n").replace("\r", "\n")
