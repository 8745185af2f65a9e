"""`nnnews show ID --revisions`."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nnnews.cli.revisions import show_revisions
from nnnews.config import Config
from nnnews.errors import UsageError
from nnnews.items import Article
from nnnews.reading import count
from nnnews.storage import open_store, revisions, writing
from nnnews.storage.store import save

TEXT = "近日，青秀区人大常委会组织代表视察老旧小区改造。\n代表们走进12个小区，提出建议36条，投入资金1.2亿元。"
OLD = count(Article(key="nnnews/1", url="http://www.nnnews.net/p/1.html", site="nnnews", title="视察", text=TEXT))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    kept = Config(data=tmp_path)
    with writing(open_store(kept.database_url)) as connection:
        saved = save(connection, OLD, datetime(2026, 3, 2, tzinfo=UTC))
        save(connection, count(replace(OLD, text=TEXT.replace("36", "63"))), datetime(2026, 3, 3, tzinfo=UTC))
        revisions.withdrawn(connection, saved.article_id, datetime(2026, 3, 9, tzinfo=UTC), "http-404")
    return kept


def test_words_and_figures_stand_before_and_after(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    show_revisions(config, "nnnews/1", as_json=False)
    shown = capsys.readouterr().out
    assert "提出建议[-36条-]{+63条+}，投入资金" in shown
    assert "2026-03-03 08:00  edited" in shown and "2026-03-09 08:00  withdrawn · http-404" in shown
    [row] = [line for line in shown.splitlines() if "│" in line and "63条" in line]
    assert "36条" in row


def test_as_json_each_is_a_line(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    show_revisions(config, "1", as_json=True)
    edit, withdrawal = map(json.loads, capsys.readouterr().out.splitlines())
    assert "".join(piece["text"] for piece in edit["text"] if piece["op"] != "in") == TEXT
    assert (edit["figures"][0]["before"], edit["figures"][0]["after"]) == (36, 63)
    assert (withdrawal["event"], withdrawal["text"]) == ("withdrawn", [])


def test_an_unknown_article_is_a_usage_error(config: Config) -> None:
    with pytest.raises(UsageError, match="no article 'nnnews/2'"):
        show_revisions(config, "nnnews/2", as_json=False)
