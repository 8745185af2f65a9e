"""`nnnews repair` as a maintainer runs it: crawled by the real command, redesigned, mended in a checkout of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnnews.cli import main
from nnnews.demo.faults import changed, with_status
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve

ROOT = Path(__file__).parents[2]
HOST = "szb.rmdbw.cn/content/"


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(11)) as running:
        yield running


@pytest.fixture(scope="module")
def checkout(server: PracticeServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code and of one site's saved pages, with what a crawl of that site stored."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "nnnews", root / "nnnews", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copytree(ROOT / "tests" / "sites" / "rmdbw", root / "tests" / "sites" / "rmdbw")
    for name in ("scrapy.cfg", "pyproject.toml", "tests/test_sites.py"):
        shutil.copy(ROOT / name, root / name)
    assert run(root, server, "crawl", "--no-export", "rmdbw").returncode == 0
    return root


def run(root: Path, server: PracticeServer, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {"NNNEWS_DATA": "data", "NNNEWS_DELAY": "0", "NNNEWS_LOOPBACK": f"127.0.0.1:{server.port}"}
    environ = {**os.environ, **own, "PYTHONPATH": str(root)}
    order = [sys.executable, "-m", "nnnews", *arguments]
    return subprocess.run(order, cwd=root, env=environ, capture_output=True, text=True, timeout=120)


def redesign(body: bytes) -> bytes:
    """Other names; the old container shows a notice, so that its selector still matches."""
    notice = '<div id="ozoom" class="content"><p>欢迎订阅本报，全国各地邮局均可办理。</p></div>'
    moved = body.replace(b'<div id="ozoom" class="content">', f'{notice}<div class="article-words">'.encode())
    named = moved.replace(b'id="Title"', b'class="headline"').replace(b"founder-content", b"section")
    return named.replace(b"<!--enpproperty", b"<!--").replace(b'class="info"', b'class="issue"')


def test_an_unknown_site_and_one_of_which_nothing_is_known_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NNNEWS_DATA", str(tmp_path))
    for name, told in (("nosuch", "unknown site 'nosuch'"), ("gxrd", "nothing is known to go by")):
        monkeypatch.setattr(sys, "argv", ["nnnews", "repair", name])
        with pytest.raises(SystemExit, match="2"):
            main()
        assert told in capsys.readouterr().err


def test_addresses_that_are_gone_leave_nothing_to_go_by(checkout: Path, server: PracticeServer) -> None:
    server.faults.set("szb.rmdbw.cn", with_status(404))
    ended = run(checkout, server, "repair", "rmdbw", "--pages", "3")
    server.faults.clear("szb.rmdbw.cn")
    assert (ended.returncode, "3 gone" in ended.stdout) == (1, True)


def test_a_redesign_is_told_then_applied_then_healed(checkout: Path, server: PracticeServer) -> None:
    file = checkout / "nnnews" / "sites" / "rmdbw.py"
    before = file.read_text("utf-8")
    server.faults.set(HOST, changed(redesign))
    told = run(checkout, server, "repair", "rmdbw", "--json")
    record = json.loads(told.stdout)
    assert (told.returncode, file.read_text("utf-8")) == (0, before)
    pages = record["right"]["proposed"]["pages"]
    assert record["right"]["proposed"]["text"] == record["right"]["proposed"]["by_layout"] == pages > 5
    assert '+        Layout("rmdbw-20' in record["diff"]
    assert "+        *dated(founder_epaper.LAYOUTS, date(" in record["diff"]
    applied = run(checkout, server, "repair", "rmdbw", "--apply")
    assert (applied.returncode, "passed" in applied.stdout or "100%" in applied.stdout) == (0, True)
    assert file.read_text("utf-8") != before
    saved = [json.loads(one.read_text("utf-8")) for one in (checkout / "tests/sites/rmdbw").glob("rmdbw-*.json")]
    assert [one["unread"] for one in saved] == [True]
    healed = run(checkout, server, "repair", "rmdbw")
    assert (healed.returncode, "Nothing is broken" in healed.stdout) == (0, True)
    server.faults.clear(HOST)
