"""Saved searches in the settings file: read as written, a mistake named."""

from pathlib import Path

import pytest

from nnnews.config import load_config, scoped_config
from nnnews.errors import ConfigError
from nnnews.searches import FigureRule, SavedSearch
from nnnews.settings import configured


def load(folder: Path, text: str) -> tuple[SavedSearch, ...]:
    file = folder / "nnnews.toml"
    file.write_text(text, "utf-8")
    return load_config(file, environ={}).feeds


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """
    [feeds.budget]
    title = "预算"
    all = "预算"
    any = ["决算", "审计"]
    none = ["招聘"]
    districts = ["青秀区"]
    topics = ["监督"]
    figure = "投资 >= 1.5亿元"
    """
    rule = FigureRule("投资", ">=", 150_000_000, "元")
    [search] = load(tmp_path, text)
    assert search == SavedSearch("budget", "预算", ("预算",), ("决算", "审计"), ("招聘",), ("青秀区",), ("监督",), rule)


@pytest.mark.parametrize(
    ("rule", "read"),
    [
        ("投资 > 1亿元", FigureRule("投资", ">", 1e8, "元")),
        ("老旧小区<=36个", FigureRule("老旧小区", "<=", 36, "个")),
        ("> 85.5%", FigureRule("", ">", 85.5, "%")),
        ("建议 = 3", FigureRule("建议", "=", 3, "")),
        ("受益 >= 2万 人", FigureRule("受益", ">=", 20_000, "人")),
    ],
)
def test_a_figure_rule_is_subject_comparison_number_and_unit(tmp_path: Path, rule: str, read: FigureRule) -> None:
    [search] = load(tmp_path, f'[feeds.x]\nfigure = "{rule}"')
    assert search.figure == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[feeds."预算"]\nall = ["预算"]', "part of an address"),
        ('[feeds."../x"]\nall = ["预算"]', "part of an address"),
        ("[feeds.x]\nword = ['预算']", "unknown key 'word'"),
        ("[feeds.x]\ntopic = ['监督']", "did you mean topics?"),
        ("[feeds.x]\ntitle = '预算'", "asks for nothing"),
        ("[feeds.x]\nall = 3", "'all' wants a list of words"),
        ("[feeds.x]\nall = ['，']", "'all' wants a list of words"),
        ("[feeds.x]\ntitle = 3\nall = ['预算']", "'title' wants a text"),
        ("[feeds.x]\nfigure = '投资很多'", "wants a rule like"),
        ("[feeds]\nx = 3", r"\[feeds.x\] wants keys"),
        ("feeds = 3", "'feeds' wants tables"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("?", r"\?")):
        load(tmp_path, text)


def test_the_environment_cannot_hold_a_search() -> None:
    with pytest.raises(ConfigError, match="settings file"):
        load_config(environ={"NNNEWS_FEEDS": "budget"})


def test_searches_pass_through_the_settings_of_scrapy(tmp_path: Path) -> None:
    (tmp_path / "nnnews.toml").write_text("[feeds.x]\nall = ['预算']", "utf-8")
    config = load_config(tmp_path / "nnnews.toml", environ={})
    assert scoped_config(configured(config)).feeds == config.feeds
