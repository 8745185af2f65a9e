"""Stories in the store: the same ones in whatever order articles come, and what a maintainer rules stays."""

import runpy
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from shutil import copyfile

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, func, select, text

from nnnews.demo.text import Newsroom
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI, Article
from nnnews.storage import open_store, reading, waiting, writing
from nnnews.storage.links import links
from nnnews.storage.revisions import restored, withdrawn
from nnnews.storage.schema import MIGRATIONS
from nnnews.storage.store import save
from nnnews.storage.stories import join, rebuild, settle, split
from nnnews.storage.story_queries import Story, changed_stories, newest_stories, stories_of, why
from nnnews.storage.story_tables import bands, signatures, unsettled
from nnnews.storage.story_tables import stories as story_table

DAY = datetime(2026, 3, 5, 9, tzinfo=SHANGHAI)
# Invented.
NOTICE = (
    "3月12日，青秀区人大常委会副主任韦海明带队到伶俐镇开展饮用水水源地保护执法检查。检查组一行先后察看了18处取水口和两家自来水厂，"
    "认真听取镇政府负责人的情况介绍，并与村民代表座谈交流。青秀区第五届人大常委会第十四次会议将听取检查情况的报告。\n"
    "检查组指出，水源地保护关系千家万户，要进一步增强责任意识，落实巡查制度，及时清理沿岸垃圾，确保群众喝上放心水。"
    "镇政府负责人表示，将对照检查组的意见逐条整改，年底前完成全部护栏更新，并把整改情况向人大主席团和选民报告。"
)
PAPER = Article(key="nnrb/1", site="nnrb", title="青秀区检查水源地", published=DAY, text=NOTICE)
REPRINT = replace(
    PAPER, key="gxnews/7", site="gxnews", source="南宁日报", title="守护水源", text=f"首页 要闻\n{NOTICE}\n（某某）"
)
CUT = replace(PAPER, key="nnnews/3", site="nnnews", text=NOTICE.partition("\n")[0])
MIRROR = replace(
    PAPER, key="m/1", site=None, script="mirror-pinyin", published=None, text=NOTICE.replace("逐条", "逐項")
)
OTHER = replace(PAPER, key="nnrb/2", text=NOTICE.replace("3月12日", "4月16日").replace("伶俐镇", "刘圩镇"))


def store(connection: Connection, articles: Iterable[Article]) -> list[int]:
    """Saves and settles one after the other."""
    ids = []
    for article in articles:
        ids.append(save(connection, article, DAY).article_id)
        settle(connection, ids[-1:], DAY)
    return ids


def told(connection: Connection) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """Every story: its representative, its members with their kinds."""
    found = newest_stories(connection, 10_000)
    return {(one.representative.key, frozenset((m.key, m.kind) for m in one.members)) for one in found}


def story(connection: Connection, article_id: int) -> Story:
    return stories_of(connection, [article_id])[article_id]


def planted(seed: int) -> tuple[list[Article], set[frozenset[str]]]:
    """Invented news, a third of it met elsewhere too, and the keys that belong together."""
    room, rng, found, together = Newsroom(seed), Random(seed), [], []
    for number in range(24):
        written = room.write(DAY + timedelta(days=number % 8), "南宁日报")
        own = replace(PAPER, key=f"nnrb/{number}", title=written.title, text=written.text, published=written.published)
        family = [own, *(copies_of(own, rng) if number % 3 == 0 else ())]
        found += family
        together.append(frozenset(article.key for article in family))
    return found, set(together)


def copies_of(own: Article, rng: Random) -> list[Article]:
    """The same text, a framed reprint, a cut and a mirror of it."""
    number, half = own.key.partition("/")[2], len(own.text) * 6 // 10
    reprint = replace(REPRINT, key=f"gxnews/{number}", text=f"字号：大 中 小\n{own.text}\n责任编辑：某某")
    mirror = replace(MIRROR, key=f"m/{number}", text=own.text.replace("工作", "工做", rng.randint(0, 1)))
    return [
        replace(own, key=f"nnnews/{number}", site="nnnews", source="南宁日报", title="要闻"),
        reprint,
        replace(own, key=f"nnwb/{number}", site="nnwb", text=own.text[:half]),
        mirror,
    ]


def test_a_story_lists_every_place_and_what_it_is_there(connection: Connection) -> None:
    ids = store(connection, [MIRROR, REPRINT, CUT, PAPER, OTHER])
    one = story(connection, ids[0])
    assert {member.key: member.kind for member in one.members} == {
        "nnrb/1": "representative",
        "gxnews/7": "reprint",
        "nnnews/3": "excerpt",
        "m/1": "mirror",
    }
    assert [member.key for member in story(connection, ids[4]).members] == ["nnrb/2"]


