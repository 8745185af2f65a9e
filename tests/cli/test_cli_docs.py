"""What the README says of the command is what the command is."""

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from nnnews.cli.app import app

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def commands() -> list[str]:
    names = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", {})
        names += [f"{name} {sub}" for sub in below] if below else [name]
    return names


def test_every_command_is_in_the_readme_and_no_other() -> None:
    assert re.findall(r"^\| `nnnews ([a-z-]+(?: [a-z]+)?)", README, re.MULTILINE) == commands()


@pytest.mark.parametrize("name", commands())
def test_every_option_says_what_it_does(name: str) -> None:
    shown = CliRunner().invoke(app, [*name.split(), "--help"], terminal_width=200)
    assert shown.exit_code == 0
    options = re.findall(r"^  (-.*)$", shown.output, re.MULTILINE)
    assert options
    assert [line for line in options if not re.search(r"\S {2,}\S", line)] == []
