"""The news spider against a real server. All pages are invented."""

import json
from collections.abc import Callable

from practice_portal import Crawled, Portal

WWW = "http://www.nnnews.net"
BODY = "南宁市人大常委会组成人员到青秀区开展执法检查，听取情况汇报，查阅有关台账，并与社区居民座谈交流。" * 3


def article(title: str, body: str = BODY, tail: str = "") -> str:
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<div class="xiangqing_dabiaoti"><h2>{title}</h2></div>'
        '<div class="fxandtime_left"><ul><li>2026-03-05 09:12</li><li>来源：<a href="#">南宁日报</a></li></ul></div>'
        f'<div class="xiangqing_three_left"><p>　　{body}</p>{tail}</div></body></html>'
    )


def listing(*ids: int, extra: str = "") -> str:
    items = "".join(f'<li><a href="/yaowen/p/{id}.html">执法检查第{id}号报道</a></li>' for id in ids)
    return f'<html><head><meta charset="utf-8"></head><body>{extra}<ul>{items}</ul></body></html>'


def build(portal: Portal) -> None:
    portal.put(f"{WWW}/", listing(100001, extra='<a href="/nnrd/index.html">人大之窗</a>'))
    portal.put(f"{WWW}/yaowen/index.html", listing(100001, 100002))
    portal.put(f"{WWW}/yaowen/index_2.html", listing(100003))
    portal.put(f"{WWW}/xianqu/index.html", listing(100004, extra="<script>var listid = 163;</script>"))
    more = {"data": [{"title": "更多", "url": "/p/100005.html", "created": 1772673120}]}
    portal.put(f"{WWW}/index/nei/content?id=163&page=2&pagesize=15", json.dumps(more))
    portal.put(f"{WWW}/nnrd/index.html", listing(100006))
    portal.put(f"{WWW}/s?wd=%E4%BA%BA%E5%A4%A7", listing(100007))
    for id in range(100001, 100008):
        portal.put(f"{WWW}/yaowen/p/{id}.html", article(f"执法检查第{id}号报道"))
    portal.put(f"{WWW}/p/100005.html", article("执法检查第100005号报道"))


def test_columns_pages_load_more_search_and_the_congress_column_are_all_read(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    build(portal)
    done = crawl("nnnews")
    assert sorted(done.articles) == [f"nnnews/{id}" for id in range(100001, 100008)]
    assert done.problems == {}
    assert len(portal.urls()) == len(set(portal.urls()))
    first = done.articles["nnnews/100001"]
    assert first["title"] == "执法检查第100001号报道"
    assert first["url"] == f"{WWW}/yaowen/p/100001.html"
    assert all(headers["User-Agent"].startswith("nnnews-test (+mailto:") for _, headers in portal.asked)


def test_a_limit_is_the_most_articles_that_are_asked_for(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    build(portal)
    done = crawl("nnnews", limit="3")
    assert len(done.articles) == 3
    assert sum("/p/" in url for url in portal.urls()) == 3


def test_dead_links_redirects_and_long_articles(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    portal.put(f"{WWW}/", listing(200001, 200002, 200003, 200004, 200005))
    portal.put(f"{WWW}/yaowen/p/200001.html", "", 302, Location="/p/200009.html")
    portal.put(f"{WWW}/p/200009.html", article("搬家以后的报道"))
    portal.put(f"{WWW}/yaowen/p/200002.html", "", 301, Location="http://elsewhere.example/p/200002.html")
    portal.put(f"{WWW}/yaowen/p/200004.html", article("一篇分成两页的报道", tail='<a href="200004_2.html">下一页</a>'))
    portal.put(f"{WWW}/yaowen/p/200004_2.html", article("一篇分成两页的报道", "第二页说，检查组提出三点意见建议。" * 4))
    portal.put(f"{WWW}/yaowen/p/200005.html", "<html><body>请输入验证码后继续访问</body></html>")
    done = crawl("nnnews")
    assert {"nnnews/200009", "nnnews/200004"} <= set(done.articles)
    assert "第二页说" in done.articles["nnnews/200004"]["text"]
    assert "执法检查" in done.articles["nnnews/200004"]["text"]
    assert done.problems[f"{WWW}/yaowen/p/200002.html"] == "http-301"
    assert done.problems[f"{WWW}/yaowen/p/200003.html"] == "http-404"
    assert done.problems[f"{WWW}/yaowen/index.html"] == "http-404"
    assert done.problems[f"{WWW}/yaowen/p/200005.html"] == "blocked"
    assert not any("elsewhere.example" in url for url in portal.urls())


def test_since_leaves_older_articles_alone(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    gov = "https://www.nanning.gov.cn/ywzx/nnyw"
    rows = (
        '<li><a href="./2026nzwdt/t6593606.html">新</a><span>[2026-04-07]</span></li>'
        '<li><a href="./2025nzwdt/t6400001.html">旧</a><span>[2025-12-30]</span></li>'
    )
    portal.put(
        f"{gov}/", f'<meta charset="utf-8"><ul>{rows}</ul><script>createPageHTML(9, 0, "index", "html");</script>'
    )
    portal.put(f"{gov}/2026nzwdt/t6593606.html", article("新"))
    done = crawl("nanning_gov", since="2026-01-01")
    assert list(done.articles) == ["nanning_gov/6593606"]
    assert f"{gov}/2025nzwdt/t6400001.html" not in portal.urls()
    assert f"{gov}/index_1.html" in portal.urls()
    assert f"{gov}/index_2.html" not in portal.urls()


def test_robots_are_obeyed_and_a_failing_robots_txt_forbids_all(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    build(portal)
    portal.put(f"{WWW}/robots.txt", "User-agent: *\nDisallow: /xianqu/\n", Content_Type="text/plain")
    done = crawl("nnnews")
    assert f"{WWW}/xianqu/index.html" not in portal.urls()
    assert done.problems == {f"{WWW}/xianqu/index.html": "robots"}
    portal.answers[f"{WWW}/robots.txt"] = [(503, {}, b"")]
    portal.asked.clear()
    assert set(crawl("nnnews").problems.values()) == {"robots"}
    assert portal.urls() == []
