"""The form of a site's article addresses, told by its headlines."""

import pytest

from nnnews.kit.article_forms import find_forms
from nnnews.platforms.addresses import read_url_day

HOST = "http://www.qinglan.example"
HEADLINE = "青澜区人大常委会视察水利工程"

# what headlines lead to; an article of another column; its id and its day; what is no article
FORMS = {
    "a counter behind a day": (
        ("/xwzx/202611/t20261120_88124.html", "/rdyw/202610/t20261031_87901.html", "/rdyw/202610/t20261030_87900.html"),
        ("/gggs/202401/t20240105_60122.shtml", "60122", "2024-01-05"),
        ("/xwzx/index.html", "/xwzx/index_2.html"),
    ),
    "a folder that all columns have": (
        ("/yaowen/p/200101.html", "/xianqu/p/200102.html", "/p/200103.html"),
        ("/renda/dbfc/p/200104_2.html", "200104", None),
        ("/yaowen/list/200101.html",),
    ),
    "one column only, and a usual folder": (
        ("/news/content/5531.html", "/news/content/5532.html", "/news/content/5533.html"),
        ("/local/content/99.html", "99", None),
        ("/news/5531.html",),
    ),
    "numbers that begin anew each day": (
        ("/2026-11/20/art_1.htm", "/2026-11/20/art_2.htm", "/2026-11/19/art_1.htm"),
        ("/2026-11/18/art_7.htm", "2026-11-18-7", "2026-11-18"),
        ("/2026-11/20/",),
    ),
    "a year, a day, a counter": (
        ("/2026/1120/88123.shtml", "/2026/1120/88124.shtml", "/2026/1119/88001.shtml"),
        ("/2025/0101/70001.shtml", "70001", "2025-01-01"),
        ("/about/88123.shtml",),
    ),
    "a query": (
        ("/show.php?id=51&cid=4", "/show.php?id=52&cid=4", "/show.php?id=53&cid=5"),
        ("/show.php?cid=9&id=7", "7", None),
        ("/list.php?cid=4", "/show.php?cid=4"),
    ),
    "a query that names the kind of page": (
        tuple(f"/index.php?m=content&a=show&catid=5&id={number}" for number in (11, 12, 13)),
        ("/index.php?m=content&a=show&catid=8&id=44", "44", None),
        ("/index.php?m=content&a=lists&catid=8&id=44",),
    ),
    "a bare number": (
        ("/cms/88121", "/cms/88122", "/cms/88123"),
        ("/local/88040", "88040", None),
        ("/cms/2", "/local/17"),
    ),
    "a query of any name": (
        ("/?p=512", "/?p=513", "/?p=516"),
        ("/?p=90&from=timeline", "90", None),
        ("/?cat=3", "/"),
    ),
    "words behind a day": (
        ("/2026/11/20/daibiao-shicha/", "/2026/11/20/lifa-diaoyan/", "/2026/11/19/zhuanti-xunwen/"),
        ("/2025/01/02/jiandu/", "jiandu", "2025-01-02"),
        ("/2026/11/20/", "/2026/11/"),
    ),
    "letters and digits": (
        ("/a/KDJ8F9S005346936.html", "/a/KDJ8F9S005346937.html", "/a/KDJ8F9S005346938.html"),
        ("/a/J1A2B3C400534.htm", "J1A2B3C400534", None),
        ("/a/index.html",),
    ),
    "a hash": (
        tuple(f"/col/art/2026/art_{digit}123456789abcdef0123456789abcdef.html" for digit in "012"),
        ("/other/art/2025/art_f123456789abcdef0123456789abcdeb.html", "f123456789abcdef0123456789abcdeb", None),
        ("/col/index.html",),
    ),
}


@pytest.mark.parametrize("name", list(FORMS))
def test_the_form_is_told_by_the_headlines(name: str) -> None:
    met, (other, id_, day), strangers = FORMS[name]
    columns = [(HOST + path, "要闻") for path in ("/about/7.html", "/about/8.html", "/col/9.html")]
    [form] = find_forms([*((HOST + path, HEADLINE) for path in met), *columns])
    groups = form.kind.match(HOST + other)
    assert (form.kind.article_id(HOST + other), form.headlines) == (id_, 3)
    assert str(read_url_day(groups.groupdict()) if groups else None) == str(day)
    assert [path for path in strangers if form.kind.match(HOST + path)] == []


def test_short_words_lead_to_columns() -> None:
    assert find_forms((f"{HOST}/col/{number}.html", "县区要闻") for number in range(20)) == ()


def test_a_page_without_headlines_has_no_form() -> None:
    assert find_forms([]) == ()
