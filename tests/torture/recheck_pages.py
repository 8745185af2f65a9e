"""Unchanged pages asked again ten times, each time with other bytes, counters and headlines beside the text.

`python recheck_pages.py [visits]` crawls the whole practice portal on one day after another and tells false edits.
"""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from nnnews.demo.later import Later
from nnnews.demo.portal import Portal
from nnnews.demo.server import serve
from nnnews.storage import open_store, queries, reading, revisions

CRAWL_AT = Path(__file__).parents[1] / "crawl_at.py"
BASE = date(2026, 11, 20)


def crawl(folder: str, port: int, day: date) -> None:
    """Every stored article is asked again, whatever its age."""
    own = {"NNNEWS_DATA": folder, "NNNEWS_DELAY": "0", "NNNEWS_LOOPBACK": f"127.0.0.1:{port}"}
    run = [sys.executable, str(CRAWL_AT), f"{day}T08:00", "crawl", "--full", "--no-export"]
    subprocess.run(run, env={**os.environ, **own}, check=True, timeout=900)


def main(visits: int = 10) -> int:
    """The exit code: 1 when an edit, a withdrawal or a new article was told of what did not change."""
    later = Later(Portal(7, BASE))
    with TemporaryDirectory() as folder, serve(later.portal) as server:
        crawl(folder, server.port, BASE + timedelta(days=1))
        url = f"sqlite:///{folder}/nnnews.sqlite3"
        with reading(open_store(url)) as connection:
            stored = queries.count_articles(connection)
        for visit in range(1, visits + 1):
            noisy = later.make_noise(visit)
            crawl(folder, server.port, BASE + timedelta(days=1 + visit))
        with reading(open_store(url)) as connection:
            told = revisions.since(connection, 0, 100_000, boring=True)
            now = queries.count_articles(connection)
    false = [one for one in told if one.kind == "real"]
    print(f"{stored.articles} articles, {noisy} of them with noise, {visits} visits: {len(false)} false edits,")
    print(f"{len(told) - len(false)} boring ones, {now.articles - stored.articles} articles too many")
    return int(bool(false) or now != stored)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
