"""Runs killed at any instant lose nothing and repeat nothing: crawling, archiving, exporting, migrating.

.venv/bin/python tests/torture/kill_runs.py [--kills 60] [--seed 1] [--sites gxrd,rmdbw]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from xml.etree import ElementTree

from nnnews.archive import Damage, scan
from nnnews.demo.check import Stored, compare
from nnnews.demo.portal import Portal
from nnnews.demo.server import LoggedRequest, PracticeServer, serve
from nnnews.demo.truth import Planted
from nnnews.storage import open_store, queries, reading

NNNEWS = Path(sys.executable).parent / "nnnews"
_PUBLISHED = ("*.json", "*.jsonl", "*.xml", "*.opml", "*.csv", "*.html")
_IN_FLIGHT = 2  # requests of a host before a kill: one under way, one being stored


@dataclass
class Torture:
    """One store that is crawled and killed; `broken` names each promise that was broken."""

    server: PracticeServer
    folder: Path
    sites: tuple[str, ...]
    chance: random.Random
    in_flight: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def start(self, *command: str) -> subprocess.Popen[str]:
        """A command on the store."""
        own = {
            "NNNEWS_DATA": str(self.folder / "data"),
            "NNNEWS_EXPORTS": str(self.folder / "exports"),
            "NNNEWS_DELAY": "0",
            "NNNEWS_LOOPBACK": f"127.0.0.1:{self.server.port}",
        }
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        return subprocess.Popen([NNNEWS, *command], env={**os.environ, **own}, text=True, **streams)

    def kill_crawl(self) -> None:
        """After some requests, and a moment."""
        before, wanted = len(self.server.log), self.chance.randrange(60)
        process = self.start("crawl", *self.sites)
        while process.poll() is None and len(self.server.log) < before + wanted:
            time.sleep(0.005)
        time.sleep(self.chance.random() * 0.3)
        self._kill(process, before)

    def kill_migration(self) -> None:
        """While Python starts, or while the store is made or opened."""
        process = self.start("db", "upgrade")
        time.sleep(self.chance.uniform(0.3, 1.5))
        self._kill(process, len(self.server.log))

    def kill_export(self) -> None:
        """While files are made and replaced."""
        process = self.start("export")
        time.sleep(self.chance.uniform(0.5, 2.5))
        self._kill(process, len(self.server.log))

    def _kill(self, process: subprocess.Popen[str], before: int) -> None:
        process.kill()
        process.communicate()
        asked: dict[str, list[str]] = {}
        for request in self.server.log[before:]:
            asked.setdefault(request.host, []).append(request.host + request.path)
        self.in_flight.update(url for urls in asked.values() for url in set(urls[-_IN_FLIGHT:]))

    def finish(self) -> None:
        """One run to the end."""
        process = self.start("crawl", *self.sites)
        told = process.communicate()[1]
        if process.returncode:
            self.broken.append(f"the last run ended with {process.returncode}: {told}")

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Meanwhile a reader looks at every exported file again and again."""
        ended = Event()
        reader = Thread(target=self._read_exports, args=(ended,), daemon=True)
        reader.start()
        try:
            yield
        finally:
            ended.set()
            reader.join()

    def _read_exports(self, ended: Event) -> None:
        while not ended.wait(0.05):
            for pattern in _PUBLISHED:
                for file in sorted((self.folder / "exports").rglob(pattern)):
                    if fault := fault_of(file):
                        self.broken.append(f"{file.relative_to(self.folder)}: {fault}")
                    if ended.is_set():
                        return


def fault_of(file: Path) -> str | None:
    """What is wrong with an exported file; one that was just removed is none."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    if not data:
        return "empty"
    try:
        if file.suffix == ".json":
            json.loads(data)
        elif file.suffix in (".xml", ".opml"):
            ElementTree.fromstring(data)
        elif file.suffix == ".jsonl":
            [json.loads(line) for line in data.decode().splitlines()]
    except ValueError as error:
        return str(error)
    except ElementTree.ParseError as error:
        return str(error)
    return None if file.suffix == ".html" or data.endswith((b"\n", b"}", b"]", b">")) else "cut short"


def stored_in(folder: Path) -> list[Stored]:
    """What the store holds."""
    with reading(open_store(f"sqlite:///{folder / 'data' / 'nnnews.sqlite3'}")) as connection:
        return [Stored.of(one) for one in queries.every(connection)]


def wanted_of(portal: Portal, sites: tuple[str, ...]) -> list[Planted]:
    """What a crawl of the sites must store: stories with a page on one of them."""
    planted = portal.planted()
    return [one for one in planted if not sites or any(key.partition("/")[0] in sites for key in one.keys)]


def article_requests(portal: Portal, log: list[LoggedRequest]) -> Counter[str]:
    """How often each planted page was asked for."""
    pages = {page.url.partition("://")[2] for one in portal.planted() for page in (one.original, *one.copies)}
    asked = Counter(request.host + request.path for request in log)
    return Counter({url: asked[url] for url in pages if asked[url]})


def asked_too_often(torture: Torture, before: Counter[str], after: Counter[str]) -> Iterator[str]:
    """Pages asked for more often than once, and more often than they were in flight when a run was killed."""
    for url, times in after.items():
        if times - max(before[url], 1) > torture.in_flight[url]:
            yield f"{url} was asked for {times} times, {torture.in_flight[url]} times in flight"


def damaged_archives(folder: Path) -> Iterator[str]:
    """Files with damage that is not the tail of a killed run, or that `warcio check` refuses though whole."""
    for file in sorted((folder / "data" / "archive").glob("*.warc.gz")):
        damages = [one for one in scan(file, file.name) if isinstance(one, Damage)]
        yield from (str(one) for one in damages if one.end != file.stat().st_size)
        check = [NNNEWS.with_name("warcio"), "check", file]
        if not damages and subprocess.run(check, capture_output=True).returncode:
            yield f"{file.name}: warcio check refuses it"


def torment(folder: Path, kills: int, seed: int, sites: tuple[str, ...] = ()) -> list[str]:
    """Every promise that was broken."""
    portal = Portal(seed)
    with serve(portal) as server:
        Torture(server, folder / "calm", sites, random.Random(seed)).finish()
        calm, server.log[:] = article_requests(portal, server.log), []
        torture = Torture(server, folder, sites, random.Random(seed))
        with torture.watched():
            for number in range(kills):
                [torture.kill_crawl, torture.kill_crawl, torture.kill_export, torture.kill_migration][number % 4]()
            torture.finish()
        asked = article_requests(portal, server.log)
        if kills > 3 and not any(torture.in_flight.values()):
            torture.broken.append("no run was killed while it fetched")
    torture.broken += asked_too_often(torture, calm, asked)
    torture.broken += damaged_archives(folder)
    torture.broken += compare(wanted_of(portal, sites), stored_in(folder)).findings
    return torture.broken


def main() -> None:
    """Prints what was broken; ends with 1 when anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sites", default="")
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        broken = torment(Path(folder), options.kills, options.seed, tuple(filter(None, options.sites.split(","))))
    print(*broken, sep="\n", end="\n" if broken else "")
    print(f"{options.kills} runs killed, {len(broken)} promises broken, {time.monotonic() - started:.0f} seconds")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
