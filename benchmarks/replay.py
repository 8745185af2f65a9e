"""What archiving and replaying cost: `python benchmarks/replay.py [PAGES]`.

CPU milliseconds a page, each beside its reference in the same run; three rounds, the median. The pages are those of the
practice portal, brought to the weight of a real one (27 KB) by invented furniture.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from lxml import etree
from sqlalchemy import Engine
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from nnnews.archive import Archive, Exchange, Terms
from nnnews.archive.rereading import read_captures
from nnnews.archive.shelf import Shelf
from nnnews.config import Config
from nnnews.demo.portal import Portal
from nnnews.errors import PageError
from nnnews.extract import extract, next_part
from nnnews.replay.plan import Plan
from nnnews.replay.run import Spool, replaying
from nnnews.sites import all_sites
from nnnews.storage import archive_index, open_store, reading
from nnnews.storage.archive_index import Capture

WORDS = "人大代表建议办理区县乡镇街道视察调研监督法律条例会议主任委员南宁青秀兴宁良庆邕宁武鸣横州宾阳上林马山隆安江"
PATHS = (
    *("string(//h1|//h2)", "//div[@class]//p//text()", "string(//*[@class='date'])", "string(//title)"),
    *("string(//*[@class='editors'])", "//img/@src"),
)
FIELDS = [etree.XPath(path) for path in PATHS]
WEIGHT = 27_000  # bytes
COMPLETE = ("nnnews", "gxnews", "nanning_gov")  # their layouts give every field: the common rules are not asked


@dataclass(frozen=True, slots=True)
class Bench:
    """An archive that was filled, and where it is."""

    config: Config
    engine: Engine
    answers: list[Exchange]


def main(count: int) -> None:
    """Print one line a measure."""
    answers = list(invent(count))
    rounds = [measure(answers) for _ in range(3)]
    middle = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    for name, value in middle.items():
        print(f"{name:44s} {value:8.3f}")


def measure(answers: list[Exchange]) -> dict[str, float]:
    """One round in a folder of its own."""
    with TemporaryDirectory() as folder:
        config = Config(data=Path(folder))
        bench = Bench(config, open_store(config.database_url), answers)
        costs = {
            "write, warcio": clock(lambda: write_with_warcio(answers)),
            "write, with the index": clock(lambda: write(bench)),
            "write again: revisits": clock(lambda: write(bench)),
        }
        per_page = {f"{name}, ms": seconds / len(answers) * 1000 for name, seconds in costs.items()}
        return per_page | measure_reading(bench) | measure_processes(bench)


def measure_reading(bench: Bench) -> dict[str, float]:
    """CPU milliseconds of each step, each with the ones before it."""
    sites = all_sites()
    with reading(bench.engine) as connection, Shelf(connection, bench.config.archive_folder) as shelf:
        captures = [capture for capture in first_captures(connection) if capture.site in COMPLETE]

        def lay_out(capture: Capture) -> None:
            page = shelf.read(capture).page
            extract(page, sites[capture.site or ""])
            next_part(page)

        steps: dict[str, Callable[[Capture], object]] = {
            "read": shelf.read,
            "read and lxml, six XPaths": lambda one: six_fields(shelf.read(one).page.body),
            "read and layout": lay_out,
            "read, layout and text rooms": lambda one: read_captures(one.key or "", [one], shelf),
        }
        costs = {name: clock(lambda work=work: each(captures, work)) for name, work in steps.items()}
        return {f"{name}, ms": seconds / len(captures) * 1000 for name, seconds in costs.items()}


def measure_processes(bench: Bench) -> dict[str, float]:
    """Two processes to one, on the clock: in a replay, and where each only parses, which is what this machine gives.

    Each is the best of four tries, the one least disturbed by whatever else runs.
    """
    parse_one, parse_two = best_of_one_and_two(partial(parse_rate, [answer.body for answer in bench.answers]))
    one, two = best_of_one_and_two(partial(replay_rate, bench.config))
    return {
        "lxml, six XPaths, two processes to one": parse_two / parse_one,
        "replay, processes: 1, pages a second": one,
        "replay, processes: 2, pages a second": two,
        "two processes to one": two / one,
    }


def best_of_one_and_two(rate: Callable[[int], float]) -> tuple[float, float]:
    """In turns."""
    tries = [(rate(1), rate(2)) for _ in range(4)]
    return max(one for one, _ in tries), max(two for _, two in tries)


def replay_rate(config: Config, processes: int) -> float:
    """Pages a second of a replay up to its spool, until the last process has ended; a single one is this process.

    The clock starts behind two batches, one for each of two, so all is loaded and the pages are the same. The first of
    two may be into its next batch by then: of 600 pages that is worth a hundredth to them.
    """
    with replaying(config, Plan(), processes) as replay, Spool() as spool:
        warm = sum(next(replay.done).keys for _ in range(2))
        started = time.perf_counter()
        for done in replay.done:
            for change in done.changes:
                spool.add(change)
        return (replay.total - warm) / (time.perf_counter() - started)


def parse_rate(bodies: list[bytes], processes: int) -> float:
    """Pages a second of processes that have nothing in common; each parses all."""
    context = get_context("fork")
    ready = context.Barrier(processes + 1)

    def parse() -> None:
        ready.wait()
        for body in bodies:
            six_fields(body)

    children = [context.Process(target=parse) for _ in range(processes)]
    for child in children:
        child.start()
    ready.wait()
    started = time.perf_counter()
    for child in children:
        child.join()
    return processes * len(bodies) / (time.perf_counter() - started)


def first_captures(connection: object) -> Iterator[Capture]:
    """A capture with its payload for each article."""
    keys = list(archive_index.keys(connection))  # type: ignore[arg-type]
    for start in range(0, len(keys), 100):
        found = archive_index.by_key(connection, keys[start : start + 100])  # type: ignore[arg-type]
        yield from (captures[-1] for captures in found.values())


def each(captures: Iterable[Capture], work: Callable[[Capture], object]) -> None:
    """All of them; the portal's block pages are part of the work."""
    for capture in captures:
        try:
            work(capture)
        except PageError:
            continue