def test_the_id_of_a_story_stays_when_a_better_representative_comes(connection: Connection) -> None:
    (first,) = store(connection, [MIRROR])
    assert story(connection, first).representative.key == "m/1"
    (second,) = store(connection, [PAPER])
    assert story(connection, second).id == story(connection, first).id == first
    assert story(connection, first).representative.key == "nnrb/1"


def test_the_same_text_elsewhere_is_a_place_of_the_story(connection: Connection) -> None:
    again = replace(PAPER, key="gxnews/9", site="gxnews", source="南宁日报")
    ids = store(connection, [again, PAPER])
    assert ids[0] == ids[1]
    one = story(connection, ids[0])
    assert (one.representative.key, [member.kind for member in one.members]) == (
        "nnrb/1",
        ["reprint", "representative"],
    )


def test_planted_stories_come_out_in_twenty_orders(tmp_path: Path) -> None:
    articles, together = planted(11)
    outcomes, empty = set(), tmp_path / "empty.sqlite3"
    open_store(f"sqlite:///{empty}").dispose()
    for order in range(20):
        Random(order).shuffle(articles)
        copyfile(empty, tmp_path / f"{order}.sqlite3")
        engine = open_store(f"sqlite:///{tmp_path / str(order)}.sqlite3")
        for start in range(0, len(articles), 1 + order):
            with writing(engine) as connection:
                settle(
                    connection, [save(connection, one, DAY).article_id for one in articles[start : start + 1 + order]]
                )
        with reading(engine) as connection:
            outcomes.add(frozenset(told(connection)))
        engine.dispose()
    (outcome,) = outcomes
    assert {frozenset(key for key, _ in members) for _, members in outcome} == together


def test_settling_twice_and_rebuilding_change_nothing(engine: Engine) -> None:
    with writing(engine) as connection:
        ids = store(connection, [PAPER, OTHER, CUT, MIRROR])
    with writing(engine) as connection:
        settle(connection, ids)
    rebuild(engine, batch=2)
    with reading(engine) as connection:
        assert len(told(connection)) == 2
        assert changed_stories(connection, DAY + timedelta(seconds=1)) == []
        assert waiting.oldest(connection, unsettled) == []


def test_a_story_is_updated_when_a_place_is_added_or_a_text_changes(connection: Connection) -> None:
    first, second = store(connection, [PAPER, OTHER])
    later = DAY + timedelta(days=1)
    save(connection, replace(PAPER, key="nnnews/8", site="nnnews"), later)
    settle(connection, [first], later)
    assert [one.id for one in changed_stories(connection, later)] == [first]
    save(connection, replace(OTHER, text=OTHER.text + "下一步将开展跟踪监督。"), later)
    settle(connection, [second], later)
    assert [one.id for one in changed_stories(connection, later)] == [first, second]
    save(connection, replace(PAPER, title="更正：青秀区检查水源地"), later + timedelta(days=1))
    settle(connection, [first], later + timedelta(days=1))
    assert [one.id for one in changed_stories(connection, later + timedelta(hours=1))] == [first]


def test_an_article_that_changes_into_another_text_leaves_its_story(connection: Connection) -> None:
    first, second = store(connection, [PAPER, REPRINT])
    save(connection, replace(REPRINT, text=OTHER.text))
    settle(connection, [second])
    assert [story(connection, id_).id for id_ in (first, second)] == [first, second]
    assert connection.execute(select(func.count()).select_from(signatures)).scalar() == 2
    assert connection.execute(select(func.count(bands.c.article_id.distinct()))).scalar() == 2


def test_an_edited_article_stays_in_its_story(connection: Connection) -> None:
    first, second = store(connection, [PAPER, REPRINT])
    save(connection, replace(REPRINT, text=f"{NOTICE}据了解，该项检查每年一次。"))
    settle(connection, [second])
    assert story(connection, second).id == first


def test_a_withdrawn_article_stands_for_its_story_no_more_until_it_is_restored(connection: Connection) -> None:
    first, second = store(connection, [PAPER, REPRINT])
    withdrawn(connection, first, DAY)
    settle(connection, waiting.oldest(connection, unsettled))
    assert (story(connection, first).id, story(connection, first).representative.article_id) == (first, second)
    restored(connection, first, DAY)
    settle(connection, waiting.oldest(connection, unsettled))
    assert story(connection, first).representative.article_id == first


def test_what_a_maintainer_split_stays_split(engine: Engine) -> None:
    with writing(engine) as connection:
        first, second = store(connection, [PAPER, REPRINT])
        split(connection, second)
        (third,) = store(connection, [CUT])
        assert story(connection, second).id == second
        assert story(connection, third).id == first
    rebuild(engine)
    with reading(engine) as connection:
        assert [member.article_id for member in story(connection, second).members] == [second]


