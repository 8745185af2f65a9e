"""What a crawl counts of its lists, and of what others say of an article. All pages are invented."""

from collections.abc import Callable

from practice_portal import Crawled, Portal

WWW = "http://www.nnnews.net"
BODY = "南宁市人大常委会组成人员到青秀区开展执法检查，听取情况汇报，查阅有关台账，并与社区居民座谈交流。"
TEASERS = "<p>热点推荐 邕江步道贯通</p><p>市民中心新增窗口</p>"


def article(title: str, box: str = "xiangqing_three_left", teasers: str = "hot") -> str:
    body = "".join(f"<p>　　{BODY}第{n}组成员参加检查。</p>" for n in range(4))
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<div class="xiangqing_dabiaoti"><h2>{title}</h2></div><div class="{teasers}">{TEASERS}</div>'
        '<div class="fxandtime_left"><ul><li>2026-03-05 09:12</li><li>来源：<a href="#">南宁日报</a></li></ul></div>'
        f'<div class="{box}">{body}</div></body></html>'
    )


def build(portal: Portal, *titles: str, **boxes: str) -> None:
    anchors = "".join(f'<li><a href="/p/{n}.html">{title}</a></li>' for n, title in enumerate(titles, 100001))
    portal.put(f"{WWW}/", f'<html><head><meta charset="utf-8"></head><body><ul>{anchors}</ul></body></html>')
    portal.put(f"{WWW}/yaowen/index.html", "<html><body>改版中</body></html>")
    for n in range(len(titles)):
        portal.put(f"{WWW}/p/{100001 + n}.html", article(f"执法检查第{100001 + n}号报道", **boxes))


def test_a_list_is_counted_with_its_links_and_one_that_is_not_there_as_failed(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    build(portal, "执法检查第100001号…", "执法检查第100002号报道")
    stats = crawl("nnnews").stats
    assert (stats[f"nnnews/read/{WWW}/"], stats[f"nnnews/links/{WWW}/"]) == (1, 2)
    assert (stats[f"nnnews/read/{WWW}/yaowen/index.html"], f"nnnews/links/{WWW}/yaowen/index.html" in stats) == (
        1,
        False,
    )
    assert (stats["nnnews/lists"], stats["nnnews/links"], stats["nnnews/lists_failed"]) == (2, 2, 1)


def test_a_captcha_in_the_place_of_a_list_is_no_list(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    build(portal, "执法检查第100001号报道")
    portal.put(f"{WWW}/xianqu/index.html", '<meta charset="utf-8"><p>请输入验证码后继续访问</p>')
    done = crawl("nnnews")
    assert (done.problems[f"{WWW}/xianqu/index.html"], done.stats["nnnews/lists_failed"]) == ("blocked", 1)
    assert f"nnnews/read/{WWW}/xianqu/index.html" not in done.stats


def test_titles_agree_with_the_list_and_bodies_with_the_common_rules(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    build(portal, "执法检查第100001号…", "邕江步道今日贯通")
    stats = crawl("nnnews").stats
    assert (stats["nnnews/agree/title"], stats["nnnews/differ/title"]) == (1, 1)
    assert (stats["nnnews/agree/body"], "nnnews/differ/body" in stats) == (2, False)


def test_a_layout_that_reads_the_wrong_box_is_contradicted(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    build(portal, "执法检查第100001号报道", box="new_text", teasers="xiangqing_three_left")
    done = crawl("nnnews")
    assert (done.articles["nnnews/100001"]["layout"], done.stats["nnnews/differ/body"]) == ("nnnews", 1)
