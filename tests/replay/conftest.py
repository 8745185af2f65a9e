"""An archive in a folder of its own for each test."""

from pathlib import Path

import pytest
from replay_past import Past


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path)
