"""A new site from its address to its crawl, in a checkout of its own: the practice portal has two that nobody knows."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, serve
from nnnews.demo.truth import Planted
from nnnews.kit.site_file import code_lines
from nnnews.storage import open_store, queries, reading

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


class Checkout:
    """The project with its sites in a folder of their own; `commands` counts what a maintainer types."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.commands = folder, 0
        own = {"nnnews": ROOT / "nnnews", "tests": ROOT / "tests"}
        for name, origin in own.items():
            (folder / name / "sites").mkdir(parents=True)
            for entry in origin.iterdir():
                if entry.name not in ("sites", "__pycache__"):
                    (folder / name / entry.name).symlink_to(entry)
        for entry in (ROOT / "nnnews" / "sites").glob("*.py"):
            (folder / "nnnews" / "sites" / entry.name).symlink_to(entry)
        for entry in (ROOT / "tests" / "sites").iterdir():
            (folder / "tests" / "sites" / entry.name).symlink_to(entry)
        (folder / "pyproject.toml").symlink_to(ROOT / "pyproject.toml")
        self.environ = {
            "PYTHONPATH": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NNNEWS_DELAY": "0",
            "NNNEWS_LOOPBACK": f"127.0.0.1:{port}",
        }

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command of a maintainer."""
        self.commands += 1
        environ = {**os.environ, **self.environ}
        return subprocess.run(
            [sys.executable, "-m", *command], cwd=self.folder, env=environ, capture_output=True, text=True, timeout=120
        )

    def test(self, site: str) -> None:
        """The site's tests pass."""
        ended = self.run("pytest", "-q", "-p", "no:cacheprovider", "tests/test_sites.py", "-k", site)
        assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout

    def drafts(self, site: str) -> dict[str, dict[str, object]]:
        """The expectations by the name of their page."""
        files = sorted((self.folder / "tests" / "sites" / site).glob("*.json"))
        return {file.name: json.loads(file.read_text("utf-8")) for file in files}

    def read_all(self, site: str) -> None:
        """What a person does who has read the pages and found the drafts right."""
        self.commands += 1  # sed -i '/"unread"/d'
        for file in (self.folder / "tests" / "sites" / site).glob("*.json"):
            file.write_text(re.sub(r' "unread": true,\n', "", file.read_text("utf-8")), "utf-8")

    def stored(self) -> dict[str, str]:
        """The texts of what a crawl stored, under their keys."""
        with reading(open_store(f"sqlite:///{self.folder / 'data' / 'nnnews.sqlite3'}")) as connection:
            return {one.article.key: one.article.text for one in queries.every(connection)}


@pytest.fixture
def checkout(tmp_path: Path, server: PracticeServer) -> Checkout:
    return Checkout(tmp_path, server.port)


def planted(server: PracticeServer, site: str) -> dict[str, Planted]:
    return {one.key: one for one in server.portal.strangers.planted() if one.site == site}


@pytest.mark.parametrize(
    ("url", "site", "platform", "most"),
    [
        ("https://www.qingling.example/", "qingling", "trs", 12),
        ("news.hengjiang.example", "hengjiang_news", None, 30),
    ],
)
def test_five_commands_make_a_site_that_reads_every_article(
    checkout: Checkout, server: PracticeServer, url: str, site: str, platform: str | None, most: int
) -> None:
    probed = json.loads(checkout.run("nnnews", "probe", url, "--json").stdout)
    assert (probed["platform"], probed["site"]) == (platform, site)
    made = checkout.run("nnnews", "new-site", url)
    source = (checkout.folder / "nnnews" / "sites" / f"{site}.py").read_text("utf-8")
    assert (made.returncode, made.stderr, source) == (0, "", probed["site_file"])
    truth = planted(server, site)
    for draft in checkout.drafts(site).values():
        if draft["kind"] == "article":
            story = next(one for one in truth.values() if one.original.url == draft["url"]).story
            shown = (story.title, story.source, story.published.isoformat(), story.district)
            assert (draft["title"], draft["source"], draft["published"], draft["district"]) == shown
            assert (draft["paragraphs"], draft["unread"]) == (len(story.paragraphs), True)
    checkout.read_all(site)
    checkout.test(site)
    crawled = checkout.run("nnnews", "crawl", site, "--no-export")
    assert (crawled.returncode, crawled.stderr) == (0, "")
    assert checkout.stored() == {key: one.story.text for key, one in truth.items()}
    assert checkout.commands <= 5
    assert code_lines(source) <= most


def test_nothing_is_overwritten(checkout: Checkout) -> None:
    assert checkout.run("nnnews", "new-site", "https://www.qingling.example/rdzl/", "--name", "ql").returncode == 0
    before = checkout.drafts("ql")
    again = checkout.run("nnnews", "new-site", "https://www.qingling.example/xwzx/qlyw/", "--name", "ql")
    assert (again.returncode, "belongs to the site ql already" in again.stderr) == (2, True)
    assert checkout.drafts("ql") == before != {}
