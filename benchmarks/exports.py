"""What exports and searches cost: `python benchmarks/exports.py [feeds|lines|run|edit|search] [ARTICLES]`.

CPU beside a reference in the same run, the median of three rounds, one after the other in turn:

feeds     RSS and Atom of 20,000 entries beside feedgen (pip install feedgen), and the memory they take
lines     JSON Lines of 1,000,000 records beside plain sqlite3: the same rows read and written, and sqlite3 with orjson
run       an export after 20 new articles in a store of 100,000: bytes written by kind of file, CPU
edit      an export after an edit, and after a withdrawal, beside one after a new article; a year of 33,000
search    two characters in a store of 100,000, the newest first and the best match first

Texts are invented: sentences drawn from a pool, about 900 characters an article, six figures. Half the articles are
about one of twelve districts; they are spread over seven topics, eight sites and three years.
"""

import random
import resource
import sqlite3
import statistics
import sys
import time
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, insert

from nnnews.config import Config
from nnnews.exporters import atom, export_all, json_lines, rss
from nnnews.exporters.base import Entry, Feed, Format, entry
from nnnews.exporters.headings import DISTRICTS, TOPICS
from nnnews.items import SHANGHAI, Article, Congress, Figure, Person, Place
from nnnews.record import as_line, as_record
from nnnews.sites import all_sites
from nnnews.storage import open_store, queries, reading, records, revisions, writing
from nnnews.storage.rows import article_row
from nnnews.storage.search import search
from nnnews.storage.store import save
from nnnews.storage.stored import StoredArticle
from nnnews.storage.tables import articles, unindexed
from nnnews.storage.tables import records as record_table
from nnnews.storage.waiting import catch_up

FIRST = datetime(2023, 12, 1, 9, 0, tzinfo=SHANGHAI)
DAYS = 1080
YEAR = 350  # days; the first month belongs to the year before
CHARACTERS = (
    "人大代表建议办理区县乡镇街道视察调研监督法律条例会议主任委员南宁青秀兴宁良庆邕宁武鸣横州宾阳上林马山隆安江"
    "水库防汛养老学校医院公路农村社区环境食品安全预算决算审计投资项目企业就业教育文化旅游交通住房改造绿化灯光志愿服务"
)


def main(part: str, count: int) -> None:
    """Print one line a measure."""
    with TemporaryDirectory() as folder:
        PARTS[part](Path(folder), count or COUNTS[part])
    print(f"{'peak memory of the process':48s} {peak():8.0f} MB")


def measure_feeds(_folder: Path, count: int) -> None:
    """The same entries given to each writer; memory grows by what the writer holds."""
    grown = {"RSS": growth(rss, count), "Atom": growth(atom, count)}
    entries = list(entries_of(count))
    writers: dict[str, Callable[[], object]] = {
        "RSS": lambda: exhaust(rss.render(feed_of(entries))),
        "Atom": lambda: exhaust(atom.render(feed_of(entries))),
        "feedgen RSS": lambda: feedgen(entries).rss_str(),
        "feedgen Atom": lambda: feedgen(entries).atom_str(),
    }
    times = rounds(writers)
    for name, seconds in times.items():
        print(f"{name:48s} {seconds / count * 1e6:8.1f} µs an entry")
    for name in ("RSS", "Atom"):
        print(f"{name + ' to feedgen':48s} {times[name] / times['feedgen ' + name]:8.2f}")
        print(f"{name + ', memory grown by':48s} {grown[name]:8.1f} MB")


def growth(kind: Format, count: int) -> float:
    """Megabytes more for all entries than for a hundred, when they come one by one."""
    exhaust(kind.render(feed_of(entries_of(100))))
    before = peak()
    exhaust(kind.render(feed_of(entries_of(count))))
    return peak() - before


def feed_of(entries: Iterable[Entry]) -> Feed:
    """A feed of these entries."""
    return Feed("tag:n.example,2026:feed/all", "新闻", "https://n.example/", "https://n.example/all", FIRST, entries)


def entries_of(count: int) -> Iterator[Entry]:
    """Invented entries."""
    for number, article in enumerate(invent(count)):
        yield entry(StoredArticle(number, article, FIRST, FIRST), "n.example,2026")


