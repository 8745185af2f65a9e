"""The page in Chromium, from a plain server and from files: what a reader types gives what the store holds."""

import json
import random
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Connection

from nnnews.config import Config
from nnnews.exporters import export_all
from nnnews.items import SHANGHAI, Article, Congress, Figure, Person
from nnnews.storage import open_store, queries, reading, revisions, writing
from nnnews.storage.store import save

HERE = Path(__file__).parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DAY = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
PLACES = ("青秀区", "横州市", "上林县")
TOPICS = ("会议", "监督", "代表工作")
SENTENCES = (
    "市人大常委会听取防汛工作情况的报告。",
    "代表建议办理工作座谈会举行，人大代表提出意见。",
    "执法检查组走进老旧小区，查看供水管网。",
    "会议表决通过了有关决定，任命了工作人员。",
    "一名著名的老代表说起修水渠的往事，众人点头。",
)
FILTERS: dict[str, Callable[[Article], bool]] = {
    "district=青秀区": lambda a: a.district == "青秀区",
    "district=横州市": lambda a: a.district == "横州市",
    "topic=监督": lambda a: "监督" in a.congress.topics,
    "topic=会议&district=上林县": lambda a: "会议" in a.congress.topics and a.district == "上林县",
    "site=nnrb": lambda a: a.site == "nnrb",
    "site=gxrd&topic=代表工作": lambda a: a.site == "gxrd" and "代表工作" in a.congress.topics,
    "from=2026-01-01": lambda a: day(a) >= "2026-01-01",
    "to=2025-06-30": lambda a: day(a) <= "2025-06-30",
    "from=2025-07-01&to=2026-01-15": lambda a: "2025-07-01" <= day(a) <= "2026-01-15",
    "relevant=1&site=nnnews": lambda a: a.congress.relevant and a.site == "nnnews",
}
WORDS = ("防汛", "代表", "人大代表", "代表建议", "会代", "供水管网", "韦小甲", "著名", "抗旱", "委员")


def day(article: Article) -> str:
    return f"{article.published:%Y-%m-%d}"


def invent() -> Iterator[Article]:
    """Nearly two hundred articles over two years, one of them meaning harm."""
    dice = random.Random(7)
    for number in range(190):
        text = "\n".join(dice.choices(SENTENCES, k=3)) + f"\n到场代表{number + 20}名。"
        start = text.index(f"{number + 20}名")
        figure = Figure(text[start:-1], start, len(text) - 1, number + 20, None, "名", "exact", "到场代表", text[-10:])
        yield Article(
            key=f"nnnews/{number}",
            url=f"http://www.nnnews.net/p/{number}.html",
            site=dice.choice(("nnnews", "nnrb", "gxrd")),
            title=f"第{number}号消息",
            published=DAY - timedelta(days=number * 3),
            published_precision="minute",
            byline=(Person(dice.choice(("韦小甲", "黄小乙")), "reporter"),),
            text=text,
            district=dice.choice((*PLACES, None)),
            figures=(figure,),
            congress=Congress(dice.random() < 0.7, 0.9, tuple(dice.sample(TOPICS, 2))),
        )
    harm = "<script>alert(1)</script>]]>\x0b\u202e倒" + "长" * 10_000
    yield Article(
        key="x/1", url="javascript:alert(1)", title=harm, text="<img src=x onerror=alert(2)>" * 9, published=DAY
    )


@dataclass(frozen=True)
class Visit:
    """The articles in the store and what the browser met; `scheme` is that of the address."""

    scheme: str
    articles: list[Article]
    met: dict[str, Any]


