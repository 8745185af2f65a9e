"""What feeds ask of stories: those in more than one place, and which text stands for each."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.storage.store import save
from nnnews.storage.stories import settle
from nnnews.storage.story_heads import heads, homes

DAY = datetime(2026, 3, 5, tzinfo=UTC)
# Invented.
LEAD = (
    "3月12日，青秀区人大常委会副主任韦海明带队到伶俐镇检查饮用水水源地，察看了18处取水口和两家自来水厂，"
    "认真听取镇政府负责人的情况介绍，并与村民代表座谈交流。"
)
FULL = Article(key="nnrb/1", site="nnrb", title="检查水源地", text=LEAD + "检查组要求落实巡查制度，及时清理沿岸垃圾。")
CUT = Article(key="nnwb/2", site="nnwb", source="南宁日报", title="水源地受检", text=LEAD)
ALONE = Article(key="nnrb/3", site="nnrb", title="绿城花开", text="邕江两岸花开了。" * 9)


def store(connection: Connection, *articles: Article) -> list[int]:
    ids = [save(connection, article, DAY).article_id for article in articles]
    settle(connection, ids, DAY)
    return ids


def test_an_article_that_is_alone_needs_no_head(connection: Connection) -> None:
    store(connection, ALONE)
    assert (heads(connection), homes(connection)) == ({}, {})


def test_a_head_has_the_key_of_the_first_article_and_the_text_of_the_representative(connection: Connection) -> None:
    cut, _, full = store(connection, CUT, ALONE, FULL)
    [head] = heads(connection).values()
    assert head[:5] == (cut, full, "nnwb/2", DAY, DAY)
    assert homes(connection) == {cut: cut, full: cut}


def test_a_place_of_the_same_text_may_stand_for_the_story(connection: Connection) -> None:
    first, again = store(connection, replace(FULL, key="gxnews/7", site="gxnews", source="南宁日报"), FULL)
    assert first == again
    assert heads(connection)[first][1:3] == (first, "gxnews/7")
    assert homes(connection) == {first: first}
