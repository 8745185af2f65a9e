"""The processes of a replay: none outlives the one that started it, and what ends one of them is told."""

import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest
from replay_past import Past, page

from nnnews.errors import ConfigError, NnnewsError
from nnnews.replay.plan import Plan
from nnnews.replay.processes import work_through
from nnnews.replay.run import Replay, replaying
from nnnews.replay.work import Task

KILLED = """
import os, signal, sys
from multiprocessing import active_children
from pathlib import Path
from nnnews.config import Config
from nnnews.replay.plan import Plan
from nnnews.replay.run import replaying

with replaying(Config(data=Path(sys.argv[1])), Plan(), processes=2) as replay:
    next(replay.done)
    print(*[child.pid for child in active_children()], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
STOPPED = """
import os, signal, sys
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from nnnews.config import Config
from nnnews.replay.plan import Plan
from nnnews.replay.run import replaying

ForkServerProcess.start = lambda self: os.killpg(0, signal.SIGINT)
try:
    with replaying(Config(data=Path(sys.argv[1])), Plan(), processes=2) as replay:
        next(replay.done)
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """Six batches."""
    past = Past(tmp_path_factory.mktemp("sixty"))
    for number in range(100000, 100060):
        past.answered(f"/p/{number}.html", page(f"第{number}篇"))
    return past


@pytest.fixture
def begun(sixty: Past) -> Iterator[Replay]:
    """On two processes; the first batch is done."""
    with replaying(sixty.config, Plan(), processes=2) as replay:
        next(replay.done)
        yield replay


def test_a_process_that_is_killed_ends_the_replay(begun: Replay) -> None:
    active_children()[0].kill()
    with pytest.raises(NnnewsError, match="a process that was reading has ended"):
        list(begun.done)
    assert active_children() == []


def test_a_replay_that_is_given_up_leaves_no_process(sixty: Past) -> None:
    with replaying(sixty.config, Plan(), processes=2) as replay:
        next(replay.done)
        assert len(active_children()) == 2
    assert active_children() == []


def test_no_process_outlives_a_replay_that_is_killed(sixty: Past) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, sixty.config.data], stdout=subprocess.PIPE, text=True)
    readers = [Path("/proc") / pid for pid in killed.stdout.split()]
    assert len(readers) == 2
    end = time.monotonic() + 60
    while any(reader.exists() for reader in readers):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_ctrl_c_is_heard_by_the_starting_process_alone(sixty: Past) -> None:
    command = [sys.executable, "-c", STOPPED, sixty.config.data]
    ended = subprocess.run(command, capture_output=True, text=True, start_new_session=True)
    assert (ended.stdout, ended.stderr) == ("stopped\n", "")


def test_a_reason_to_end_is_told_as_one_process_would(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path}/file/store.sqlite3"
    with pytest.raises(ConfigError, match=r"data folder .* cannot be made"):
        list(work_through(Task(url, url, tmp_path), ["a key"] * 60, processes=2))
