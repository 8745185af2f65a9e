"""`nnnews alert`: what it prints, and what it ends with."""

import http.server
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nnnews.cli.app import app
from nnnews.cli.crawl import run_crawl
from nnnews.config import Config, load_config
from nnnews.crawl.plan import Plan
from nnnews.crawl.run import Run
from nnnews.crawl.verdict import Verdict
from nnnews.errors import NnnewsError, OutputError
from nnnews.items import Article, Congress
from nnnews.storage import open_store, writing
from nnnews.storage.store import save


class Robot(http.server.BaseHTTPRequestHandler):
    answer = b'{"errcode":0}'
    bodies: list[bytes]

    def do_POST(self) -> None:
        self.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.answer)))
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def robot() -> Iterator[type[Robot]]:
    kind = type("Robot", (Robot,), {"bodies": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        kind.url = f"http://127.0.0.1:{server.server_port}"  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield kind
        server.shutdown()


@pytest.fixture
def settings(tmp_path: Path, robot: type[Robot]) -> Path:
    """A store with one article about a congress, and a subscription whose key stands in the environment."""
    file = tmp_path / "nnnews.toml"
    channel = 'channel = "wecom"\naddress_env = "OFFICE_KEY"\nschedule = "at once"\n'
    base = f'base_url = "{robot.url}"\n'  # type: ignore[attr-defined]
    file.write_text(f'data = "data"\n[alerts.office]\n{channel}{base}', "utf-8")
    engine = open_store(f"sqlite:///{tmp_path}/data/nnnews.sqlite3")
    with writing(engine) as connection:
        about = Congress(True, 0.9, ("监督",))
        article = Article(key="a/1", title="人大代表视察", text="代表们视察了小区。" * 9, congress=about)
        save(connection, article, datetime.now(UTC))
    engine.dispose()
    return file


def alert(settings: Path, *arguments: str) -> Result:
    environ = {"OFFICE_KEY": "the-key-of-the-office"}
    return CliRunner().invoke(app, ["--config", str(settings), "alert", *arguments], env=environ)


def test_a_dry_run_prints_to_whom_and_what_and_sends_nothing(settings: Path, robot: type[Robot]) -> None:
    shown = alert(settings, "--dry-run")
    assert shown.exit_code == 0
    assert "[alerts.office] staff, wecom: 1 to send" in shown.output and "人大代表视察" in shown.output
    assert robot.bodies == []


def test_all_taken_is_silence_and_zero(settings: Path, robot: type[Robot]) -> None:
    sent = alert(settings)
    assert (sent.exit_code, sent.output, len(robot.bodies)) == (0, "", 1)
    assert alert(settings, "--dry-run").output == "[alerts.office] staff, wecom: 0 to send\n"


def test_an_error_with_status_200_is_one_and_a_line_without_the_key(settings: Path, robot: type[Robot]) -> None:
    robot.answer = b'{"errcode":93000,"errmsg":"invalid webhook url key=the-key-of-the-office"}'
    sent = alert(settings)
    assert sent.exit_code == 1
    assert sent.stderr == "nnnews: [alerts.office]: answered with code 93000: invalid webhook url key=***\n"


def test_a_test_message_goes_to_the_one_that_is_named(settings: Path, robot: type[Robot]) -> None:
    assert alert(settings, "--test", "office").output == "[alerts.office] took the test message\n"
    assert "测试消息" in robot.bodies[0].decode()
    with pytest.raises(NnnewsError, match="no subscription 'offices'; known: office"):
        raise alert(settings, "--test", "offices").exception or AssertionError


@pytest.mark.parametrize(
    ("word", "code", "answer", "ended"),
    [
        ("ok", 0, '{"errcode":0}', 0),
        ("ok", 0, '{"errcode":93000}', 1),
        ("unwritten", 74, '{"errcode":93000}', 74),
        ("unwritten", 74, '{"errcode":0}', 74),
        ("stopped", 130, '{"errcode":0}', 130),
    ],
)
def test_a_crawl_sends_what_is_due_and_ends_with_its_own_code(
    settings: Path, robot: type[Robot], monkeypatch: pytest.MonkeyPatch, word: str, code: int, answer: str, ended: int
) -> None:
    monkeypatch.setenv("OFFICE_KEY", "the-key-of-the-office")
    monkeypatch.setattr("nnnews.cli.crawl.crawl", lambda *_: Run(Verdict(word, code), []))
    robot.answer = answer.encode()
    assert run_crawl(load_config(settings), Plan(export=False)) == ended
    assert len(robot.bodies) == (0 if word == "stopped" else 1)


def test_a_run_that_cannot_write_calls_its_maintainers_once_a_day(
    settings: Path, robot: type[Robot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write_text(settings.read_text("utf-8") + 'audience = "maintainers"\n', "utf-8")
    monkeypatch.setenv("OFFICE_KEY", "the-key-of-the-office")

    def crawl(*_: object) -> None:
        raise OutputError("store: disk is full")

    monkeypatch.setattr("nnnews.cli.crawl.crawl", crawl)
    config: Config = load_config(settings)
    for _ in range(2):
        with pytest.raises(OutputError):
            run_crawl(config, Plan())
    assert ["disk is full" in body.decode() for body in robot.bodies] == [True]
    assert (tmp_path / "data" / "alarm").exists()
