"""Alerts killed at any instant: no part is lost, and only a part that was under way may come twice.

.venv/bin/python tests/torture/kill_alerts.py [--kills 40] [--seed 1]
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from nnnews.storage import open_store, outbox, reading, writing
from nnnews.storage.outbox import Letter

LATENCY = 0.02  # seconds that the service takes for an answer
PARTS = 3  # of a message
SENDER = """
import sys
from pathlib import Path
import nnnews.alerts.delivering as delivering
from nnnews.alerts.run import alert
from nnnews.config import load_config
delivering.A_MINUTE = 10_000
alert(load_config(Path(sys.argv[1])))
"""


@dataclass
class Outcome:
    """`kept`: parts sent twice because they were under way at a kill. `broken` names each promise that was broken."""

    kills: int = 0
    kept: int = 0
    broken: list[str] = field(default_factory=list)


class Robot(BaseHTTPRequestHandler):
    """Takes everything after a moment; remembers text and name of each part in the order of coming."""

    came: list[tuple[str, str]]

    def do_POST(self) -> None:
        """One part."""
        payload = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.came.append((payload["text"]["content"], self.headers["Idempotency-Key"]))
        time.sleep(LATENCY)
        self.send_response(200)
        self.send_header("Content-Length", "13")
        self.end_headers()
        self.wfile.write(b'{"errcode":0}')

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def torment(folder: Path, kills: int, seed: int) -> Outcome:
    """Kills senders of one outbox, lets the last one end, and looks at what came."""
    wanted = [f"{one}-{part}" for one in range(kills + 5) for part in range(PARTS)]
    robot = type("Robot", (Robot,), {"came": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), robot) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # it answers the dead
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        settings = _prepare(folder, server.server_port, wanted)
        outcome = _kill(settings, robot.came, kills, random.Random(seed))
        server.shutdown()
    _judge(folder, robot.came, wanted, outcome)
    return outcome


def _prepare(folder: Path, port: int, wanted: list[str]) -> Path:
    """An outbox full of parts, and the settings for their sender."""
    engine = open_store(f"sqlite:///{folder}/nnnews.sqlite3")
    letters = [Letter("x", "c", tuple(wanted[start : start + PARTS])) for start in range(0, len(wanted), PARTS)]
    with writing(engine) as connection:
        outbox.put(connection, letters, datetime.now(UTC))
    engine.dispose()
    settings = folder / "nnnews.toml"
    robot = f'channel = "wecom"\naddress = "key"\nbase_url = "http://127.0.0.1:{port}"\n'
    settings.write_text(f'data = "."\n[alerts.x]\n{robot}', "utf-8")
    return settings


def _kill(settings: Path, came: list[tuple[str, str]], kills: int, chance: random.Random) -> Outcome:
    outcome = Outcome()
    while True:
        process = subprocess.Popen([sys.executable, "-c", SENDER, str(settings)], stderr=subprocess.PIPE)
        wanted = len(came) + chance.randrange(1, 2 * PARTS)
        while process.poll() is None and (outcome.kills == kills or len(came) < wanted):
            time.sleep(0.001)
        time.sleep(chance.random() * LATENCY * 2)
        if process.poll() is not None:
            if words := process.communicate()[1]:
                outcome.broken.append(words.decode())
            return outcome
        process.kill()
        process.communicate()
        outcome.kills += 1


def _judge(folder: Path, came: list[tuple[str, str]], wanted: list[str], outcome: Outcome) -> None:
    texts = Counter(text for text, _ in came)
    outcome.broken += [f"lost: {text}" for text in wanted if text not in texts]
    outcome.kept = sum(count - 1 for count in texts.values())
    if outcome.kept > outcome.kills:
        outcome.broken.append(f"{outcome.kept} parts came again after {outcome.kills} kills")
    if len(set(came)) != len(wanted):
        outcome.broken.append("a part came under two names")
    with reading(open_store(f"sqlite:///{folder}/nnnews.sqlite3")) as connection:
        outcome.broken += [f"still waiting: {part.text}" for part in outbox.waiting(connection, "x")]


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = torment(Path(folder), given.kills, given.seed)
    print(f"{outcome.kills} kills: {outcome.kept} parts that were under way came twice")
    print("\n".join(outcome.broken) or "nothing lost, nothing else twice")
    sys.exit(bool(outcome.broken))


if __name__ == "__main__":
    main()
