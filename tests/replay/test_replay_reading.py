"""What the archive holds of an article is read as a spider reads answers. All pages are invented."""

from replay_past import BODY, START, Past, page

from nnnews.items import Article
from nnnews.replay.plan import Plan

FIRST = "/p/100001.html"


def only(past: Past) -> Article:
    [change] = past.changes()
    assert change.kind == "new" and change.article
    return change.article


def test_an_article_is_read_with_the_recipe_of_the_crawl(past: Past) -> None:
    past.answered("/", page("首页"))
    past.answered(FIRST, page("代表走进联络站"))
    article = only(past)
    assert (article.key, article.url) == ("nnnews/100001", f"http://www.nnnews.net{FIRST}")
    assert (article.title, article.method, article.source) == ("代表走进联络站", "layout", "南宁日报")
    assert (article.district, article.text) == ("青秀区", BODY * 3)


def test_the_newest_page_that_can_be_read_counts(past: Past) -> None:
    past.answered(FIRST, page("旧题"))
    past.answered(FIRST, page("新题"))
    past.answered(FIRST, "<html><body>请输入验证码后继续访问</body></html>".encode())
    past.answered(FIRST, b"", 404)
    past.answered(FIRST, b"", 304)
    [change] = past.changes()
    assert change.article and change.article.title == "新题"
    assert change.seen == START


def test_a_page_that_is_again_what_it_was_is_read_from_its_first_capture(past: Past) -> None:
    for title in ("旧题", "新题", "旧题"):
        past.answered(FIRST, page(title))
    assert only(past).title == "旧题"


def test_parts_are_joined_and_are_no_articles_of_their_own(past: Past) -> None:
    past.answered(FIRST, page("一篇分成两页的报道", tail='<a href="100001_2.html">下一页</a>'))
    past.answered("/p/100001_2.html", page("一篇分成两页的报道", "第二页说，检查组提出三点意见建议。"))
    past.answered("/p/100001_2.html", b"", 404)
    assert only(past).text == BODY * 3 + "\n" + "第二页说，检查组提出三点意见建议。" * 3


def test_a_part_that_was_not_there_is_a_problem_of_the_article(past: Past) -> None:
    for number, status in ((100001, 404), (100002, 0)):
        past.answered(f"/p/{number}.html", page("一篇报道", tail=f'<a href="{number}_2.html">下一页</a>'))
        if status:
            past.answered(f"/p/{number}_2.html", b"", status)
    told = [change.article.problems for change in past.changes() if change.article]
    assert told == [("part 2: Not Found",), ("part 2: not in the archive",)]


def test_a_page_without_a_title_bears_the_one_of_the_list(past: Past) -> None:
    past.answered(FIRST, page(""), title="列表上的题目")
    assert only(past).title == "列表上的题目"


def test_what_could_not_be_read_is_a_problem_and_a_redirect_is_none(past: Past) -> None:
    past.answered(FIRST, b"", 404)
    past.answered("/p/100002.html", "<html><body>请输入验证码后继续访问</body></html>".encode())
    past.answered("/p/100003.html", b"", 302)
    problems = [change.problem for change in past.changes()]
    assert [(one.key, one.kind) for one in problems if one] == [
        ("nnnews/100001", "http-404"),
        ("nnnews/100002", "blocked"),
    ]


def test_a_site_and_a_day_may_be_chosen(past: Past) -> None:
    past.answered(FIRST, page("甲"))
    past.now = past.now.replace(month=4)
    past.answered("/p/100002.html", page("乙"))
    chosen = [change.key for change in past.changes(Plan(since=past.now.date()))]
    assert (chosen, past.changes(Plan(site="gxrd"))) == (["nnnews/100002"], [])
