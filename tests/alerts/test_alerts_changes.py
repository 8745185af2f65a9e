"""What staff are told of articles that were edited or withdrawn, and of edited figures."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsroom import Newsroom

from nnnews.items import Article, Figure
from nnnews.revisions import Change, compare
from nnnews.storage import revisions, writing

DAY = timedelta(days=1)


def edit(newsroom: Newsroom, article_id: int, old: Article, new: Article) -> None:
    change = compare(old, new)
    assert change
    tell(newsroom, article_id, change)


def tell(newsroom: Newsroom, article_id: int, change: Change) -> None:
    with writing(newsroom.engine) as connection:
        revisions.edited(connection, article_id, change, datetime.now(UTC))


def test_an_edited_figure_is_told_before_and_after_and_once(newsroom: Newsroom, visit: Article) -> None:
    number = newsroom.add(visit)
    newsroom.alert()
    newsroom.service.posts.clear()
    text = visit.text.replace("50余名", "80余名")
    figure = Figure("80余名", 13, 17, 80, None, "名", "over", "代表", "")
    edit(newsroom, number, visit, replace(visit, text=text, figures=(figure,)))
    newsroom.alert()
    [told] = newsroom.texts
    assert "◆ 数字有改动（1）" in told and "代表：50余名 → 80余名" in told
    newsroom.alert()
    assert newsroom.texts == []


def test_an_edited_text_is_told_with_its_words(newsroom: Newsroom, visit: Article) -> None:
    number = newsroom.add(visit)
    new = replace(
        visit, title=visit.title and visit.title.replace("视察", "调研"), text=visit.text + "\n会议推迟举行。"
    )
    edit(newsroom, number, visit, new)
    newsroom.alert()
    [told] = newsroom.texts
    assert "◆ 报道有修改（1）" in told and "“视察”改为“调研”" in told and "加上“会议推迟举行。”" in told


def test_a_withdrawn_article_is_told_with_the_time(newsroom: Newsroom, visit: Article) -> None:
    number = newsroom.add(visit)
    newsroom.alert()
    newsroom.service.posts.clear()
    with writing(newsroom.engine) as connection:
        revisions.withdrawn(connection, number, datetime(2026, 3, 2, 4, tzinfo=UTC) + timedelta(days=9999))
    newsroom.alert()
    [told] = newsroom.texts
    assert "◆ 报道已撤下（1）" in told and "报道已撤下：20" in told and "新报道" not in told


def test_a_change_in_what_nobody_asked_for_is_not_told(newsroom: Newsroom, visit: Article) -> None:
    other = replace(visit, text="夜市开张，市民纷纷前来品尝美食，现场热闹。")
    edit(newsroom, newsroom.add(other), other, replace(other, text=other.text + "\n活动持续三天。"))
    newsroom.alert()
    assert newsroom.texts == []


def test_a_change_is_told_though_the_search_finds_the_article_no_more(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(visit)
    newsroom.alert()
    new = replace(visit, text=visit.text.replace("查看了预算执行情况", "听取了意见"))
    edit(newsroom, newsroom.add(new), visit, new)
    newsroom.alert()
    assert "“查看了预算执行情况”" in newsroom.texts[-1]
