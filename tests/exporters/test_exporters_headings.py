"""Which feeds there are, and what stands in them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from nnnews.errors import ConfigError
from nnnews.exporters.headings import TOPICS
from nnnews.items import Article, Congress, Figure, Place
from nnnews.searches import FigureRule, SavedSearch
from nnnews.sites import all_sites
from nnnews.topics.kinds import TOPICS as KNOWN


def titles(office: Any, name: str) -> list[str]:
    return [item["title"] for item in json.loads((office.feeds / f"{name}.json").read_text("utf-8"))["items"]]


@pytest.mark.parametrize("name", ["all", "d/qingxiu", "t/supervision", "t/deputies", "s/nnnews", "l/county"])
def test_an_article_stands_under_each_of_its_headings(office: Any, name: str) -> None:
    assert "青秀区人大代表视察老旧小区" in titles(office, name)


@pytest.mark.parametrize("name", ["d/hengzhou", "t/elections", "s/gxrd", "l/township"])
def test_and_under_no_other(office: Any, name: str) -> None:
    assert titles(office, name) == []


def test_every_topic_and_every_site_has_a_feed(office: Any) -> None:
    assert set(TOPICS) == set(KNOWN)
    assert {path.stem for path in (office.feeds / "s").glob("*.json")} == set(all_sites())


def test_an_article_that_moves_to_another_district_leaves_the_first(office: Any, visit: Article) -> None:
    office.add(replace(visit, district="横州市", places=(Place("450181", "横州市", "county_level_city", 2),)))
    office.export()
    assert (titles(office, "d/qingxiu"), titles(office, "d/hengzhou")) == ([], ["青秀区人大代表视察老旧小区"])


SEARCHES = [
    (SavedSearch("x", "甲", every=("代表", "小区")), True),
    (SavedSearch("x", "甲", every=("代表", "水库")), False),
    (SavedSearch("x", "甲", some=("水库", "小區")), True),  # Traditional
    (SavedSearch("x", "甲", every=("代表",), none=("视察",)), False),
    (SavedSearch("x", "甲", some=("老旧小区改造",), none=("水库",)), True),
    (SavedSearch("x", "甲", none=("标签",)), True),
    (SavedSearch("x", "甲", districts=("青秀区", "横州市")), True),
    (SavedSearch("x", "甲", districts=("横州市",)), False),
    (SavedSearch("x", "甲", topics=("监督",)), True),
    (SavedSearch("x", "甲", topics=("立法",)), False),
    (SavedSearch("x", "甲", figure=FigureRule("代表", ">", 49, "名")), True),
    (SavedSearch("x", "甲", figure=FigureRule("代表", ">", 50, "名")), False),
    (SavedSearch("x", "甲", figure=FigureRule("代表", ">=", 50, "")), True),
    (SavedSearch("x", "甲", figure=FigureRule("小区", ">", 1, "")), False),
    (SavedSearch("x", "甲", figure=FigureRule("", "=", 50, "名"), every=("视察",)), True),
    (SavedSearch("x", "甲", figure=FigureRule("100%_/", ">", 1, "")), False),
]


@pytest.mark.parametrize(("search", "found"), SEARCHES)
def test_a_saved_search_is_a_feed_of_what_meets_all_of_it(office: Any, search: SavedSearch, found: bool) -> None:
    office.config = replace(office.config, feeds=(search,))
    office.export()
    assert titles(office, "q/x") == ["青秀区人大代表视察老旧小区"] * found


def test_of_a_range_the_end_that_fits_counts(office: Any, visit: Article) -> None:
    told = Figure("3至5条", 0, 4, 3, 5, "条", "range", "建议", "")
    office.add(replace(visit, key="nnnews/7", title="范围", text="另一篇。" * 9, figures=(told,), congress=Congress()))
    rules = (FigureRule("建议", ">", 4, "条"), FigureRule("建议", "<", 4, "条"))
    office.config = replace(
        office.config, feeds=tuple(SavedSearch(f"r{n}", "甲", figure=r) for n, r in enumerate(rules))
    )
    office.export()
    assert titles(office, "q/r0") == titles(office, "q/r1") == ["范围"]


@pytest.mark.parametrize(
    "wrong", [SavedSearch("x", "甲", topics=("立発",)), SavedSearch("x", "甲", districts=("青绣区",))]
)
def test_a_topic_or_district_that_is_none_is_named(office: Any, wrong: SavedSearch) -> None:
    office.config = replace(office.config, feeds=(wrong,))
    with pytest.raises(ConfigError, match=r"\[feeds\.x\]: .*(did you mean|known)"):
        office.export()


def test_a_feed_that_is_no_more_is_removed(office: Any) -> None:
    config = office.config
    office.config = replace(config, feeds=(SavedSearch("x", "甲", every=("代表",)),))
    office.export()
    office.config = config
    assert set(office.export().removed) == {"feeds/q/x.atom.xml", "feeds/q/x.json", "feeds/q/x.rss.xml"}


ATOM = {"a": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}


def walk(office: Any) -> list[list[str]]:
    """The ids of the live feed, then of each archive document, as a program follows them."""
    home, name, documents = "https://news.example/rd/feeds/", "all.atom.xml", []
    while name:
        root = etree.parse(office.feeds / name).getroot()
        documents.append(root.xpath("a:entry/a:id/text()", namespaces=ATOM))
        assert len(documents) == 1 or root.xpath("count(fh:archive)", namespaces=ATOM) == 1
        name = "".join(root.xpath("a:link[@rel='prev-archive']/@href", namespaces=ATOM)).removeprefix(home)
    return documents


def test_live_feed_and_archives_together_hold_everything(office: Any, visit: Article) -> None:
    office.config = replace(office.config, feed_size=12)
    for number in range(40):
        office.add(replace(visit, key=f"nnnews/x{number}", text=f"第{number}次视察，代表走进第{number}个小区。" * 3))
    office.export()
    documents = walk(office)
    assert len(set().union(*documents)) == 42
    assert max(map(len, documents[1:])) == 3 <= len(documents[0])


def test_a_new_article_leaves_the_archives_as_they_are(office: Any, visit: Article) -> None:
    office.config = replace(office.config, feed_size=12)
    for number in range(13):
        office.add(replace(visit, key=f"nnnews/x{number}", text=f"第{number}次视察，代表走进第{number}个小区。" * 3))
        written = [name for name in office.export().written if "archive" in name]
        assert len(written) <= 2  # one full, or one of the month before as well
    before = {path: path.read_bytes() for path in (office.feeds / "archive").glob("*.xml")}
    office.add(replace(visit, key="nnnews/y", text="最新一次视察，代表走进新的小区。" * 3))
    office.export()
    assert before.items() <= {path: path.read_bytes() for path in (office.feeds / "archive").glob("*.xml")}.items()