@pytest.fixture(scope="module", params=["http", "file"])
def visit(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    if not CHROMIUM or not shutil.which("node") or not (HERE / "node_modules").is_dir():
        pytest.skip("needs chromium, and node with `npm ci` done in tests/browser")
    folder = tmp_path_factory.mktemp("page")
    articles = fill(folder)
    if request.param == "file":
        yield Visit("file", articles, look(f"file://{folder}/exports/", ["phone"]))
        return
    handler = partial(QuietHandler, directory=str(folder / "exports"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Visit("http", articles, look(f"http://127.0.0.1:{server.server_port}/", ["light", "dark", "phone"]))
        server.shutdown()


class QuietHandler(SimpleHTTPRequestHandler):
    """Says nothing on standard error."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def fill(folder: Path) -> list[Article]:
    engine = open_store(f"sqlite:///{folder}/store.sqlite3")
    with writing(engine) as connection:
        for article in invent():
            save(connection, article, datetime(2026, 3, 3, tzinfo=UTC))
        change(connection, next(invent()))
        lag(connection)
    export_all(engine, replace(Config(), exports=folder / "exports"))
    with reading(engine) as connection:
        found = [stored.article for stored in queries.every(connection)]
    engine.dispose()
    return found


def change(connection: Connection, article: Article) -> None:
    """The first article is edited, taken away and put back; so its page tells all that can become of one."""
    seen = datetime(2026, 3, 4, tzinfo=UTC)
    figure = replace(article.figures[0], text="25名", value=25)
    text = article.text.replace("20名", "25名").replace("。", "！", 1)
    save(connection, replace(article, title="改过的消息", text=text, figures=(figure,)), seen)
    revisions.withdrawn(connection, 1, seen)
    revisions.restored(connection, 1, seen)


def lag(connection: Connection) -> None:
    """Changes that most shards of their year's index take in later."""
    for number in (30, 31):
        stored = queries.article(connection, number)
        assert stored
        text = stored.article.text.replace("防汛", "抗旱").replace("代表", "委员")
        save(connection, replace(stored.article, text=text, figures=()), datetime(2026, 3, 5, tzinfo=UTC))


def look(address: str, looks: list[str]) -> dict[str, Any]:
    pages = ("index", "a/0/1", "a/0/191", "d/qingxiu", "t/supervision", "status", "about", "feeds/index")
    asked = {
        "pages": {page: f"{page}.html" for page in pages} | {"finds": "index.html#q=防汛"},
        "filters": list(FILTERS),
        "words": [*WORDS, "代表建議"],
        "looks": looks,
        "pictures": "",
    }
    command = ["node", "visit.js", address, str(CHROMIUM)]
    run = subprocess.run(command, cwd=HERE, input=json.dumps(asked), capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr[-2000:]
    met: dict[str, Any] = json.loads(run.stdout)
    return met


def test_ten_filters_count_what_the_store_holds(visit: Visit) -> None:
    counts = {question: visit.met["filters"][question]["count"] for question in FILTERS}
    assert counts == {name: f"共 {sum(map(fits, visit.articles))} 篇" for name, fits in FILTERS.items()}


def test_words_typed_after_a_slash_are_found_wherever_they_stand(visit: Visit) -> None:
    for word in WORDS:
        found = visit.met["words"][word]
        fields = [(a.title or "", a.text, *(person.name for person in a.byline)) for a in visit.articles]
        total = sum(any(word in field for field in own) for own in fields)
        assert (found["focused"], found["count"]) == ("q", f"共 {total} 篇"), word
        assert found["shown"] == min(total, 20)
        assert found["marks"] >= found["shown"] or word == "韦小甲"


def test_traditional_words_find_simplified_text(visit: Visit) -> None:
    assert visit.met["words"]["代表建議"]["count"] == visit.met["words"]["代表建议"]["count"]


def test_a_word_of_two_characters_asks_the_index_once_a_year(visit: Visit) -> None:
    asked = [url.partition("?")[0] for url in visit.met["words"]["防汛"]["asked"] if "/idx/" in url]
    assert len(asked) == len({url.split("/idx/")[1][:4] for url in asked}) <= 3


def test_axe_finds_no_fault(visit: Visit) -> None:
    assert {page: found for page, found in visit.met["axe"].items() if found} == {}


def test_charts_are_drawn(visit: Visit) -> None:
    assert visit.met["charts"]["d/qingxiu"] > 10 and visit.met["charts"]["t/supervision"] > 10


def test_no_page_is_wider_than_its_window(visit: Visit) -> None:
    assert visit.met["wide"] == []


def test_the_console_stays_empty_and_nothing_runs_that_means_harm(visit: Visit) -> None:
    assert visit.met["errors"] == []


def test_no_request_leaves_the_host(visit: Visit) -> None:
    assert {urlsplit(url).hostname for url in visit.met["requests"] if not url.startswith("data:")} <= {
        "127.0.0.1",
        None,
    }


def test_without_scripts_the_newest_fifty_are_a_list_and_a_page_prints(visit: Visit) -> None:
    assert visit.met["plain"] == 50 and visit.met["printed"] > 10_000
