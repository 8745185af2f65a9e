"""`nnnews export`, `serve` and `search` as a person calls them."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

import pytest

from nnnews.items import SHANGHAI, Article
from nnnews.storage import open_store, words, writing
from nnnews.storage.store import save

NNNEWS = Path(sys.executable).parent / "nnnews"
TEXTS = ("青秀区人大代表建议增加社区养老床位。", "宾阳县人大代表视察防汛物资储备，代表建议及时补充。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a store of two invented articles."""
    engine = open_store(f"sqlite:///{tmp_path}/data/nnnews.sqlite3")
    for number, text in enumerate(TEXTS):
        day = datetime(2026, 3, 5 + number, tzinfo=SHANGHAI)
        district = text[:3]
        article = Article(key=f"n/{number}", title=f"第{number}篇", text=text, district=district, published=day)
        with writing(engine) as connection:
            save(connection, article, datetime(2026, 3, 7, number, tzinfo=UTC))
            words.index_waiting(connection)
    engine.dispose()
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([NNNEWS, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)


def found(folder: Path, *arguments: str) -> list[dict[str, object]]:
    ended = run(folder, "search", *arguments, "--json")
    assert (ended.returncode, ended.stderr) == (0, "")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_export_tells_what_it_wrote_and_then_nothing(folder: Path) -> None:
    first, second = run(folder, "export"), run(folder, "export")
    assert "written feeds/all.rss.xml\n" in first.stdout and "written data/2026-03/articles.csv\n" in first.stdout
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_a_section_alone_leaves_the_other(folder: Path) -> None:
    run(folder, "export")
    ended = run(folder, "export", "--only", "data", "--to", "elsewhere")
    assert {line.split("/")[0] for line in ended.stdout.splitlines()} == {"written data", "written manifest.json"}
    assert run(folder, "export", "--only", "data").stdout == ""
    assert (folder / "exports" / "feeds" / "all.json").exists()


def test_an_unknown_section_is_named(folder: Path) -> None:
    ended = run(folder, "export", "--only", "feed")
    assert (ended.returncode, "--only 'feed' is no section" in ended.stderr) == (2, True)


def test_serve_shows_the_exports_on_this_machine_only(folder: Path) -> None:
    run(folder, "export")
    command = [NNNEWS, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        with urlopen(address.removesuffix("feeds/") + "feeds/all.rss.xml") as answer:
            assert answer.status == 200
        server.terminate()


def test_serve_without_exports_says_what_to_do(folder: Path) -> None:
    ended = run(folder, "serve")
    assert (ended.returncode, "run `nnnews export` first" in ended.stderr) == (2, True)


def test_search_tells_rank_and_excerpt(folder: Path) -> None:
    results = found(folder, "代表建議")  # Traditional
    assert [(one["rank"], one["title"]) for one in results] == [(1, "第1篇"), (2, "第0篇")]
    assert results[1]["excerpt"] == TEXTS[0]


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (("代表建议", "--district", "青秀区"), ["第0篇"]),
        (("代表建议", "--since", "2026-03-06"), ["第1篇"]),
        (("代表", "--limit", "1"), ["第1篇"]),
        (("代表建议", "--ranked"), ["第0篇", "第1篇"]),
        (("水库",), []),
    ],
)
def test_search_is_held_to_what_was_asked(folder: Path, arguments: tuple[str, ...], titles: list[str]) -> None:
    assert [one["title"] for one in found(folder, *arguments)] == titles


def test_search_prints_a_table_for_people(folder: Path) -> None:
    ended = run(folder, "search", "防汛")
    assert ended.returncode == 0 and "第1篇" in ended.stdout and "防汛物资" in ended.stdout
