"""The stories of the practice portal come out the same in whatever order its pages arrive, and after kills.

.venv/bin/python tests/torture/shuffle_stories.py [--orders 20] [--seed 7]
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from kill_runs import Torture
from sqlalchemy import Engine

from nnnews.demo.portal import Portal
from nnnews.demo.server import serve
from nnnews.items import Article
from nnnews.storage import open_store, queries, reading, writing
from nnnews.storage.store import save
from nnnews.storage.stored import StoredArticle
from nnnews.storage.stories import settle
from nnnews.storage.story_queries import newest_stories

Told = frozenset[tuple[str, frozenset[tuple[str, str]]]]
_MOST = 40  # pages in a transaction


class Killed(Exception):
    """What a killed process does to its transaction."""


def crawled(folder: Path, portal: Portal) -> list[Article]:
    """Every page of the portal as a crawl reads it."""
    with serve(portal) as server:
        torture = Torture(server, folder, (), Random(1))
        torture.finish()
    if torture.broken:
        sys.exit("\n".join(torture.broken))
    with reading(open_store(f"sqlite:///{folder / 'data' / 'nnnews.sqlite3'}")) as connection:
        return [page for one in queries.every(connection) for page in (one.article, *_copies(one))]


def _copies(one: StoredArticle) -> Iterator[Article]:
    """The other places where an article's text was met, as articles of their own."""
    for place in one.appearances:
        names = ("key", "url", "site", "title", "source", "published", "script")
        yield replace(one.article, **{name: getattr(place, name) for name in names})


def printed(portal: Portal) -> list[Article]:
    """Every page of the portal as it was planted."""
    return [
        Article(
            key=page.key,
            url=page.url,
            site=page.key.partition("/")[0],
            title=page.title,
            script=page.script,
            text=entry.story.text,
            source=entry.story.source,
            published=entry.story.published,
        )
        for entry in portal.planted()
        for page in (entry.original, *entry.copies)
    ]


def replayed(engine: Engine, pages: list[Article], chance: Random) -> Told:
    """What the store tells after the pages came in a random order, every fifth transaction killed and begun again."""
    waiting = chance.sample(pages, len(pages))
    while waiting:
        batch = waiting[: chance.randint(1, _MOST)]
        with suppress(Killed), writing(engine) as connection:
            settle(connection, [save(connection, page).article_id for page in batch])
            if chance.random() < 0.2:
                raise Killed
            del waiting[: len(batch)]
    with reading(engine) as connection:
        found = newest_stories(connection, len(pages))
    return frozenset((one.representative.key, frozenset((m.key, m.kind) for m in one.members)) for one in found)


def shuffle(folder: Path, pages: list[Article], portal: Portal, orders: int) -> list[str]:
    """What came out otherwise than planted, and how many different outcomes there were if more than one."""
    outcomes = set()
    for order in range(orders):
        engine = open_store(f"sqlite:///{folder / f'{order}.sqlite3'}")
        outcomes.add(replayed(engine, pages, Random(order)))
        engine.dispose()
    planted = {entry.keys for entry in portal.planted()}
    found = {frozenset(key for key, _ in members) for told in outcomes for _, members in told}
    wrong = [f"not planted: {sorted(keys)}" for keys in found - planted]
    wrong += [f"not found: {sorted(keys)}" for keys in planted - found]
    return wrong + ([f"{len(outcomes)} outcomes"] if len(outcomes) > 1 else [])


def main() -> None:
    """Prints what came out wrong; ends with 1 when anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    portal, started = Portal(options.seed), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        pages = crawled(Path(folder), portal)
        wrong = shuffle(Path(folder), pages, portal, options.orders)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(
        f"{len(pages)} pages in {options.orders} orders, {len(wrong)} faults, {time.monotonic() - started:.0f} seconds"
    )
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
