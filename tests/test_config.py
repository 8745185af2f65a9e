"""Settings: the file, the environment, and a clear answer to a mistake."""

import re
from pathlib import Path

import pytest

from nnnews.config import OPTIONS, Config, load_config
from nnnews.errors import ConfigError


def write(folder: Path, text: str) -> Path:
    file = folder / "nnnews.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_the_ordinary_values_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config(environ={}) == Config()


def test_a_folder_in_the_file_is_taken_from_where_the_file_is(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, 'data = "store"'), environ={}).data == tmp_path / "store"


def test_the_environment_overrules_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, "delay = 2\nsites = ['nnrb']")
    config = load_config(file, environ={"NNNEWS_DELAY": "0.5", "NNNEWS_SITES": "nnnews, nnwb"})
    assert (config.delay, config.sites) == (0.5, ("nnnews", "nnwb"))


def test_the_store_lies_in_the_data_folder_unless_a_url_is_given() -> None:
    assert Config(data=Path("d")).database_url == "sqlite:///d/nnnews.sqlite3"
    assert Config(database="postgresql://h/n").database_url == "postgresql://h/n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("delya = 1", "did you mean delay?"),
        ("delay = 'fast'", "'delay' wants a number"),
        ("delay = -1", "'delay' wants a number"),
        ("feed_size = 0", "'feed_size' wants a whole number"),
        ("feed_size = 2.5", "'feed_size' wants a whole number"),
        ("data = 3", "'data' wants a folder"),
        ("sites = 3", "'sites' wants a list of names"),
        ("delay = ", "not valid TOML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("?", r"\?")):
        load_config(write(tmp_path, text), environ={})


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(environ={"NNNEWS_CONFIG": str(tmp_path / "absent.toml")})


def test_a_misspelt_variable_is_named() -> None:
    with pytest.raises(ConfigError, match="did you mean exports"):
        load_config(environ={"NNNEWS_EXPORT": "/srv"})


def test_every_setting_is_documented_with_its_ordinary_value() -> None:
    text = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| (\S+) \|", text, re.MULTILINE))
    plain = {name: str(getattr(Config(), name)) for name in OPTIONS if name not in ("sites", "feeds", "alerts")}
    assert {name: rows[name].strip("`–") for name in plain} == plain
    assert list(rows) == list(OPTIONS)
