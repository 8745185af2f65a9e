"""A few killed senders in every run of the tests; forty by `make torture`."""

from pathlib import Path

import kill_alerts


def test_killed_senders_lose_nothing_and_repeat_but_what_was_under_way(tmp_path: Path) -> None:
    assert kill_alerts.torment(tmp_path, kills=2, seed=3).broken == []
