"""A mistake gets one line that names it, its exit code, and no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NNNEWS = Path(sys.executable).parent / "nnnews"


def run(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    own = {"NNNEWS_DATA": str(folder / "data"), "NNNEWS_EXPORTS": str(folder / "exports"), **environ}
    return subprocess.run(
        [NNNEWS, *arguments], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["crawl", "nosuch"], 2, "unknown site 'nosuch'; known: "),
        (["crawl", "--since", "yesterday"], 2, "--since 'yesterday' is no day"),
        (["crawl", "--limit", "0"], 2, "--limit"),
        (["replay", "--signatures", "--dry-run"], 2, "no other option goes with it"),
        (["story", "split", "99"], 2, "no article '99'"),
        (["show", "99"], 2, "no article '99'"),
        (["extract", "a", "b", "--url", "http://www.nnnews.net/p/1.html"], 2, "--url is the address of one file"),
        (["nosuch"], 2, "nosuch"),
        (["--config", "absent.toml", "sites"], 78, "absent.toml: cannot be read"),
    ],
)
def test_a_wrong_argument_is_named(tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    ended = run(tmp_path, *arguments)
    assert (ended.returncode, words in ended.stderr, "Traceback" in ended.stderr) == (code, True, False)


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"NNNEWS_DELAY": "soon"}, "setting 'delay' wants a number"),
        ({"NNNEWS_DATABASE": "nonsense"}, "is no SQLAlchemy URL"),
        ({"NNNEWS_DATA": "/proc/nowhere"}, "/proc/nowhere"),
        ({"NNNEWS_SITE": "gxrd"}, "did you mean sites?"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, environ: dict[str, str], words: str) -> None:
    ended = run(tmp_path, "crawl", **environ)
    assert (ended.returncode, words in ended.stderr, len(ended.stderr.splitlines())) == (78, True, 1)


def test_scrapy_commands_name_a_wrong_setting_too(tmp_path: Path) -> None:
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = nnnews.settings\n")
    ended = subprocess.run(
        [NNNEWS.parent / "scrapy", "list"],
        cwd=tmp_path,
        env={**os.environ, "NNNEWS_DELAY": "soon"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (78, False)


def test_an_unreadable_file_is_an_object_a_line_and_code_1_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("青秀区人大常委会视察老旧小区\n3月5日，常委会视察了3个小区。", "utf-8")
    ended = run(tmp_path, "extract", "--text", "absent.txt", "good.txt")
    lines = ended.stdout.splitlines()
    assert ended.returncode == 1
    assert lines[0] == '{"file":"absent.txt","error":"No such file or directory"}'
    assert '"file":"good.txt"' in lines[1] and '"text":"3个"' in lines[1]
    assert ended.stderr == "nnnews: absent.txt: No such file or directory\n"


def test_a_run_leaves_at_once_when_another_holds_the_folder(tmp_path: Path) -> None:
    from nnnews.crawl.lock import locked

    with locked(tmp_path / "data"):
        ended = run(tmp_path, "crawl")
    assert (ended.returncode, ended.stderr) == (75, f"nnnews: another run holds {tmp_path / 'data'}\n")


def test_a_demo_does_not_empty_a_folder_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    ended = run(tmp_path, "demo", "--folder", "mine")
    assert (ended.returncode, (tmp_path / "mine" / "thesis.txt").exists()) == (2, True)
