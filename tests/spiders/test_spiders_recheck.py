"""Known articles asked for again by the news spider, and what a run believes of those it misses."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from practice_portal import Crawled, Portal
from scrapy.crawler import Crawler

from nnnews.items import Article
from nnnews.pipelines import TallyPipeline
from nnnews.sites import all_sites
from nnnews.spiders.recheck import Rechecks, is_front, is_gone
from nnnews.spiders.witnesses import Witnesses


class Stats(dict[str, Any]):
    """As Scrapy counts."""

    def inc_value(self, key: str) -> None:
        self[key] = self.get(key, 0) + 1

    def max_value(self, key: str, value: Any) -> None:
        self[key] = value


def asked(stood: int, missed: int, *, before: bool = False) -> Rechecks:
    run = Rechecks()
    for number in range(stood + missed):
        run.ask(f"nnnews/{number}", missed=before and number >= stood)
    for _ in range(stood):
        run.stood()
    for number in range(stood, stood + missed):
        run.miss(f"nnnews/{number}", "http-404")
    return run


@pytest.mark.parametrize(("stood", "missed"), [(3, 1), (1, 5), (100, 20)])
def test_a_few_that_are_missed_are_believed(stood: int, missed: int) -> None:
    assert not asked(stood, missed).is_outage


@pytest.mark.parametrize(("stood", "missed"), [(0, 1), (6, 6), (70, 30)])
def test_many_at_once_or_all_are_an_outage(stood: int, missed: int) -> None:
    assert asked(stood, missed).is_outage


def test_what_was_missed_before_may_be_missed_again() -> None:
    assert not asked(3, 30, before=True).is_outage
    assert asked(0, 30, before=True).is_outage


def test_known_articles_are_counted_apart_lest_they_hide_what_two_new_ones_lack() -> None:
    run, stats = asked(3, 0), Stats(start=1)
    crawler = SimpleNamespace(stats=stats, spider=SimpleNamespace(rechecks=run))
    tally = TallyPipeline(cast(Crawler, crawler))
    for number in (1, 2, 7):
        tally.process_item(Article(key=f"nnnews/{number}", title=f"第{number}篇", text="正文。"))
    assert stats["nnnews/pages"] == 1


def test_of_a_known_article_it_is_counted_whether_its_layout_still_reads_it() -> None:
    counted: Counter[str] = Counter()
    witnesses = Witnesses(lambda name, number: counted.update({name: number}))
    witnesses.ask_store(Article(layout="nnnews"))
    witnesses.ask_store(Article())
    assert counted == {"agree/layout": 1, "differ/layout": 1}


def test_only_what_says_so_is_gone() -> None:
    assert is_gone("http-404", "Not Found") and is_gone("http-410", "Gone")
    assert is_gone("blocked", "not-found: 该文章已被删除")
    for kind, reason in (("http-503", ""), ("timeout", ""), ("blocked", "captcha: 请输入验证码"), ("missing", "")):
        assert not is_gone(kind, reason)
    assert not is_gone("blocked", "maintenance: 系统维护中")


def test_the_front_page_and_error_pages_are_where_sites_send_who_asks_for_what_is_gone() -> None:
    site = all_sites()["nnnews"]
    for path in ("/", "/index.html", "/404.html"):
        assert is_front(site, f"http://www.nnnews.net{path}")
    for url in ("http://www.nnnews.net/login?to=1", "http://www.nnnews.net/yaowen/", "https://captcha.example/", ""):
        assert not is_front(site, url)


def test_a_notice_in_place_of_an_article_is_no_validator(
    portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path
) -> None:
    url = "http://www.nnnews.net/yaowen/p/100001.html"
    portal.put("http://www.nnnews.net/", '<meta charset="utf-8"><a href="/yaowen/p/100001.html">一篇被删除的报道</a>')
    portal.put(url, "<html><head><title>提示</title></head><body>该文章已被删除</body></html>", ETag='"notice"')
    settings = {"NNNEWS_MEMORY": "set_memory.KeptMemory", "SET_STORE": f"sqlite:///{tmp_path / 'store.sqlite3'}"}
    assert crawl("nnnews", settings).problems[url] == "blocked"
    assert "If-None-Match" not in dict(portal.asked)[url]
    crawl("nnnews", settings, full="true")
    assert not any("If-None-Match" in headers for asked, headers in portal.asked if asked == url)
