"""A site file is edited as a person would: only what is new changes, and ruff has nothing to add."""

import re
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from nnnews.kit.repair.editing import Edit, edited
from nnnews.kit.repair.source_file import CannotEdit
from nnnews.kit.site_file import load
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout
from nnnews.sites import all_sites

NEW = Layout("new-2026", title="h1.title", info="div.meta", body="div.text", drop="div.ad, ul.more")
DAY = date(2026, 11, 20)


def module_of(name: str) -> tuple[str, dict[str, object]]:
    module = import_module(f"nnnews.sites.{name}")
    return Path(module.__file__ or "").read_text("utf-8"), vars(module)


def formatted(source: str) -> bool:
    ruff = Path(sys.executable).with_name("ruff")
    told = [
        subprocess.run([ruff, *order, "--stdin-filename", "nnnews/sites/x.py", "-"], input=source.encode(), check=False)
        for order in (["format", "--check", "-q"], ["check", "-q"])
    ]
    return all(one.returncode == 0 for one in told)


@pytest.mark.parametrize("name", list(all_sites()))
def test_a_layout_goes_before_those_of_any_site_and_the_oldest_gets_its_last_day(name: str) -> None:
    source, namespace = module_of(name)
    old = [one for one in all_sites()[name].layouts if one.until is None]
    edit = Edit(name, (NEW,), (old[0].name, old[-1].name), DAY, history="2026-11-21: a new article page.")
    changed = edited(source, edit, namespace)
    site = load(changed)
    assert site.layouts[0] == NEW
    assert [one.name for one in site.layouts[1:]] == [one.name for one in all_sites()[name].layouts]
    assert {one.name for one in site.layouts if one.until == DAY} == {old[0].name, old[-1].name}
    assert "2026-11-21: a new article page.\n" in changed
    assert formatted(changed)


@pytest.mark.parametrize("name", list(all_sites()))
def test_what_an_edit_is_not_about_stays_to_the_letter(name: str) -> None:
    source, namespace = module_of(name)
    kind = ArticleURL(re.compile(r"/news/(?P<id>\d+)\.html"))
    changed = edited(source, Edit(name, article_urls=(kind,), lists=("https://news.example/a.json",)), namespace)
    assert load(changed).article_urls == (kind, *all_sites()[name].article_urls)
    comments = [line for line in source.split("\n") if line.lstrip().startswith("#")]
    assert all(line in changed.split("\n") for line in comments)
    assert formatted(changed)


def test_a_layout_too_long_for_a_line_is_laid_out_and_a_dated_one_keeps_its_day() -> None:
    source, namespace = module_of("nnnews")
    long = Layout("new-2026", title="h1." + "t" * 40, info="div." + "i" * 40, body="div." + "b" * 40)
    changed = edited(source, Edit("nnnews", (long,), ("nnnews", "nnnews-2018"), DAY), namespace)
    assert load(changed).layouts[-1].until == date(2019, 12, 31)
    assert formatted(changed)


def test_a_file_without_the_site_is_refused() -> None:
    with pytest.raises(CannotEdit):
        edited('"""Nothing."""\n\nX = 1\n', Edit("nowhere", (NEW,)))
