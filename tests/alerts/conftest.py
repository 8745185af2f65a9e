"""A chat service, a newsroom, and articles to put into it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from chat_service import Service, running
from newsroom import VISIT, Newsroom

from nnnews.items import SHANGHAI, Article


@pytest.fixture
def service() -> Iterator[Service]:
    """Takes everything unless told otherwise."""
    with running() as started:
        yield started


@pytest.fixture
def newsroom(tmp_path: Path, service: Service) -> Iterator[Newsroom]:
    """Nothing is stored yet."""
    room = Newsroom(tmp_path, service)
    yield room
    room.engine.dispose()


@pytest.fixture
def visit() -> Article:
    """A visit with a figure; it speaks of the budget."""
    return VISIT


@pytest.fixture
def report() -> Callable[..., Article]:
    """Makes reports of sessions: place and term, number, day of March 2026."""

    def make(body: str, number: str, day: int, **fields: Any) -> Article:
        text = (
            f"3月{day}日，{body}第{number}次会议在市人大常委会会议厅举行。会议听取了有关工作报告，{body}组成人员出席。"
        )
        published = datetime(2026, 3, day, 9, tzinfo=SHANGHAI)
        own = {"key": f"nnnews/{body}{number}", "title": f"{body}第{number}次会议举行", "published": published}
        return replace(VISIT, **{"text": text, "district": None, "figures": (), **own, **fields})

    return make
