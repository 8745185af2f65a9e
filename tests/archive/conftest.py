"""A store and a folder for an archive, and answers to put into it. All pages are invented."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from nnnews.archive import Exchange, Terms
from nnnews.storage import open_store

NOON = datetime(2026, 3, 5, 4, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.dispose()


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    return Terms(tmp_path / "archive", info={"software": "nnnews/test"})


@pytest.fixture
def answer() -> Callable[..., Exchange]:
    """A number makes an answer of its own; fields may be named."""

    def make(number: int, **fields: Any) -> Exchange:
        headers = ((b"Content-Type", b"text/html; charset=utf-8"), (b"Set-Cookie", b"a"), (b"Set-Cookie", b"b"))
        body = f"<title>第{number}篇</title><p>{'代表走进联络站。' * 50}{number}</p>".encode()
        own = {"url": f"http://www.nnnews.net/p/{100000 + number}.html", "status": 200, "headers": headers}
        return Exchange(**{**own, "body": body, "fetched": NOON, **fields})

    return make
