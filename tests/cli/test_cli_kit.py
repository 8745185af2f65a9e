"""What a maintainer is told by the kit: the first look, the check, and each failure in one line with its exit code."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nnnews.cli import main
from nnnews.demo.faults import changed, with_status
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve

Run = Callable[..., tuple[int, str, str]]
CAPTCHA = "<title>安全验证</title><p>请输入验证码</p>".encode()


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        running.faults.set("www.nanning.gov.cn/ywzx/", with_status(403))
        running.faults.set("www.gxrd.gov.cn", changed(lambda _: CAPTCHA))
        yield running


@pytest.fixture
def run(
    server: PracticeServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """The command, in this process: its exit code and what it printed."""
    own = {"LOOPBACK": f"127.0.0.1:{server.port}", "DELAY": "0", "JITTER": "0", "DATA": str(tmp_path)}

    def run_command(*arguments: str, **environ: str) -> tuple[int, str, str]:
        for name, value in (own | environ).items():
            monkeypatch.setenv(f"NNNEWS_{name}", value)
        monkeypatch.setattr(sys, "argv", ["nnnews", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
            sys.exit(0)
        shown = capsys.readouterr()
        return int(ended.value.code or 0), shown.out, shown.err

    return run_command


@pytest.mark.parametrize(
    ("url", "code", "words"),
    [
        ("http://www.nnnews.net/zhuanti/index.html", 1, "Forbidden by robots.txt"),
        ("https://www.nanning.gov.cn/ywzx/nnyw/", 1, "the server answers 403 Forbidden"),
        ("https://www.gxrd.gov.cn/html/rdyw/", 1, "captcha: 安全验证"),
        ("http://nowhere.example/", 1, "the server answers 404 Not Found"),
        ("ftp://www.nnnews.net/", 2, "is no address of a web page"),
    ],
)
@pytest.mark.parametrize("command", ["probe", "new-site"])
def test_a_failure_is_one_line_and_an_exit_code(run: Run, command: str, url: str, code: int, words: str) -> None:
    ended, out, error = run(command, url)
    assert (ended, out, len(error.splitlines()), words in error) == (code, "", 1, True)


def test_a_private_address_is_refused(run: Run, server: PracticeServer) -> None:
    ended, _, error = run("probe", f"http://127.0.0.1:{server.port}/", LOOPBACK="")
    assert (ended, "leads to the private address 127.0.0.1" in error) == (1, True)


def test_a_machine_that_does_not_answer_is_named(run: Run) -> None:
    ended, _, error = run("probe", "http://www.nnnews.net/", LOOPBACK="127.0.0.1:9")
    assert (ended, "http://www.nnnews.net/: " in error, len(error.splitlines())) == (1, True, 1)


def test_a_look_shows_both_readings_and_the_site_file(run: Run) -> None:
    ended, out, _ = run("probe", "news.hengjiang.example")
    assert ended == 0
    for words in ("read as gb18030; meta gb2312", "none that is known", "by the general reader", "(Site):"):
        assert words in out


def test_a_look_can_be_one_object(run: Run) -> None:
    found = json.loads(run("probe", "www.nnnews.net", "--json")[1])
    assert (found["known_site"], found["platform"], found["site_file"]) == ("nnnews", "cjyun", None)
    assert [one["profile"]["title"] == one["general"]["title"] for one in found["articles"]] == [True] * 3


def test_a_known_host_gets_no_second_file(run: Run) -> None:
    ended, _, error = run("new-site", "http://www.nnnews.net/jiaoyu/index.html")
    assert (ended, "declare its lists in nnnews/sites/nnnews.py" in error) == (2, True)


def test_a_page_of_no_site_is_not_saved(run: Run) -> None:
    ended, _, error = run("save-page", "http://news.hengjiang.example/")
    assert (ended, "begin with: nnnews new-site" in error) == (2, True)


def test_the_saved_pages_of_all_sites_are_fine(run: Run) -> None:
    ended, out, _ = run("check", "--json")
    assert ended == 0
    assert [json.loads(line)["site"] for line in out.splitlines() if not json.loads(line)["fine"]] == []


def test_a_check_of_live_pages_tells_what_does_not_answer(run: Run) -> None:
    assert run("check", "nnnews", "--live")[0] == 0
    ended, out, _ = run("check", "nanning_gov", "--live")
    assert (ended, "FAULT https://www.nanning.gov.cn/ywzx/nnyw/: the server answers 403 Forbidden" in out) == (1, True)


def test_an_unknown_site_is_a_wrong_argument(run: Run) -> None:
    ended, _, error = run("check", "nosuch")
    assert (ended, "unknown site 'nosuch'; known: " in error) == (2, True)
