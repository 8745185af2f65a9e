"""The practice sites: what is linked is there, what is planted is printed, and the oddities are as odd as promised."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from urllib.parse import quote, urljoin, urlsplit

import pytest

from nnnews.demo import Portal
from nnnews.demo.truth import Planted
from nnnews.demo.web import Answer
from nnnews.text.normalise import normalise

LISTS = (
    "http://www.nnnews.net/",
    "http://www.nnnews.net/yaowen/index.html",
    "http://www.nnnews.net/xianqu/index_3.html",
    "http://www.nnnews.net/fc20417/index_2.html",
    "http://www.nnnews.net/politics/index.html",
    "http://www.nnnews.net/s?wd=" + quote("人大"),
    "http://nnrb.nnnews.net/pc/column/202611/20/node_01.html",
    "http://nnwb.nnnews.net/pc/column/202611/18/col2.html",
    "http://www.nnrb.com.cn/html/2015-11/24/node_2.htm",
    "http://www.nnwb.com/nnwb/20210615/html/index.htm",
    "https://www.nanning.gov.cn/ywzx/nnyw/index_1.html",
    "http://www.gxnews.com.cn/staticmores/510/46510-2.shtml",
    "http://szb.rmdbw.cn/col/202611/19/node_02.html",
)
ARTICLE = re.compile(r"/p/\d+\.html|content_?\d+\.html?|/c\d+\.html|/t\d+\.html|t\d+_\d+\.html|newgx")


@pytest.fixture(scope="module")
def portal() -> Portal:
    return Portal()


def get(portal: Portal, url: str, **headers: str) -> Answer:
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return portal.answer(parts.netloc, path, {name.replace("_", "-"): value for name, value in headers.items()})


def body(portal: Portal, url: str) -> str:
    answer = get(portal, url.replace("gxrb.gxrb.com.cn/", "ssw.gxrb.com.cn/json/interface/epaper/api.php"))
    if answer.status == 302:
        return body(portal, urljoin(url, answer.headers["Location"]))
    return unescape(answer.body.decode("gb18030" if "gxrd" in url else "utf-8"))


def hrefs(portal: Portal, url: str) -> Iterator[str]:
    found = re.findall(r'<(?:a|area)\b[^>]*?href="([^"#]+)"', body(portal, url))
    return (urljoin(url, href) for href in found if ARTICLE.search(href))


def pages(planted: tuple[Planted, ...]) -> Iterator[tuple[Planted, str]]:
    return ((entry, copy.url) for entry in planted for copy in (entry.original, *entry.copies))


def test_the_same_seed_serves_the_same_bytes(portal: Portal) -> None:
    assert Portal().site_map.resources == portal.site_map.resources


def test_another_day_moves_the_newest_issue() -> None:
    portal = Portal(base=date(2027, 3, 1))
    assert b"202703/01" in get(portal, "http://nnrb.nnnews.net/").body


def test_more_than_three_hundred_stories_are_planted_and_no_two_are_equal(portal: Portal) -> None:
    planted = portal.planted()
    assert len(planted) > 300
    assert len({entry.story.text for entry in planted}) == len(planted)


def test_keys_are_unique(portal: Portal) -> None:
    keys = [copy.key for entry in portal.planted() for copy in (entry.original, *entry.copies)]
    assert len(keys) == len(set(keys))


def test_every_planted_page_prints_its_story(portal: Portal) -> None:
    for entry, url in pages(portal.planted()):
        shown = re.sub(r"<[^>]+>", "", body(portal, url))
        later = url.replace(".shtml", "-2.shtml")
        if get(portal, later).status == 200 and later != url:
            shown += re.sub(r"<[^>]+>", "", body(portal, later))
        shown = normalise(shown).text
        assert all(line in shown for line in entry.story.paragraphs), url


@pytest.mark.parametrize("url", LISTS)
def test_linked_articles_are_there(portal: Portal, url: str) -> None:
    found = list(hrefs(portal, url))
    assert found
    known = {address for address, kind in portal.site_map.troubles.items() if kind == "http-404"}
    lost = [href for href in found if get(portal, href).status not in (200, 302)]
    assert {urlsplit(href).netloc + urlsplit(href).path for href in lost} <= known


def test_troubles_are_linked_and_give_no_article(portal: Portal) -> None:
    assert portal.expected().problems == {"http-404": 2, "blocked": 2, "robots": 1}
    addresses = dict(portal.site_map.troubles)
    statuses = {get(portal, f"http://{address}").status for address, kind in addresses.items() if kind == "http-404"}
    assert statuses == {404}


def test_the_congress_site_is_no_utf_8_and_declares_nothing(portal: Portal) -> None:
    answer = get(portal, "https://www.gxrd.gov.cn/html/rdyw/")
    assert answer.headers["Content-Type"] == "text/html"
    assert b"charset" not in answer.body
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode("utf-8")


def test_load_more_ends_with_an_empty_list(portal: Portal) -> None:
    address = "http://www.nnnews.net/index/nei/content?id=163&pagesize=15&page="
    sizes = [len(json.loads(get(portal, f"{address}{page}").body)["data"]) for page in (1, 2, 3, 4)]
    assert sizes == [15, 15, 9, 0]


def test_the_search_finds_what_no_column_lists(portal: Portal) -> None:
    found = set(hrefs(portal, "http://www.nnnews.net/s?wd=" + quote("，")))
    listed = {href for url in LISTS[:5] for href in hrefs(portal, url)}
    assert found - listed


def test_the_congress_search_takes_gbk(portal: Portal) -> None:
    answer = get(portal, "https://www.gxrd.gov.cn/search.php?pageno=0&keyword=" + quote("人大", encoding="gbk"))
    assert answer.body.decode("gb18030").count("<li>") == 10


def test_validators_save_the_body(portal: Portal) -> None:
    url = portal.planted()[60].original.url
    answer = get(portal, url)
    assert get(portal, url, If_None_Match=answer.headers["ETag"]).status == 304
    assert get(portal, url, If_Modified_Since=answer.headers["Last-Modified"]).status == 304
    assert get(portal, url, If_None_Match='"other"').body == answer.body


def test_one_article_answers_under_several_addresses(portal: Portal) -> None:
    entry = next(entry for entry in portal.planted() if entry.site == "nnnews")
    path = entry.original.url.partition("net")[2]
    for address in (
        f"http://www.nnnews.net{path}",
        f"http://www.nnnews.net/yaowen{path}",
        f"http://m.nnnews.net{path}",
    ):
        assert entry.story.paragraphs[-1] in normalise(re.sub("<[^>]+>", "", body(portal, address))).text


def test_an_image_map_holds_an_article_that_the_list_lacks(portal: Portal) -> None:
    sheet = get(portal, "http://nnwb.nnnews.net/pc/column/202611/20/col1.html").body.decode()
    areas = set(re.findall(r'<area[^>]*href="([^"]+)"', sheet))
    anchors = set(re.findall(r'<a href="([^"]+)"', sheet))
    assert areas - anchors


def test_unknown_hosts_and_paths_are_not_found(portal: Portal) -> None:
    assert get(portal, "http://www.example.org/").status == 404
    assert get(portal, "http://www.nnnews.net/nowhere.html").status == 404
