"""What staff are told of new stories: each once, when it is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from newsroom import Newsroom

from nnnews.alerts.run import preview
from nnnews.hours import Hours
from nnnews.items import SHANGHAI, Article
from nnnews.subscriptions import Schedule

DAY = timedelta(days=1)
TOLD = """◆ 新报道（1）

青秀区人大代表视察老旧小区
青秀区 监督、代表工作
代表50余名
近日，青秀区人大常委会组织50余名代表视察老旧小区改造。
http://www.nnnews.net/p/1.html"""


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def test_a_new_story_is_told_once_with_what_staff_want_to_know(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(visit)
    newsroom.alert()
    [text] = newsroom.texts
    assert text.startswith("【南宁人大新闻】")
    assert text.partition("\n\n")[2] == TOLD
    newsroom.alert()
    assert newsroom.texts == []


def test_a_story_is_not_told_again_for_its_copies_elsewhere(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(visit)
    newsroom.alert()
    newsroom.add(
        replace(visit, key="gxnews/9", url="http://www.gxnews.com.cn/9.html", text=visit.text + "\n广西新闻网")
    )
    newsroom.alert()
    assert len(newsroom.texts) == 1


def test_only_what_the_saved_searches_find_is_told(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(replace(visit, text="代表们走访企业，听取意见建议，反映良好。"))
    newsroom.alert()
    assert newsroom.texts == []


def test_without_saved_searches_all_about_a_congress_is_told(newsroom: Newsroom, visit: Article) -> None:
    newsroom.config = replace(newsroom.config, feeds=())
    newsroom.add(replace(visit, text="代表们走访企业，听取意见建议，反映良好。"))
    newsroom.add(replace(visit, key="b", text="夜市开张。" * 9, congress=replace(visit.congress, relevant=False)))
    newsroom.alert()
    assert ["走访企业" in text and "夜市" not in text for text in newsroom.texts] == [True]


def test_a_new_subscription_is_told_of_its_last_day_and_nothing_older(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(replace(visit, key="old", title="旧闻", text=visit.text + "旧"), ago=2 * DAY)
    newsroom.add(replace(visit, key="new", title="今天", text="预算审查会今天召开。" * 5), ago=DAY / 2)
    newsroom.alert()
    assert ["今天" in text and "旧闻" not in text for text in newsroom.texts] == [True]


def test_what_was_published_long_before_it_was_met_is_no_news(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(replace(visit, published=datetime(2020, 1, 1, tzinfo=UTC)))
    newsroom.alert()
    assert newsroom.texts == []


def test_more_than_a_message_holds_goes_into_the_next(newsroom: Newsroom, visit: Article) -> None:
    newsroom.subscribe(most=2, template="{标题}")
    for number in range(3):
        newsroom.add(
            replace(visit, key=f"n/{number}", title=f"第{number}件", text=f"预算{number}{'甲乙丙'[number]}" * 30)
        )
    newsroom.alert()
    texts = newsroom.texts
    assert [[f"第{number}件" in text for number in range(3)] for text in texts] == [
        [True, True, False],
        [False] * 2 + [True],
    ]
    assert "（1/2）" in texts[0]


def test_a_daily_message_comes_after_its_time_and_tells_all_since_the_last(newsroom: Newsroom, visit: Article) -> None:
    newsroom.subscribe(schedule=Schedule(), template="{标题}")
    newsroom.alert(day("2026-03-01 09:00"))
    newsroom.add(visit, ago=datetime.now(UTC) - day("2026-03-01 12:00"))
    newsroom.alert(day("2026-03-02 08:29"))
    assert newsroom.texts == []
    newsroom.alert(day("2026-03-02 08:30"))
    assert [visit.title in text for text in newsroom.texts] == [True]
    newsroom.alert(day("2026-03-02 20:00"))
    assert newsroom.texts == []


def test_in_quiet_hours_nothing_is_sent_and_nothing_lost(newsroom: Newsroom, visit: Article) -> None:
    newsroom.subscribe(quiet=Hours.read("22:00-07:00"))
    newsroom.add(visit, ago=datetime.now(UTC) - day("2026-03-01 23:00"))
    newsroom.alert(day("2026-03-01 23:30"))
    assert newsroom.texts == []
    newsroom.alert(day("2026-03-02 07:00"))
    assert len(newsroom.texts) == 1


def test_a_dry_run_shows_the_same_and_writes_nothing(newsroom: Newsroom, visit: Article) -> None:
    newsroom.add(visit)
    for _ in range(2):
        [shown] = preview(newsroom.config, datetime.now(UTC))
        assert len(shown.messages) == 1 and shown.messages[0].endswith(TOLD)
    newsroom.alert()
    assert newsroom.texts == list(shown.messages)
    assert preview(newsroom.config, datetime.now(UTC))[0].messages == ()


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{标题} {链接}", f"{'青秀区人大代表视察老旧小区'} http://www.nnnews.net/p/1.html"),
        ("● {区}\n{变更}\n——", "● 青秀区\n——"),
    ],
)
def test_an_entry_follows_the_template_without_empty_lines(
    newsroom: Newsroom, visit: Article, template: str, told: str
) -> None:
    newsroom.subscribe(template=template)
    newsroom.add(visit)
    newsroom.alert()
    assert newsroom.texts[0].endswith(f"\n\n{told}")
