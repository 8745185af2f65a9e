"""Selectors tried on pages, pages saved with their drafts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from invented_sites import Build, Told, Web, plain, publish

from nnnews.errors import UsageError
from nnnews.items import Page
from nnnews.kit.check import check_pages, live_pages
from nnnews.kit.names import propose_name
from nnnews.kit.saving import save_page
from nnnews.kit.shelf import Shelf
from nnnews.platforms.base import Layout, Site
from nnnews.sites import all_sites

HOST = "http://www.hengjiang.example"
GOOD = Layout("good", title="h1.biaoti", info="div.xinxi", body="div.zhengwen", kicker="p.yinti")
OLD = Layout("old", title="td.bt", body="td.nr")


class News(Site):
    name = "hengjiang"
    title = "横江新闻网"
    hosts = ("www.hengjiang.example",)
    lists = (f"{HOST}/rdyw/",)
    article_urls = all_sites()["nanning_gov"].article_urls
    layouts = (OLD, GOOD)


@pytest.fixture
def served() -> tuple[Web, list[Told], Build]:
    build = Build(f"{HOST}/rdyw/", "./t{t.number}.html", plain)
    return *publish(build), build


def page(served: tuple[Web, list[Told], Build], number: int = 0) -> Page:
    web, written, build = served
    return web.pages[build.url(written[number])]


def test_each_selector_tells_its_hits_and_what_it_gives(served: tuple[Web, list[Told], Build]) -> None:
    checked = check_pages(News(), [("article.html", page(served))])
    tried = {(one.layout, one.field): (one.hits, one.value) for one in checked.pages[0].tried}
    assert tried["good", "title"] == (1, served[1][0].title)
    assert (tried["good", "kicker"], tried["old", "body"]) == ((0, ""), (0, ""))
    assert checked.pages[0].article and checked.pages[0].article.layout == "good"
    assert checked.is_fine


def test_a_selector_that_hits_nowhere_is_named(served: tuple[Web, list[Told], Build]) -> None:
    checked = check_pages(News(), [(str(number), page(served, number)) for number in range(3)])
    assert checked.unmatched == (("old", "title", "td.bt"), ("old", "body", "td.nr"), ("good", "kicker", "p.yinti"))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ((b"zhengwen", b"x-1"), "no layout fits; the general reader serves"),
        ((b"2026-", b"x-"), "no published found"),
    ],
)
def test_what_a_page_lacks_is_a_fault(
    served: tuple[Web, list[Told], Build], change: tuple[bytes, bytes], fault: str
) -> None:
    right = page(served)
    checked = check_pages(News(), [("article.html", replace(right, body=right.body.replace(*change)))])
    assert (checked.is_fine, checked.pages[0].faults) == (False, (fault,))


def test_a_malformed_selector_is_a_fault(served: tuple[Web, list[Told], Build]) -> None:
    class Broken(News):
        layouts = (GOOD, replace(OLD, drop="p:nth-child(("))

    assert check_pages(Broken(), [("article.html", page(served))]).pages[0].faults == (
        "old.drop: malformed selector p:nth-child((",
    )


def test_a_list_that_leads_nowhere_is_a_fault() -> None:
    checked = check_pages(News(), [("list.html", Page(f"{HOST}/rdyw/", b"<p>404</p>"))])
    assert checked.pages[0].faults == ("leads to no article and no list",)


def test_live_pages_are_lists_and_some_articles(served: tuple[Web, list[Told], Build]) -> None:
    pages, faults = live_pages(served[0], News())  # type: ignore[arg-type]
    assert ([name for name, _ in pages], faults) == (["list", "article", "article", "article"], [])
    assert live_pages(Web(), News())[1] == [f"{HOST}/rdyw/: Not Found"]  # type: ignore[arg-type]


def test_a_saved_page_has_a_draft_that_is_marked_unread(served: tuple[Web, list[Told], Build], tmp_path: Path) -> None:
    told = served[1][0]
    file, draft = save_page(Shelf(tmp_path), News(), page(served))
    expected = json.loads(draft.read_text("utf-8"))
    assert (file.read_bytes(), file.name, draft.name) == (page(served).body, "article.html", "article.json")
    assert (expected["unread"], expected["title"], expected["layout"]) == (True, told.title, "good")
    assert told.paragraphs[0].startswith(expected["first"])
    assert told.paragraphs[-1].endswith(expected["last"])


def test_the_next_page_takes_the_next_name_and_none_is_overwritten(
    served: tuple[Web, list[Told], Build], tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path)
    names = [save_page(shelf, News(), page(served, number))[0].name for number in range(2)]
    assert names == ["article.html", "article_2.html"]
    with pytest.raises(UsageError, match="is there already; nothing is overwritten"):
        save_page(shelf, News(), page(served, 2), "article")


def test_data_and_its_expectation_have_two_names(tmp_path: Path) -> None:
    data = json.dumps([{"title": "县人大代表视察水库", "url": "/rdyw/t881200.html"}]).encode()
    file, draft = save_page(Shelf(tmp_path), News(), Page(f"{HOST}/api?page=1", data))
    assert (file.name, draft.name) == ("list.json", "list.expected.json")
    assert json.loads(draft.read_text("utf-8"))["articles"] == {"hengjiang/881200": "县人大代表视察水库"}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.qingling.gov.cn/rdcwh/", "qingling_gov"),
        ("http://m.heng-jiang.com/", "heng_jiang"),
        ("http://epaper.hengjiang.com.cn:8080/", "hengjiang_epaper"),
        ("http://163.example/", "site_163"),
        ("http://203.0.113.5/", "site_203_0_113_5"),
        ("http://class.example/", "site_class"),
    ],
)
def test_a_site_is_named_after_its_host(url: str, name: str) -> None:
    assert propose_name(url) == name
