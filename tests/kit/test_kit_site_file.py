"""What a site file declares is what was proposed, in the form in which the project keeps its files."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnnews.kit.site_file import Declaration, code_lines, load, render
from nnnews.kit.source_text import layout, text
from nnnews.platforms import founder_epaper, joyhua
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site
from nnnews.platforms.cjyun import Cjyun
from nnnews.platforms.paper import Paper
from nnnews.platforms.trs import Trs

ABOUT = {"history": ("first seen.",), "about": "The columns."}
LAYOUT = Layout("qinglan", title="div.biaoti > h1", info="div.xinxi", body="div.zhengwen", drop='a[class*="ad"]')
PLAIN = Declaration(
    "qinglan", "青澜区人民政府", Trs, ("www.qinglan.example",), lists=("https://www.qinglan.example/",), **ABOUT
)
OWN = Declaration(
    "qing_lan",
    '青澜"新闻"网\\',
    Site,
    ("www.qinglan.example", "qinglan.example", "m.qinglan.example"),
    lists=tuple(f"https://www.qinglan.example/columns/{number}/index.html" for number in range(4)),
    article_urls=(ArticleURL(re.compile(r"/a/(?P<ymd>\d{8})/(?P<id>\d+)\.s?html?"), "{day}-{id}"),),
    layouts=(LAYOUT, Layout("old", body="td.text")),
    numbering=(1,),
    daily=2.5,
    **ABOUT,
)
TENANT = Declaration(
    "tenant", "青澜网", Cjyun, ("q.example",), lists=("http://q.example/",), layouts=(LAYOUT,), **ABOUT
)
SHEETS = {"lists": ("http://paper.example/",), "sheets": "http://paper.example/pc/column/"}
PAPER = Declaration("paper", "青澜日报", Paper, ("paper.example",), system=founder_epaper, **SHEETS, **ABOUT)
JOYHUA = Declaration("paper", "青澜日报", Paper, ("paper.example",), system=joyhua, **SHEETS, **ABOUT)
ALL = {"platform": PLAIN, "own": OWN, "tenant": TENANT, "paper": PAPER, "joyhua": JOYHUA}
FIELDS = ("name", "title", "hosts", "lists", "article_urls", "layouts", "numbering", "daily")


@pytest.mark.parametrize("name", ["platform", "own", "tenant"])
def test_the_file_declares_what_was_proposed(name: str) -> None:
    proposed, site = ALL[name], load(render(ALL[name]))
    wanted = {field: getattr(proposed, field) or getattr(proposed.base, field) for field in FIELDS}
    if proposed is TENANT:
        wanted["layouts"] = (LAYOUT, *Cjyun.layouts)
    assert {field: getattr(site, field) for field in FIELDS} == wanted


def test_a_paper_takes_the_tables_of_its_system() -> None:
    site = load(render(PAPER))
    assert isinstance(site, Paper)
    assert (site.layouts, site.root) == (founder_epaper.LAYOUTS, "http://paper.example/")
    assert "http://paper.example/pc/column/202611/20/node_01.html" in site.front_urls(date(2026, 11, 20))
    assert isinstance(load(render(JOYHUA)), Paper)


@pytest.mark.parametrize("name", list(ALL))
def test_the_file_is_as_ruff_would_write_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / "site.py"
    file.write_text(render(ALL[name]), "utf-8")
    ruff = [Path(sys.executable).parent / "ruff"]
    settings = ["--config", str(Path(__file__).parents[2] / "pyproject.toml"), "--no-cache"]
    ended = [
        subprocess.run([*ruff, *order, *settings, file], capture_output=True, text=True)
        for order in (["format", "--diff"], ["check"])
    ]
    assert [(one.returncode, one.stdout) for one in ended if one.returncode] == []


@pytest.mark.parametrize(("name", "most"), [("platform", 12), ("tenant", 12), ("paper", 12), ("own", 30)])
def test_the_file_is_short(name: str, most: int) -> None:
    assert code_lines(render(ALL[name])) <= most


@given(st.text())
def test_every_text_can_be_declared(words: str) -> None:
    assert eval(text(words)) == words


def test_a_layout_is_written_with_what_it_declares() -> None:
    assert layout(Layout("a", "b", until=date(2026, 1, 2))).flat == 'Layout("a", body="b", until=date(2026, 1, 2))'
