"""The e-paper spider against a real server. All pages are invented."""

from collections.abc import Callable

from practice_portal import Crawled, Portal

ROOT = "http://nnwb.nnnews.net"
BODY = "江南区人大代表走进联络站接待群众，现场收集意见建议十余条，逐条登记交办。" * 4


def sheet(articles: str) -> str:
    sheets = "".join(f'<li><a href="col{n}.html">第0{n}版</a></li>' for n in (1, 2))
    return f'<meta charset="utf-8"><div class="nav-list"><ul>{sheets}</ul></div>{articles}'


def article(title: str) -> str:
    return (
        f'<html><meta charset="utf-8"><h2 id="Title">{title}</h2>'
        f'<div id="ozoom"><founder-content><p>　　{BODY}</p></founder-content></div></html>'
    )


def put_issue(portal: Portal, day: int) -> None:
    folder, content = f"{ROOT}/pc/column/202609/{day:02}", f"../../../content/202609/{day:02}"
    listed = (
        f'<div class="news-list"><ul><li class="resultList"><a href="{content}/c{day}001.html"><h4>要闻</h4></a></li>'
    )
    advert = f'<li class="resultList"><a href="{content}/c{day}009.html"><h4>公益广告</h4></a></li></ul></div>'
    mapped = f'<map name="PagePicMap"><area coords="0,0,9,9" href="{content}/c{day}002.html"></map>'
    portal.put(f"{folder}/col1.html", sheet(listed + advert))
    portal.put(f"{folder}/col2.html", sheet(mapped), ETag=f'"sheet-{day}"')
    for number in (1, 2):
        portal.put(f"{ROOT}/pc/content/202609/{day:02}/c{day}00{number}.html", article(f"{day}日第{number}篇报道"))


def keys(*days: int) -> list[str]:
    return [f"nnwb/2026-09-{day:02}-{day}00{number}" for day in sorted(days) for number in (1, 2)]


def test_an_issue_leads_to_its_sheets_and_image_maps_and_back_to_the_days_before(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    portal.put(f"{ROOT}/", '<meta http-equiv="refresh" content="0;URL=pc/column/202609/10/col1.html">')
    for day in (10, 8):
        put_issue(portal, day)
    done = crawl("nnwb")
    assert sorted(done.articles) == keys(8, 10)
    assert done.problems == {}
    assert f"{ROOT}/pc/content/202609/10/c10009.html" not in portal.urls()
    assert done.articles["nnwb/2026-09-10-10002"]["published"].startswith("2026-09-10")


def test_the_calendar_tells_which_days_have_an_issue(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    portal.put(f"{ROOT}/", '<meta http-equiv="refresh" content="0;URL=pc/column/202609/10/col1.html">')
    days = "".join(
        f"<period><period_date>2026-09-{day:02}</period_date><front_page>col1.html</front_page></period>"
        for day in (3, 10)
    )
    portal.put(f"{ROOT}/pc/column/202609/period.xml", f"<period_list>{days}</period_list>")
    put_issue(portal, 10)
    put_issue(portal, 3)
    done = crawl("nnwb", since="2026-09-02")
    assert sorted(done.articles) == keys(3, 10)
    assert [url for url in portal.urls() if "/09/col" in url] == []


def test_a_paper_without_any_issue_is_one_problem(crawl: Callable[..., Crawled]) -> None:
    assert crawl("nnwb").problems == {f"{ROOT}/": "empty-list"}
