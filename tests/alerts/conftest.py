"""A service and a channel to it."""

from collections.abc import Iterator

import pytest
from chat_service import Service, running


@pytest.fixture
def service() -> Iterator[Service]:
    """Takes everything unless told otherwise."""
    with running() as started:
        yield started
