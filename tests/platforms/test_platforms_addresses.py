"""Addresses: which article, which day, what is left out of them."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.platforms.addresses import ArticleURL, clean_url, host_of, read_url_day
from nnnews.sites import all_sites, site_for

SAME_ARTICLE = {
    "nnnews/123456": (
        "http://www.nnnews.net/p/123456.html",
        "https://www.nnnews.net/yaowen/p/123456.html?from=timeline#top",
        "http://m.nnnews.net/renda/dbfc/p/123456.html",
        "http://www.nnnews.net/p/123456_2.html",
    ),
    "nnnews/20190527-21851": ("http://www.nnnews.net/news/201905/t20190527_21851.html",),
    "nnwb/2026-09-10-10001": (
        "http://nnwb.nnnews.net/pc/content/202609/10/c10001.html",
        "http://nnwb.nnnews.net/m/content/202609/10/content_10001.html",
    ),
    "nnrb/2015-11-24-187195": ("http://www.nnrb.com.cn/html/2015-11/24/content_187195.htm?div=-1",),
    "nnwb/2021-03-05-02-010": ("http://nnwb.nnnews.net:8080/nnwb/20210305/html/page_02_content_010.htm",),
    "nanning_gov/6593606": ("https://www.nanning.gov.cn/ywzx/nnyw/2026nzwdt/t6593606.html",),
    "gxrd/123456": ("https://www.gxrd.gov.cn/html/art123456.html",),
    "gxnews/18447532": (
        "http://www.gxnews.com.cn/staticpages/20190624/newgx5d1054a7-18447532.shtml",
        "http://news.gxnews.com.cn/staticpages/20190624/newgx5d1054a7-18447532-2.shtml",
        "https://v.gxnews.com.cn/a/18447532?pageno=2&remains=1",
        "https://v.gxnews.com.cn/sp/18447532",
    ),
    "gxrb/2026-09-10-001-3": (
        "https://gxrb.gxrb.com.cn/?name=gxrb&date=2026-09-10&code=001&xuhao=3",
        "https://ssw.gxrb.com.cn/json/interface/epaper/api.php?xuhao=3&code=001&date=2026-09-10&name=gxrb",
    ),
    "rmdbw/2023-03-05-1234": ("http://szb.rmdbw.cn/content/202303/05/content_1234.html",),
}
NO_ARTICLE = (
    "http://www.nnnews.net/yaowen/index.html",
    "http://mirror.example/p/123456.html",
    "http://nnwb.nnnews.net/pc/column/202609/10/col2.html",
    "http://nnwb.nnnews.net/pc/attachment/202609/10/0a1b2c3d.pdf",
    "https://www.gxrd.gov.cn/html/xwzx/",
    "https://gxrb.gxrb.com.cn/?name=gxrb&date=2026-09-10&code=001",
    "javascript:void(0)",
    "http://[broken",
    "",
)


@pytest.mark.parametrize(("key", "urls"), list(SAME_ARTICLE.items()))
def test_all_addresses_of_an_article_have_one_key(key: str, urls: tuple[str, ...]) -> None:
    for url in urls:
        site = site_for(url)
        assert site is not None
        assert site.article_key(url) == key


@pytest.mark.parametrize("url", NO_ARTICLE)
def test_what_is_no_article_has_no_key(url: str) -> None:
    assert [site.article_key(url) for site in all_sites().values() if site.article_key(url)] == []


def test_two_papers_on_one_domain_are_told_apart_by_their_hosts() -> None:
    assert [getattr(site_for(f"http://{host}/"), "name", None) for host in ("nnrb.nnnews.net", "nnwb.nnnews.net")] == [
        "nnrb",
        "nnwb",
    ]
    assert site_for("http://gxnews.com.cn.example/") is None


def test_the_day_is_told_by_the_address_where_it_is_there() -> None:
    sites = all_sites()
    gxnews = "http://www.gxnews.com.cn/staticpages/20190624/newgx5d1054a7-18447532.shtml"
    assert sites["gxnews"].published_hint(gxnews) == date(2019, 6, 24)
    assert sites["nnrb"].published_hint("http://www.nnrb.com.cn/html/2015-11/24/content_1.htm") == date(2015, 11, 24)
    assert sites["nnnews"].published_hint("http://www.nnnews.net/p/123456.html") is None


@pytest.mark.parametrize("groups", [{"ymd": "20230230"}, {"ym": "202313", "d": "1"}, {"ymd": None}, {}])
def test_a_day_that_no_calendar_has_is_none(groups: dict[str, str | None]) -> None:
    assert read_url_day(groups) is None


def test_the_readers_address_of_an_interface_article_is_the_shell() -> None:
    api = "https://ssw.gxrb.com.cn/json/interface/epaper/api.php?name=gxrb&date=2026-09-10&code=001&xuhao=3"
    shell = "https://gxrb.gxrb.com.cn/?name=gxrb&date=2026-09-10&code=001&xuhao=3"
    assert all_sites()["gxrb"].canonical(api) == shell


def test_a_search_is_encoded_as_the_site_wants_it() -> None:
    assert all_sites()["nnnews"].search_url("人大") == "http://www.nnnews.net/s?wd=%E4%BA%BA%E5%A4%A7"
    assert "keyword=%C8%CB%B4%F3" in all_sites()["gxrd"].search_url("人大")
    assert all_sites()["nnrb"].search_url("人大") == ""


def test_a_query_in_gbk_stays_as_it_is() -> None:
    search = "https://www.gxrd.gov.cn/search.php?keyword=%C8%CB%B4%F3&pageno=0"
    assert clean_url(search + "&from=singlemessage#top") == search


PATHS = st.text("abc/._-0123456789", max_size=30)
QUERIES = st.dictionaries(st.sampled_from(["id", "from", "spm", "page"]), st.text("ab1", max_size=3), max_size=3)


@settings(max_examples=60)
@given(PATHS, QUERIES)
def test_cleaning_an_address_twice_is_cleaning_it_once(path: str, query: dict[str, str]) -> None:
    url = f"HTTP://Www.Nnnews.Net:80/{path}?" + "&".join(f"{name}={value}" for name, value in query.items())
    clean = clean_url(url)
    assert clean_url(clean) == clean
    assert "from=" not in clean
    assert host_of(clean) == "www.nnnews.net"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://news.example/show.php?id=51", "51"),
        ("http://news.example/show.php?cid=4&id=51", "51"),
        ("http://news.example/show.php?cid=4", None),
        ("http://news.example/show.php", None),
    ],
)
def test_an_article_may_be_told_by_its_query(url: str, found: str | None) -> None:
    kind = ArticleURL(re.compile(r"/show\.php\?(?:.*&)?id=(?P<id>\d+)(?:&.*)?"))
    assert kind.article_id(url) == found


def test_an_address_may_write_its_month_with_a_slash() -> None:
    assert all_sites()["nnnews"].published_hint("http://www.nnnews.net/a/2026/11/20/100123.html") == date(2026, 11, 20)
