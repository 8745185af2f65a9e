"""Opening: a clear answer to every mistake. Transactions: all or nothing."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from nnnews.errors import ConfigError, OutputError
from nnnews.items import Article
from nnnews.storage import open_store, queries, reading, shared_store, shared_writer, writing
from nnnews.storage.store import save


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", "is no SQLAlchemy URL"),
        ("oracel://host/name", "is no SQLAlchemy URL"),
        ("mysql+mysqldb://host/name", "needs the Python package MySQLdb"),
        ("postgresql://host:port/name", "is no SQLAlchemy URL"),
    ],
)
def test_a_wrong_url_is_named(url: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        open_store(url)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(ConfigError, match=r"data folder .*data cannot be made .*; set `data`"):
        open_store(f"sqlite:///{tmp_path}/data/store.sqlite3")


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite3").write_text("这不是数据库。" * 100)
    with pytest.raises(ConfigError, match=r"store .*store\.sqlite3 cannot be opened \(file is not a database\)"):
        open_store(f"sqlite:///{tmp_path}/store.sqlite3")


def test_a_password_is_not_told() -> None:
    pytest.importorskip("psycopg", reason="no driver: pip install psycopg[binary]")
    with pytest.raises(ConfigError, match=r"cannot be opened") as caught:
        open_store("postgresql+psycopg://office:geheim@127.0.0.1:1/nnnews")
    assert "geheim" not in str(caught.value)


def test_an_exception_undoes_the_whole_transaction(engine: Engine) -> None:
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(text("INSERT INTO runs (started) VALUES ('2026-03-02 01:00:00')"))
        raise RuntimeError
    with reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM runs")).scalar_one() == 0


def test_a_connection_that_is_held_writes_again_after_an_error(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    for number in (1, 1, 2):
        adding = text(f"INSERT INTO runs (id, started) VALUES ({number}, '2026-03-02 01:00:00')")
        with suppress(IntegrityError), writing(shared_writer(url)) as connection:
            connection.execute(adding)
    with reading(shared_store(url)) as connection:
        assert connection.execute(text("SELECT id FROM runs ORDER BY id")).scalars().all() == [1, 2]
    shared_writer(url).close()
    shared_store(url).dispose()


def test_a_connection_that_is_held_keeps_nobody_from_writing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3?timeout=0"
    other = open_store(url)
    with writing(shared_writer(url)) as connection:
        assert queries.count_articles(connection).articles == 0
    with writing(other) as connection:
        save(connection, Article(key="nnnews/1", title="题", text="文。"))
    shared_writer(url).close()
    for engine in (other, shared_store(url)):
        engine.dispose()


def test_readers_read_while_a_writer_writes(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path}/store.sqlite3")
    with writing(engine) as writer, reading(engine) as reader:
        writer.execute(text("INSERT INTO runs (started) VALUES ('2026-03-02 01:00:00')"))
        assert reader.execute(text("SELECT count(*) FROM runs")).scalar_one() == 0
    engine.dispose()


def test_a_full_disk_is_named_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path}/store.sqlite3")
    with pytest.raises(OutputError, match=r"database or disk is full; check free space"), writing(engine) as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))  # SQLite's own way to fill the disk
        for number in range(9):
            save(connection, Article(key=f"nnnews/{number}", title="题", text=f"第{number}篇。" * 4000))
    with reading(engine) as connection:
        assert queries.count_articles(connection).articles == 0
    engine.dispose()


def test_a_locked_store_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnnews.storage.engine.BUSY", 0)
    engine = open_store(f"sqlite:///{tmp_path}/store.sqlite3")
    other = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match=r"store .*store\.sqlite3: database is locked; check"), writing(engine):
        pass
    other.close()
    engine.dispose()


def test_a_new_store_that_another_process_is_making_is_waited_for_and_then_named(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "store.sqlite3", isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="database is locked; check"):
        open_store(f"sqlite:///{tmp_path}/store.sqlite3?timeout=0")
    other.close()
