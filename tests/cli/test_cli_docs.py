"""What the README says of the command is what the command is."""

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from nnnews.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text("utf-8")


def commands() -> list[str]:
    names = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", {})
        names += [f"{name} {sub}" for sub in below] if below else [name]
    return names


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert re.findall(r"^\| `nnnews ([a-z-]+(?: [a-z]+)?)", README, re.MULTILINE) == commands()


SAME = {
    "headings": r"^(#+) ",
    "rows of tables": r"^\| (`[^|`]+`)",
    "points": r"^(- \*\*)",
    "commands in blocks": r"^(?!\||#|- )((?:export |make |\.venv|[A-Z_]+=|0 ).*)$",
    "inline code": r"(?<!`)`([^`]+)`(?!`)",
    "links": r"\]\(([^)#]+?)(?:#[^)]*)?\)",
}


@pytest.mark.parametrize("part", SAME)
def test_the_chinese_readme_has_what_the_english_one_has(part: str) -> None:
    def found(text: str) -> list[str]:
        told = [" ".join(re.sub(r" +#.*", "", one).split()) for one in re.findall(SAME[part], text, re.MULTILINE)]
        return [one for one in told if not one.startswith("README")]

    # Inside a sentence the order of the words is the language's own.
    assert sorted(found(README)) == sorted(found(CHINESE))


def test_the_readmes_lead_to_each_other_and_to_what_is_there() -> None:
    assert "(README.zh-CN.md)" in README and "(README.md)" in CHINESE
    for target in re.findall(r"\]\(([^)#]+)", README + CHINESE):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", commands())
def test_every_option_says_what_it_does(name: str) -> None:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], terminal_width=200)
    assert shown.exit_code == 0
    options = re.findall(r"^  (-.*)$", shown.output, re.MULTILINE)
    assert options
    assert [line for line in options if not re.search(r"\S {2,}\S", line)] == []
