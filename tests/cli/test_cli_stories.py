"""`nnnews story` and `nnnews show --why` on two invented articles, one a cut of the other."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nnnews.cli.app import app
from nnnews.items import Article
from nnnews.storage import open_store, stories, writing
from nnnews.storage.store import save

LEAD = (
    "3月12日，青秀区人大常委会副主任韦海明带队到伶俐镇开展饮用水水源地保护执法检查。检查组一行先后察看了18处取水口和两家自来水厂，"
    "认真听取镇政府负责人的情况介绍，并与村民代表座谈交流。"
)
REST = "检查组指出，水源地保护关系千家万户，要进一步增强责任意识，落实巡查制度，及时清理沿岸垃圾，确保群众喝上放心水。"
FULL = Article(key="nnrb/1", url="http://nnrb.example/1", site="nnrb", title="检查水源地", text=LEAD + "\n" + REST)
CUT = Article(key="nnwb/2", url="http://nnwb.example/2", site="nnwb", title="水源地受检", text=LEAD)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both articles stored, in one story."""
    monkeypatch.setenv("NNNEWS_DATA", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    url = f"sqlite:///{tmp_path / 'nnnews.sqlite3'}"
    engine = open_store(url)
    with writing(engine) as connection:
        stories.settle(connection, [save(connection, article).article_id for article in (FULL, CUT)])
    engine.dispose()
    return url


def told(*command: str) -> str:
    ended = CliRunner().invoke(app, command)
    assert ended.exit_code == 0, ended.output
    return ended.output


@pytest.mark.usefixtures("store")
def test_an_article_is_shown_with_the_other_places_of_its_story() -> None:
    assert "excerpt http://nnwb.example/2" in told("show", "nnrb/1")


@pytest.mark.usefixtures("store")
def test_the_reasons_name_members_verdict_and_shares() -> None:
    shown = told("show", "nnrb/1", "--why")
    assert re.search(r"2 +│ +excerpt .*水源地受检", shown)
    assert re.search(r"nnwb/2 +│ expanded │ shared +│ \d\d% 100%", shown)


@pytest.mark.usefixtures("store")
def test_what_was_split_is_told_and_can_be_joined_again() -> None:
    assert told("story", "split", "nnwb/2") == "story 2: nnwb/2\n"
    assert "split by hand, else expanded" in told("show", "1", "--why")
    assert told("story", "join", "1", "nnwb/2") == "story 1: nnrb/1 nnwb/2\n"


@pytest.mark.usefixtures("store")
def test_signatures_are_made_anew_and_rulings_stay() -> None:
    told("story", "split", "2")
    assert told("replay", "--signatures") == ""
    assert "also at" not in told("show", "1")
