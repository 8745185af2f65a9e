"""A small store of invented articles, and its exports."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nnnews.config import Config
from nnnews.exporters import Changes, export_all
from nnnews.items import SHANGHAI, Article, Attachment, Congress, Figure, Image, Person, Place
from nnnews.storage import open_store, writing
from nnnews.storage.store import save

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
TEXT = "近日，青秀区人大常委会组织50余名代表视察老旧小区改造。\n代表们走进12个小区，提出建议36条。"
VISIT = Article(
    key="nnnews/1",
    url="http://www.nnnews.net/p/1.html",
    site="nnnews",
    layout="new",
    method="layout",
    title="青秀区人大代表视察老旧小区",
    published=datetime(2026, 3, 2, 9, 12, tzinfo=SHANGHAI),
    published_precision="minute",
    source="南宁日报",
    byline=(Person("韦小甲", "reporter"), Person("黄小乙", "photographer"), Person("李小丙", "correspondent")),
    script="mirror-pinyin",
    text=TEXT,
    removed=("登录",),
    places=(Place("450103", "青秀区", "district", 1),),
    district="青秀区",
    figures=(Figure("50余名", 13, 17, 50, None, "名", "over", "代表", TEXT.partition("\n")[0]),),
    congress=Congress(True, 0.9, ("监督", "代表工作")),
    images=(Image("http://www.nnnews.net/1.jpg", "视察现场"), Image("javascript:alert(1)")),
    attachments=(Attachment("http://www.nnnews.net/1.pdf", "代表名单"),),
)
REPOST = Article(key="gxnews/9", url="http://www.gxnews.com.cn/9.html", site="gxnews", title="代表走进小区", text=TEXT)
HOSTILE = Article(
    key="nnrb/http://nnrb.example/第2版.html?a=1&b=2",
    url="javascript:alert(1)",
    site="nnrb",
    title="<script>alert(1)</script> ]]> & \u202e倒\x0b写",
    text="正文里有<b>标签</b>、]]>、&nbsp;、😀和\x0c换页。\n第二段\ufffe。" * 3,
)


class Office:
    """A store, its exports folder, and a clock that goes on a day with every article."""

    def __init__(self, folder: Path) -> None:
        self.engine = open_store(f"sqlite:///{folder}/store.sqlite3")
        self.config = Config(exports=folder / "exports", feed_home="https://news.example/rd/")
        self.feeds = folder / "exports" / "feeds"
        self.now = NOON

    def add(self, article: Article) -> None:
        """Stored a day after the last one."""
        with writing(self.engine) as connection:
            save(connection, article, self.now)
        self.now += timedelta(days=1)

    def export(self) -> Changes:
        """All of it."""
        return export_all(self.engine, self.config)


@pytest.fixture
def visit() -> Article:
    """An article with something in every field that a feed tells."""
    return VISIT


@pytest.fixture
def hostile() -> Article:
    """Markup, forbidden characters and a script where the address should be."""
    return HOSTILE


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.engine.dispose()


@pytest.fixture
def office(empty_office: Office) -> Office:
    """With an article, its repost, and one that means harm."""
    for article in (VISIT, REPOST, HOSTILE):
        empty_office.add(article)
    empty_office.export()
    return empty_office
