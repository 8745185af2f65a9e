"""When an article was published, and which dates on a page do not say it."""

from datetime import UTC, datetime

import pytest

from nnnews.extract import extract
from nnnews.extract.published import url_date
from nnnews.items import Article, Page

PROSE = "<p>代表们在会上提出了意见和建议，有关部门当场作了答复，并承诺在一个月内整改到位。</p>" * 3
TITLE = "<title>代表建议推动通水</title><h1>代表建议推动通水</h1>"


def read(body: str, url: str = "http://www.example.cn/a.html") -> Article:
    return extract(Page(url, f"<html><meta charset=utf-8><body>{body}</body></html>".encode()))


def shown(article: Article) -> str | None:
    return article.published.strftime("%Y-%m-%d %H:%M") if article.published else None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.cn/yw/202209/t20220916_123.html", "2022-09-16"),
        ("http://a.cn/2023/1012/c123-456.html", "2023-10-12"),
        ("http://a.cn/pc/content/202609/10/c10001.html", "2026-09-10"),
        ("http://a.cn/html/2015-11/24/content_187195.htm", "2015-11-24"),
        ("http://a.cn/staticpages/20190624/newgx5d1054a7-18448122.shtml", "2019-06-24"),
        ("http://a.cn/epaper/api.php?name=a&date=2024-05-09&code=001", "2024-05-09"),
        ("http://a.cn/art/2024/13/45/t6512345.html", None),
        ("http://a.cn/2024/index.html", None),
        ("http://20240509.a.cn/index.html#20240508", None),
        ("http://[", None),
    ],
)
def test_an_address_tells_its_day(url: str, day: str | None) -> None:
    found = url_date(url)
    assert (found.when.date().isoformat() if found else None) == day


def test_the_hex_number_of_an_address_is_a_second() -> None:
    found = read(TITLE + PROSE, "http://a.cn/staticpages/20190624/newgx5d1054a7-18448122.shtml")
    assert (shown(found), found.published_precision) == ("2019-06-24 12:42", "second")


def test_the_label_goes_before_the_other_dates_of_the_bar() -> None:
    bar = "<p>成文日期：2024-01-02</p><p>更新时间：2024-03-03 10:00</p><p>发布时间：2024-02-02 09:30</p>"
    assert shown(read(TITLE + bar + PROSE)) == "2024-02-02 09:30"


def test_a_clock_time_is_taken_from_the_head_when_the_bar_has_the_same_day_only() -> None:
    meta = '<meta name="PubDate" content="2024-02-02 09:30">'
    assert shown(read(meta + TITLE + "<p>2024年02月02日</p>" + PROSE)) == "2024-02-02 09:30"


def test_the_bar_goes_before_a_head_of_another_day() -> None:
    meta = '<meta name="PubDate" content="2024-01-01 00:00:00">'
    assert shown(read(meta + TITLE + "<p>2024-02-02 09:30</p>" + PROSE)) == "2024-02-02 09:30"


def test_dates_of_related_links_comments_and_the_story_are_not_taken() -> None:
    story = "<p>2023年5月6日，代表们来到现场，看了水厂的建设情况。</p>"
    around = story + '<ul><li><a href="/b">别的新闻</a> 2021-01-02</li></ul>'
    assert read(TITLE + PROSE + around).published is None


def test_the_header_of_an_epaper_of_another_day_is_not_taken() -> None:
    header = "<div>2024年02月03日 星期六</div>"
    assert shown(read(header + TITLE + PROSE, "http://a.cn/pc/content/202402/02/c1.html")) == "2024-02-02 00:00"


def test_an_article_without_a_date_says_so() -> None:
    assert read(TITLE + "<p>2024年</p>" + PROSE).problems == ("published: not found",)


def test_a_year_that_is_inferred_is_said_to_be() -> None:
    page = f"<html><meta charset=utf-8><body>{TITLE}<p>10月12日 来源：示例报</p>{PROSE}</body></html>".encode()
    found = extract(Page("http://www.example.cn/a.html", page, fetched=datetime(2024, 3, 1, tzinfo=UTC)))
    assert (shown(found), found.problems) == ("2023-10-12 00:00", ("published: year inferred",))


def test_a_wechat_article_keeps_its_moment_in_the_script() -> None:
    script = '<meta property="og:site_name" content="微信公众平台"><script>var ct = "1715217120";</script>'
    body = f"{TITLE}<em>昨天</em><div id=js_content style='visibility: hidden'>{PROSE}</div>{script}"
    assert shown(read(body)) == "2024-05-09 09:12"


def test_a_labelled_date_behind_the_text_is_read_when_no_other_is() -> None:
    assert (
        shown(read(f"{TITLE}<div>{PROSE}</div><p>发布日期：2024-05-09 09:12 所属分类：要闻</p>")) == "2024-05-09 09:12"
    )
