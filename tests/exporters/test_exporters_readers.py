"""Public tools take the feeds: validators, the readers that people use, and a web server in between."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"


class Quiet(SimpleHTTPRequestHandler):
    """The plain server of the standard library, silent."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(office: Any) -> Iterator[str]:
    """Where the exports are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(office.config.exports)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def tool(name: str, package: str) -> str:
    return shutil.which(name) or pytest.skip(f"{name} is not installed: apt install {package}")


def run(*command: str | Path, **more: Any) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, **more).stdout


def test_every_atom_file_obeys_its_grammar(office: Any) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    files = list(office.feeds.rglob("*.atom.xml"))
    assert files
    for file in files:
        grammar.assertValid(etree.parse(file))


def test_the_grammar_refuses_a_feed_without_updated(office: Any) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    root = etree.parse(office.feeds / "all.atom.xml").getroot()
    root.remove(root.find("{*}updated"))
    assert not grammar.validate(root)


def test_every_json_feed_obeys_its_schema(office: Any) -> None:
    schema = json.loads((SCHEMAS / "json-feed-1.1.json").read_text("utf-8"))
    for file in office.feeds.rglob("[!m]*.json"):  # a shelf's manifest is none
        jsonschema.validate(json.loads(file.read_text("utf-8")), schema)


@pytest.mark.parametrize("name", ["all.rss.xml", "all.atom.xml"])
def test_newsboat_keeps_every_entry_with_its_text(address: str, office: Any, tmp_path: Path, name: str) -> None:
    newsboat, sqlite = tool("newsboat", "newsboat"), tool("sqlite3", "sqlite3")
    urls, config, cache = tmp_path / "urls", tmp_path / "config", tmp_path / "cache.db"
    urls.write_text(f"{address}/feeds/{name}\n")
    config.touch()
    run(
        newsboat,
        "-q",
        "-u",
        urls,
        "-C",
        config,
        "-c",
        cache,
        "-x",
        "reload",
        env={"HOME": str(tmp_path), "TERM": "xterm"},
    )
    query = (
        "select count(*) = count(distinct guid) and count(*) = 2 and min(length(title)) > 0 "
        "and min(length(content)) > 100 and min(pubDate) > 1.6e9 from rss_item"
    )
    assert run(sqlite, cache, query) == "1\n"
    assert office.feeds.exists()


@pytest.mark.parametrize("name", ["all.rss.xml", "all.atom.xml"])
def test_feedparser_finds_no_fault(address: str, name: str) -> None:
    feed = feedparser.parse(f"{address}/feeds/{name}")
    assert not feed.bozo and feed.entries and not feed.feed.link.endswith(".xml")
    for entry in feed.entries:
        assert entry.id.startswith("tag:") and entry.published_parsed and entry.updated_parsed
        assert entry.content[0].value
    assert feed.entries[1].tags[0].scheme == "tag:nnnews.example,2026:district"


READ = """
import sys
from reader import make_reader

reader, told = make_reader(":memory:"), []
for url in sys.argv[1:]:
    reader.add_feed(url)
    reader.update_feed(url)
    told.append({(e.id, e.title, e.published, e.updated, e.author) for e in reader.get_entries(feed=url)})
assert told[0] and told[0] == told[1] == told[2], told
"""


def test_the_three_formats_agree_in_reader(address: str) -> None:
    pytest.importorskip("reader", reason="reader is not installed: pip install reader")
    names = ("all.rss.xml", "all.atom.xml", "all.json")
    run(sys.executable, "-W", "ignore", "-c", READ, *(f"{address}/feeds/{name}" for name in names))


def test_sfeed_reads_nine_fields_of_every_entry(office: Any) -> None:
    sfeed = tool("sfeed", "sfeed")
    lines = run(sfeed, "https://news.example/", input=(office.feeds / "all.atom.xml").read_text("utf-8")).splitlines()
    fields = [line.split("\t") for line in lines]
    assert len(fields) == 2
    assert all(len(one) == 9 and one[0] and one[5] for one in fields)


def test_a_feed_that_was_exported_again_answers_304(address: str, office: Any) -> None:
    curl = tool("curl", "curl")
    head = run(curl, "-sI", f"{address}/feeds/all.rss.xml")
    [modified] = [line.partition(": ")[2] for line in head.splitlines() if line.lower().startswith("last-modified")]
    office.export()
    asked = ("-H", f"If-Modified-Since: {modified}", f"{address}/feeds/all.rss.xml")
    assert run(curl, "-s", "-o", "/dev/null", "-w", "%{http_code}", *asked) == "304"


def test_the_list_of_feeds_can_be_imported(office: Any) -> None:
    listparser = pytest.importorskip("listparser", reason="listparser is not installed: pip install listparser")
    found = listparser.parse((office.feeds / "subscriptions.opml").read_bytes())
    assert not found.bozo
    files = {file.relative_to(office.feeds).as_posix() for file in office.feeds.rglob("*.rss.xml")}
    assert {feed.url.removeprefix("https://news.example/rd/feeds/") for feed in found.feeds} == files