def feedgen(entries: Iterable[Entry]) -> "FeedGenerator":  # type: ignore[name-defined]  # noqa: F821
    """The feed as feedgen's users build it."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id("tag:n.example,2026:feed/all")
    feed.title("新闻")
    feed.description("新闻")
    feed.link(href="https://n.example/")
    for one in entries:
        item = feed.add_entry(order="append")
        item.id(one.id)
        item.title(one.title)
        item.link(href=one.url)
        item.summary(one.summary)
        item.content(one.content, type="html")
        item.author(name=one.author)
        item.published(one.published)
        item.updated(one.updated)
        for category in one.categories:
            item.category(term=category.label, scheme=category.scheme, label=category.label)
    return feed


def measure_lines(folder: Path, count: int) -> None:
    """All records to a file."""
    engine = open_store(f"sqlite:///{folder}/store.sqlite3")
    fill_records(engine, count)
    raw = sqlite3.connect(folder / "store.sqlite3")
    before = peak()
    ours = clock(lambda: write_lines(engine, folder / "lines"))
    print(f"{'JSON Lines':48s} {ours / count * 1e6:8.2f} µs a row")
    print(f"{'peak memory before and after':48s} {before:5.0f} {peak():5.0f} MB")
    plain = clock(lambda: copy(raw, "SELECT line FROM records ORDER BY article_id", folder / "raw"))
    print(f"{'sqlite3, the same lines':48s} {plain / count * 1e6:8.2f} µs a row, we take {ours / plain:.2f} times that")
    assert (folder / "raw").stat().st_size == (folder / "lines").stat().st_size
    dumped = clock(lambda: dump(raw, folder / "dumped"))
    print(
        f"{'sqlite3 and orjson, columns':48s} {dumped / count * 1e6:8.2f} µs a row, we take {ours / dumped:.2f} times"
    )


def write_lines(engine: Engine, file: Path) -> None:
    """As the export does it."""
    with reading(engine) as connection, file.open("wb") as out:
        ids = array("q", (stamp.article_id for stamp in records.stamps(connection)))
        for piece in json_lines.render(connection, ids):
            out.write(piece.encode())


def copy(raw: sqlite3.Connection, query: str, file: Path) -> None:
    """A column of texts, a line each."""
    with file.open("wb") as out:
        for (line,) in raw.execute(query):
            out.write(line.encode())
            out.write(b"\n")


def dump(raw: sqlite3.Connection, file: Path) -> None:
    """Rows of articles as JSON."""
    import orjson

    names = ("url", "site", "title", "published", "source", "district", "topics", "text", "removed", "images")
    with file.open("wb") as out:
        for row in raw.execute(f"SELECT {', '.join(names)} FROM articles ORDER BY id"):
            out.write(orjson.dumps(dict(zip(names, row, strict=True)), option=orjson.OPT_APPEND_NEWLINE))


def measure_run(folder: Path, count: int) -> None:
    """A store, a first export, twenty articles more, an export; then one more with nothing new."""
    engine = open_store(f"sqlite:///{folder}/store.sqlite3")
    config = Config(exports=folder / "exports")
    fill(engine, count)
    first = clock(lambda: export_all(engine, config))
    print(f"{'first export':48s} {first:8.1f} s")
    fill(engine, 20, start=count)
    changes = []
    again = clock(lambda: changes.extend(export_all(engine, config).written))
    print(f"{'export after 20 new articles':48s} {again:8.1f} s")
    print_sizes(config.exports, changes)
    largest = max(file.stat().st_size for file in (config.exports / "idx").rglob("[0-9]*.js"))
    print(f"{'largest file of the search index':48s} {largest / 1000:8.1f} kB")
    print(f"{'export with nothing new':48s} {clock(lambda: export_all(engine, config)):8.1f} s")


def measure_edit(folder: Path, count: int) -> None:
    """What one article costs the search index and the whole export."""
    engine = open_store(f"sqlite:///{folder}/store.sqlite3")
    config = Config(exports=folder / "exports")
    fill(engine, count, days=YEAR)
    export_all(engine, config)
    fill(engine, 1, start=count, days=YEAR)
    print_cost("a new article", engine, config)
    for article_id in (count // 2, count // 2 + 1):
        with writing(engine) as connection:
            stored = queries.article(connection, article_id)
            assert stored
            save(connection, replace(stored.article, text=stored.article.text + "另有消息。"), stored.first_seen)
        print_cost("an edit", engine, config)
    with writing(engine) as connection:
        revisions.withdrawn(connection, count // 3, FIRST + timedelta(days=YEAR))
    print_cost("a withdrawal", engine, config)


def print_cost(name: str, engine: Engine, config: Config) -> None:
    """Of an export now."""
    changes: list[str] = []
    seconds = clock(lambda: changes.extend(export_all(engine, config).written))
    index = [file for file in changes if kind(file) == "idx"]
    sizes = [sum((config.exports / file).stat().st_size for file in some) / 1e6 for some in (index, changes)]
    told = f"{seconds:6.1f} s, index {len(index)} files {sizes[0]:.2f} MB, all {sizes[1]:.2f} MB"
    print(f"{'export after ' + name:48s} {told}")


def print_sizes(root: Path, names: Iterable[str]) -> None:
    """Number and bytes of files by kind, the largest first."""
    sizes: defaultdict[str, list[int]] = defaultdict(list)
    for name in names:
        sizes[kind(name)].append((root / name).stat().st_size)
    for name, own in sorted(sizes.items(), key=lambda one: -sum(one[1])):
        print(f"{'rewritten: ' + name:40s} {len(own):4d} files {sum(own) / 1e6:8.2f} MB")
    print(f"{'rewritten':48s} {sum(map(sum, sizes.values())) / 1e6:8.2f} MB")


def kind(name: str) -> str:
    """What a file is for: feeds by heading, the rest by folder."""
    folders = name.split("/")[:-1]
    if name.endswith("manifest.json"):
        return "manifests"
    return "/".join(folders[:2]) if folders[:1] == ["feeds"] else (folders or [name])[0]


def measure_search(folder: Path, count: int) -> None:
    """A hundred pairs of characters out of the texts."""
    engine = open_store(f"sqlite:///{folder}/store.sqlite3")
    fill(engine, count)
    dice = random.Random(3)
    words = [text[place : place + 2] for text in pool(0) for place in [dice.randrange(27)]][:100]
    with reading(engine) as connection:
        for ranked in (False, True):
            times = sorted(clock(lambda: search(connection, word, ranked=ranked)) for word in words)  # noqa: B023
            name = f"search, {'best match' if ranked else 'newest'} first: median and 95 %"
            print(f"{name:48s} {times[50] * 1000:8.2f} {times[95] * 1000:8.2f} ms")


def fill(engine: Engine, count: int, start: int = 0, days: int = DAYS) -> None:
    """Articles saved as the crawl saves them, but many in a transaction; first seen an hour after publishing."""
    batch: list[Article] = []
    for article in invent(count, start, days):
        batch.append(article)
        if len(batch) == 500 or len(batch) == count:
            with writing(engine) as connection:
                for one in batch:
                    save(connection, one, (one.published or FIRST) + timedelta(hours=1))
            batch.clear()
    catch_up(engine, (unindexed,))


def fill_records(engine: Engine, count: int) -> None:
    """Rows of `articles` and `records` alone: a million saved one by one would take half an hour."""
    article = next(iter(invent(1)))
    line = as_line(as_record(article))
    own = article_row(article) | {"first_seen": FIRST, "updated": FIRST}
    for start in range(0, count, 5000):
        numbers = range(start + 1, min(start + 5000, count) + 1)
        rows = [own | {"id": number, "key": f"k/{number}", "fingerprint": f"{number:032x}"} for number in numbers]
        lines = [
            {"article_id": number, "month": "2026-01", "seen": "2026-01", "digest": f"{number:016x}", "line": line}
            for number in numbers
        ]
        with writing(engine) as connection:
            connection.execute(insert(articles), rows)
            connection.execute(insert(record_table), lines)


def invent(count: int, start: int = 0, days: int = DAYS) -> Iterator[Article]:
    """In the order of their publishing; those from `start` on go on where the others ended."""
    dice = random.Random(start)
    sentences = pool(0)
    sites, districts, topics = list(all_sites()), list(DISTRICTS), list(TOPICS)
    whole = max(count, start)
    for number in range(start, start + count):
        text = "\n".join("".join(dice.choices(sentences, k=6)) for _ in range(5)) + str(number)
        district = dice.choice(districts) if dice.random() < 0.5 else None
        figures = tuple(Figure("532人", i, i + 4, 532, None, "人", "exact", "代表", text[:60]) for i in range(6))
        yield Article(
            key=f"nnnews/{number}",
            url=f"http://www.nnnews.net/p/{number}.html",
            site=dice.choice(sites),
            title=text[:18],
            published=FIRST + timedelta(minutes=number * days * 1440 // whole),
            source="南宁日报",
            byline=(Person("韦小甲", "reporter"), Person("黄小乙", "editor")),
            text=text,
            places=(Place("450103", district or "南宁市", "district" if district else "prefecture_city", 3),),
            district=district,
            figures=figures,
            congress=Congress(True, 0.9, tuple(dice.sample(topics, k=2))),
        )


def pool(seed: int) -> list[str]:
    """Sentences of thirty characters."""
    dice = random.Random(seed)
    return ["".join(dice.choices(CHARACTERS, k=29)) + "。" for _ in range(2000)]


def rounds(writers: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of three rounds of CPU seconds, the writers in turn."""
    taken = [{name: clock(write) for name, write in writers.items()} for _ in range(3)]
    return {name: statistics.median(one[name] for one in taken) for name in writers}


def clock(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def exhaust(pieces: Iterable[str]) -> None:
    """As a file would be written, without the disk."""
    for piece in pieces:
        piece.encode()


def peak() -> float:
    """Megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


PARTS = {
    "feeds": measure_feeds,
    "lines": measure_lines,
    "run": measure_run,
    "edit": measure_edit,
    "search": measure_search,
}
COUNTS = {"feeds": 20_000, "lines": 1_000_000, "run": 100_000, "edit": 33_000, "search": 100_000}

if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "feeds"
    main(chosen, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
