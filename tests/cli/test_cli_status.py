"""What `nnnews status` says, ends with and writes; and what a crawl tells its watchman."""

import json
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from nnnews.cli.app import app
from nnnews.crawl import ping
from nnnews.errors import ConfigError, LockedError
from nnnews.storage import health, open_store, reading, site_days, writing
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.stored import NETWORK, Health, SiteDay, SiteRun, State

NOW = datetime.now(UTC)
SCORE = [0.0, 1, 9.0, 10.0, 0.0, 0]
LOST = [0.0, 1, 1.0, 10.0, 14.0, 1]


@pytest.fixture
def status(tmp_path: Path) -> Callable[..., Result]:
    def run(
        state: State, *options: str, site: str = "nnrb", field: str = "source", score: list[float] = SCORE
    ) -> Result:
        with writing(open_store(f"sqlite:///{tmp_path}/nnnews.sqlite3")) as connection:
            number = start_run(connection, NOW)
            finish_run(connection, number, Finish(NOW, "ok", (SiteRun("nnrb", "ok", {"new": 3}),)))
            judged = Health(
                site, field, state, NOW, number, "found on 1 of 10", "found", 0.1, 0.9, {f"{field}/found": score}
            )
            health.settle(connection, [judged])
            site_days.keep(connection, [SiteDay("nnrb", NOW.date(), 1, 3, NOW)])
        return CliRunner().invoke(app, ["status", *options], env={"NNNEWS_DATA": str(tmp_path)})

    return run


@pytest.mark.parametrize(
    ("state", "code"), [("fine", 0), ("uneasy", 0), ("unknown", 0), ("broken", 1), ("blocked", 1), ("silent", 1)]
)
def test_a_site_that_needs_somebody_makes_the_command_end_with_one(
    status: Callable[..., Result], state: State, code: int
) -> None:
    assert status(state).exit_code == code


def test_a_row_tells_the_state_the_reason_and_the_rates(status: Callable[..., Result]) -> None:
    rows = {row["site"]: row for row in map(json.loads, status("broken", "--json").stdout.splitlines())}
    told = rows["nnrb"]
    assert (told["state"], told["field"], told["reason"]) == ("broken", "source", "found on 1 of 10")
    assert (told["rates"], told["fields"]["source"]["observed"]) == ({"source": 0.9}, 0.1)
    assert (rows["gxrd"]["state"], rows["gxrd"]["reason"]) == ("unknown", "no run was judged")


def test_trouble_of_the_network_stands_above_the_sites(status: Callable[..., Result]) -> None:
    done = status("broken", "--json", site=NETWORK, field="")
    assert (json.loads(done.stdout.splitlines()[0])["site"], done.exit_code) == (NETWORK, 1)


def test_the_metrics_are_written_whole_beside_nothing_else(status: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "out" / "nnnews.prom"
    file.parent.mkdir()
    status("blocked", "--metrics", str(file))
    lines = file.read_text("utf-8").splitlines()
    assert 'nnnews_site_state{site="nnrb",state="blocked"} 1' in lines
    assert 'nnnews_field_share{site="nnrb",field="source"} 0.9' in lines
    assert f'nnnews_last_success_timestamp_seconds{{site="nnrb"}} {int(NOW.timestamp())}' in lines
    assert list(file.parent.iterdir()) == [file]


def test_metrics_that_cannot_be_written_are_named(status: Callable[..., Result], tmp_path: Path) -> None:
    failed = status("fine", "--metrics", str(tmp_path / "absent" / "x.prom"))
    assert "cannot be written" in str(failed.exception)


def test_a_loss_is_accepted_by_hand_and_the_site_is_fine(status: Callable[..., Result], tmp_path: Path) -> None:
    done = status("broken", "--accept", "nnrb/source", score=LOST)
    assert (done.exit_code, done.stdout) == (0, "accepted: nnrb: source: found on 1 of 10\n")
    with reading(open_store(f"sqlite:///{tmp_path}/nnnews.sqlite3")) as connection:
        [now] = health.current(connection)
        [day] = site_days.recent(connection, NOW.date() - timedelta(days=1))
    assert (now.state, now.reason, now.scores) == ("fine", "accepted by hand", {})
    assert day.learned["accepted"] == {"source/found": 0.1}


@pytest.mark.parametrize("name", ["nnrb/title", "nnrb/source", "nowhere"])
def test_what_is_not_lost_cannot_be_accepted(status: Callable[..., Result], name: str) -> None:
    failed = status("fine", "--accept", name)
    assert "no loss to be accepted" in str(failed.exception)


@pytest.fixture
def watchman() -> Iterator[tuple[str, list[str]]]:
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(500 if "broken" in self.path else 200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()


def test_the_watchman_hears_the_start_and_the_exit_status(watchman: tuple[str, list[str]]) -> None:
    url, heard = watchman
    with ping.pinged(f"{url}/check/") as told:
        told.start()
        told.code = 1
    assert heard == ["/check/start", "/check/1"]


@pytest.mark.parametrize(
    ("error", "paths"), [(ConfigError("no"), ["/78"]), (LockedError("held"), []), (RuntimeError(), ["/1"])]
)
def test_the_watchman_hears_of_errors_but_not_of_a_run_that_another_is_doing(
    watchman: tuple[str, list[str]], error: Exception, paths: list[str]
) -> None:
    url, heard = watchman
    with pytest.raises(type(error)), ping.pinged(url):
        raise error
    assert heard == paths


@pytest.mark.parametrize("url", ["/broken", "no address at all", "http://127.0.0.1:1/secret"])
def test_a_watchman_who_does_not_answer_changes_nothing_and_is_not_named(
    watchman: tuple[str, list[str]], url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with ping.pinged(watchman[0] + url if url.startswith("/") else url) as told:
        told.start()
    assert "ping 0 failed" in caplog.text
    assert "secret" not in caplog.text and "address" not in caplog.text


def test_a_watchman_who_never_ends_his_answer_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ping, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, ping.pinged(f"http://127.0.0.1:{silent.getsockname()[1]}"):
        pass