def six_fields(body: bytes) -> None:
    """What a template costs at least."""
    root = etree.fromstring(body, etree.HTMLParser(encoding="utf-8"))
    for field in FIELDS:
        field(root)


def write(bench: Bench) -> None:
    """As a crawl does."""
    archive = Archive(bench.engine, Terms(bench.config.archive_folder))
    for answer in bench.answers:
        archive.add(answer)
    archive.close()


def write_with_warcio(answers: Iterable[Exchange]) -> None:
    """Its ordinary writer, into memory."""
    writer = WARCWriter(BytesIO(), gzip=True)
    for answer in answers:
        named = [(name.decode(), value.decode()) for name, value in answer.headers]
        block = StatusAndHeaders("200 OK", named, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(answer.url, "response", BytesIO(answer.body), http_headers=block))


def clock(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def invent(count: int) -> Iterator[Exchange]:
    """The practice portals of several seeds, until there are so many pages."""
    dice, seed, left = random.Random(1), 0, count
    while left > 0:
        portal, seed = Portal(seed), seed + 1
        for planted in portal.planted()[:left]:
            parts = urlsplit(planted.original.url)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            answer = portal.answer(parts.netloc, path, {})
            headers = tuple((name.encode(), value.encode()) for name, value in answer.headers.items())
            page = Exchange(planted.original.url, answer.status, headers, answer.body, datetime.now(UTC))
            yield replace(page, body=furnish(page.body, dice))
            left -= 1


def furnish(body: bytes, dice: random.Random) -> bytes:
    """The page with a column of links beside it, as portals have them."""
    links = []
    while len(body) + sum(map(len, links)) < WEIGHT:
        title = "".join(dice.choices(WORDS, k=20))
        links.append(f'<li><a href="/t/{dice.randrange(10**6)}.html">{title}</a></li>\n'.encode())
    head, mark, tail = body.rpartition(b"</body>")
    return head + b'<div class="side"><ul>' + b"".join(links) + b"</ul></div>" + mark + tail


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
