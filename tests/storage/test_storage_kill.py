"""A process that is killed leaves an article and its address together, or neither; and a store that opens."""

import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text

from nnnews.storage import open_store, queries, reading, waiting
from nnnews.storage.schema import known_revisions, revision

WRITER = """
import itertools, sys
from datetime import UTC, datetime
from nnnews.items import Article
from nnnews.storage import memory, open_store, waiting, writing
from nnnews.storage.memory import Found
from nnnews.storage.store import save

engine = open_store(sys.argv[1])
print("ready", flush=True)
for number in itertools.count(int(sys.argv[2])):
    key, url = f"nnnews/{number}", f"http://www.nnnews.net/p/{number}.html"
    with writing(engine) as connection:
        memory.remember(connection, [Found(key, url, "nnnews")], datetime.now(UTC))
    with writing(engine) as connection:
        save(connection, Article(key=key, url=url, title=f"题{number}", text=f"第{number}篇。" * 20))
        memory.acknowledge(connection, key)
    if number % 3 == 0:
        waiting.catch_up(engine)
"""


def test_a_killed_process_stored_what_it_acknowledged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    for life in range(4):
        process = subprocess.Popen([sys.executable, "-c", WRITER, url, str(life * 100_000)], stdout=subprocess.PIPE)
        assert process.stdout is not None and process.stdout.readline()
        time.sleep(0.03 + life * 0.02)
        process.kill()
        process.communicate()
    engine = open_store(url)
    waiting.catch_up(engine)
    with reading(engine) as connection:
        stored = set(connection.execute(text("SELECT key FROM articles")).scalars())
        done = set(connection.execute(text("SELECT key FROM urls WHERE state = 'done'")).scalars())
        words = connection.execute(text("SELECT count(*) FROM article_words WHERE article_words MATCH '第*'")).scalar()
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()
    assert stored == done and len(stored) == words > 0


def test_a_killed_migration_is_made_up_for(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    migrate = (
        "from alembic import command, config; from nnnews.storage import open_store; print(flush=True); open_store"
    )
    for life in range(4):
        process = subprocess.Popen([sys.executable, "-c", f"{migrate}({url!r})"], stdout=subprocess.PIPE)
        assert process.stdout is not None and process.stdout.readline()
        time.sleep(0.01 + life * 0.02)
        process.kill()
        process.communicate()
    engine = open_store(url)
    with reading(engine) as connection:
        assert revision(connection) == known_revisions()[-1]
        assert queries.count_articles(connection).articles == 0
    engine.dispose()
