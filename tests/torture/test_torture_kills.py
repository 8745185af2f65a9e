"""A few killed runs in every run of the tests; sixty by `make torture`."""

from pathlib import Path

import kill_runs


def test_killed_runs_lose_nothing_repeat_nothing_and_leave_exports_whole(tmp_path: Path) -> None:
    assert kill_runs.torment(tmp_path, kills=4, seed=3, sites=("gxrd", "rmdbw")) == []
