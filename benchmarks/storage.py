"""What saving, reading and exporting cost: `python benchmarks/storage.py [ARTICLES]`.

CPU milliseconds an article, beside sqlite3 given the very same rows with a commit each, in the same run; three rounds,
the median. Texts are invented: sentences drawn from a pool, so that words come back as they do in a newspaper.
"""

import random
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, event

from nnnews.config import Config
from nnnews.exporters import export_all, json_lines
from nnnews.items import Article, Congress, Figure, Person, Place
from nnnews.storage import open_store, queries, reading, writing
from nnnews.storage.store import save

CHARACTERS = (
    "人大代表建议办理区县乡镇街道视察调研监督法律条例会议主任委员南宁青秀兴宁良庆邕宁武鸣横州宾阳上林马山隆安江"
)
Statement = tuple[str, Any, bool]


def main(count: int) -> None:
    """Print one line a measure."""
    with TemporaryDirectory() as folder:
        rounds = [measure(Path(folder), number, count) for number in range(3)]
        for name in rounds[0]:
            print(f"{name:24s} {statistics.median(one[name] for one in rounds):8.3f} ms an article")
        print(f"{'peak memory':24s} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def measure(folder: Path, number: int, count: int) -> dict[str, float]:
    """One round in a store of its own."""
    engine = open_store(f"sqlite:///{folder}/{number}.sqlite3")
    articles = list(invent(count, number))
    config = Config(exports=folder / f"exports{number}")
    times = {
        "save, a commit each": clock(lambda: save_all(engine, articles)),
        "the same rows, sqlite3": clock_rows(folder, number, count),
        "save again": clock(lambda: save_all(engine, articles)),
        "JSON Lines": clock(lambda: read_all(engine)),
        "export": clock(lambda: export_all(engine, config)),
    }
    return {name: seconds / count * 1000 for name, seconds in times.items()}


def clock(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def clock_rows(folder: Path, number: int, count: int) -> float:
    """What sqlite3 takes for the statements that SQLAlchemy sent it."""
    statements: list[list[Statement]] = []
    fresh = open_store(f"sqlite:///{folder}/{number}.recorded.sqlite3")
    record(fresh, statements)
    save_all(fresh, invent(count, number))
    open_store(f"sqlite:///{folder}/{number}.raw.sqlite3").dispose()
    raw = sqlite3.connect(folder / f"{number}.raw.sqlite3", isolation_level=None)
    raw.execute("PRAGMA synchronous = NORMAL")
    raw.execute("PRAGMA foreign_keys = ON")
    return clock(lambda: replay(raw, statements))


def record(engine: Engine, statements: list[list[Statement]]) -> None:
    """Writes down what goes to the driver, a list a transaction."""

    @event.listens_for(engine, "before_cursor_execute")
    def keep(*told: Any) -> None:
        _, _, statement, parameters, _, many = told
        if statement.startswith("BEGIN"):
            statements.append([])
        statements[-1].append((statement, parameters, many))


def replay(raw: sqlite3.Connection, transactions: Iterable[list[Statement]]) -> None:
    """The same statements, without SQLAlchemy."""
    for transaction in transactions:
        for statement, parameters, many in transaction:
            if many:
                raw.executemany(statement, parameters)
            else:
                raw.execute(statement, parameters).fetchall()
        raw.execute("COMMIT")


def save_all(engine: Engine, articles: Iterable[Article]) -> None:
    """As the crawl does it: a transaction each."""
    for article in articles:
        with writing(engine) as connection:
            save(connection, article)


def read_all(engine: Engine) -> int:
    """Characters of the whole dump."""
    with reading(engine) as connection:
        return sum(map(len, json_lines.render(queries.every(connection))))


def invent(count: int, seed: int) -> Iterable[Article]:
    """Articles of about 900 characters with six figures."""
    dice = random.Random(seed)
    pool = ["".join(dice.choices(CHARACTERS, k=29)) + "。" for _ in range(400)]
    for number in range(count):
        text = "\n".join("".join(dice.choices(pool, k=6)) for _ in range(5)) + str(number)
        figures = tuple(Figure("532人", i, i + 4, 532.0, None, "人", "exact", "代表", text[:30]) for i in range(6))
        yield Article(
            key=f"nnnews/{number}",
            url=f"http://www.nnnews.net/p/{number}.html",
            site="nnnews",
            title=text[:18],
            byline=(Person("韦小甲", "reporter"), Person("黄小乙", "editor")),
            text=text,
            places=(Place("450103", "青秀区", "district", 3),),
            district="青秀区",
            figures=figures,
            congress=Congress(True, 0.9, ("监督",)),
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