def test_what_a_maintainer_joined_stays_joined_with_all_that_belongs_to_it(engine: Engine) -> None:
    with writing(engine) as connection:
        first, second, third = store(connection, [PAPER, OTHER, CUT])
        join(connection, second, third)
        assert [story(connection, id_).id for id_ in (first, second, third)] == [first] * 3
    rebuild(engine)
    with writing(engine) as connection:
        assert len(story(connection, second).members) == 3
        split(connection, second)
        assert story(connection, second).id == second


def test_joining_undoes_a_split(connection: Connection) -> None:
    first, second, third = store(connection, [PAPER, REPRINT, CUT])
    split(connection, first)
    join(connection, first, third)
    assert {story(connection, id_).id for id_ in (first, second, third)} == {first}


@pytest.mark.parametrize(
    "mistake", [lambda c, id_: split(c, id_), lambda c, id_: join(c, id_, id_), lambda c, id_: join(c, id_, 99)]
)
def test_a_ruling_that_means_nothing_is_a_mistake(connection: Connection, mistake: object) -> None:
    (only,) = store(connection, [PAPER])
    with pytest.raises(UsageError):
        mistake(connection, only)  # type: ignore[operator]


def test_the_reasons_are_kept(connection: Connection) -> None:
    first, second, third = store(connection, [PAPER, MIRROR, OTHER])
    joined, apart = why(connection, first)
    assert (joined.other_id, joined.decision.verdict, joined.ruling) == (second, "same", None)
    assert [(one.kind, one.here, one.there) for one in joined.decision.differences] == [("wording", "条", "項")]
    assert (apart.other_id, apart.decision.ground) == (third, "contradiction")
    assert {(one.here, one.there) for one in apart.decision.differences} >= {("3", "4"), ("伶俐镇", "刘圩镇")}


def test_a_pair_is_linked_once_lower_id_first(connection: Connection) -> None:
    store(connection, [CUT, PAPER])
    (link,) = links(connection, [2])
    assert (link.pair, link.decision.verdict) == ((1, 2), "excerpt")


SETTLER = """
import sys
from nnnews.storage import open_store, writing
from nnnews.storage.store import save
from nnnews.storage.stories import settle
sys.path.insert(0, sys.argv[2])
from test_storage_stories import planted

engine = open_store(sys.argv[1])
print("ready", flush=True)
for article in planted(12)[0]:
    with writing(engine) as connection:
        settle(connection, [save(connection, article).article_id])
"""


def test_killed_processes_leave_the_same_stories(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    command = [sys.executable, "-c", SETTLER, url, str(Path(__file__).parent)]
    for life in range(3):
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None and process.stdout.readline()
        time.sleep(0.1 + life * 0.1)
        process.kill()
        process.communicate()
    subprocess.run(command, check=True, capture_output=True)
    engine = open_store(url)
    with reading(engine) as connection:
        assert {frozenset(key for key, _ in members) for _, members in told(connection)} == planted(12)[1]
        assert connection.execute(select(func.count()).select_from(story_table)).scalar() == 24
    engine.dispose()


def test_what_is_saved_waits_until_it_is_settled(connection: Connection) -> None:
    ids = [save(connection, article).article_id for article in (PAPER, OTHER, CUT)]
    assert waiting.oldest(connection, unsettled) == ids
    settle(connection, ids[:2])
    assert waiting.oldest(connection, unsettled) == ids[2:]
    save(connection, PAPER)
    assert waiting.oldest(connection, unsettled) == ids[2:]
    save(connection, replace(PAPER, text=OTHER.text))
    assert waiting.oldest(connection, unsettled) == [ids[0], ids[2]]
    settle(connection, ids)
    save(connection, replace(OTHER, key="gxnews/77"))
    assert waiting.oldest(connection, unsettled) == [ids[0]]


def test_what_a_kill_left_is_settled_in_batches(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "BATCH", 5)
    articles, stories = planted(8)
    with writing(engine) as connection:
        for article in articles:
            save(connection, article)
    waiting.catch_up(engine)
    with reading(engine) as connection:
        assert {frozenset(key for key, _ in members) for _, members in told(connection)} == stories
        assert waiting.oldest(connection, unsettled) == []


def test_articles_of_an_older_store_wait_for_their_stories(connection: Connection) -> None:
    signed, unsigned, stale = [save(connection, article).article_id for article in (PAPER, MIRROR, CUT)]
    settle(connection, [signed, stale])
    connection.execute(text("UPDATE signatures SET fingerprint = 'old' WHERE article_id = :id"), {"id": stale})
    connection.execute(text("DROP TABLE unsettled"))
    [migration] = (MIGRATIONS / "versions").glob("*_unsettled.py")
    with Operations.context(MigrationContext.configure(connection)):
        runpy.run_path(str(migration))["upgrade"]()
    assert waiting.oldest(connection, unsettled) == [unsigned, stale]
