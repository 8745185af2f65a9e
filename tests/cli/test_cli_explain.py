"""`nnnews show ID --explain` on an invented article."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from nnnews.cli import explain
from nnnews.config import Config
from nnnews.reading import read_text
from nnnews.storage import open_store, writing
from nnnews.storage.store import save

TEXT = """青秀区人大代表视察社区养老
本报讯（记者 韦明珠）3月5日，南宁市青秀区人大常委会组织代表视察社区养老服务。代表们走访社区21个，提出建议近30条。
责任编辑：黄小燕"""


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What is printed of the article, in colour."""
    config = Config(data=tmp_path)
    engine = open_store(config.database_url)
    with writing(engine) as connection:
        save(connection, replace(read_text(TEXT), key="n/1"), datetime(2026, 3, 7, tzinfo=UTC))
    engine.dispose()
    monkeypatch.setattr(explain, "Console", partial(Console, width=160, force_terminal=True))
    explain.explain_article(config, "n/1")
    return capsys.readouterr().out


@pytest.mark.parametrize("words", ["\x1b[1;33m21个", "\x1b[1;33m近30条", "\x1b[1;36m青秀区"])
def test_figures_and_places_are_marked_in_the_text(printed: str, words: str) -> None:
    assert words in printed


@pytest.mark.parametrize(
    "told",
    [
        ("本报讯（记者 韦明珠）", "before the text"),
        ("责任编辑：黄小燕", "row of labels"),
        ("近30条", "30 条 · 提出的建议", "classifier"),
        ("南宁市", "full name"),
    ],
)
def test_each_is_told_with_its_rule(printed: str, told: tuple[str, ...]) -> None:
    assert any(all(words in line for words in told) for line in printed.splitlines())


def test_the_words_that_speak_for_a_congress_are_told(printed: str) -> None:
    assert "relevant" in printed and "人大 1.00" in printed
