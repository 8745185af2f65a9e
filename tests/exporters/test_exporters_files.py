"""The exports folder: whole files, still bytes, and nothing touched that is not ours."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from nnnews.errors import OutputError
from nnnews.exporters.files import ExportFolder, File, Pieces
from nnnews.items import Article


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def text(name: str, pieces: Pieces) -> File:
    return File(name, "", lambda: pieces)


def test_an_unchanged_store_changes_no_file(office: Any) -> None:
    before = snapshot(office.config.exports)
    assert office.export().written == ()
    assert snapshot(office.config.exports) == before


def test_a_new_article_changes_only_the_files_that_hold_it(office: Any, visit: Article) -> None:
    office.add(Article(key="nnnews/8", url=visit.url, title="题", text="全市的一条消息。" * 9))
    data = (f"data/2026-03/{name}" for name in ("articles.csv", "articles.json", "articles.jsonl", "manifest.json"))
    feeds = ("feeds/all.atom.xml", "feeds/all.json", "feeds/all.rss.xml")
    written = [name for name in office.export().written if name.split("/")[0] in ("data", "feeds", "manifest.json")]
    assert written == [*data, *feeds, "manifest.json"]


def test_files_can_be_read_by_the_web_server(office: Any) -> None:
    assert {path.stat().st_mode & 0o777 for path in office.feeds.rglob("*.xml")} == {0o644}


def test_the_manifest_tells_size_and_hash_of_every_file(office: Any) -> None:
    root = office.config.exports
    told = {}
    for manifest in sorted(root.rglob("manifest.json")):
        files = json.loads(manifest.read_text("utf-8"))["files"]
        told |= {str(manifest.parent.relative_to(root) / name): one for name, one in files.items()}
    there = {str(path.relative_to(root)) for path in root.rglob("*.*") if not path.name.startswith(".")}
    assert there - told.keys() == {"manifest.json", "status.html", "status.json"}
    assert all((root / name).stat().st_size == one["size"] for name, one in told.items())


def test_what_an_earlier_export_wrote_is_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("不是我们写的")
    for names in (["a.txt", "d/b.txt"], ["a.txt"]):
        folder = ExportFolder(tmp_path)
        for name in names:
            folder.put("data", text(name, ["字"]))
        changes = folder.finish(["data"])
    assert changes.removed == ("d/b.txt",) and not (tmp_path / "d" / "b.txt").exists()
    assert (tmp_path / "README.md").exists() and (tmp_path / "a.txt").exists()


@pytest.mark.parametrize("manifest", ['{"files": {"../keep.txt": {}, "/etc/none": {}}}', "{", "[]", '{"files": 3}'])
def test_a_strange_manifest_removes_nothing_outside(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "keep.txt").write_text("留着")
    root = tmp_path / "exports"
    root.mkdir()
    (root / "manifest.json").write_text(manifest)
    assert ExportFolder(root).finish(["data"]).removed == ()
    assert (tmp_path / "keep.txt").exists()


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "新的一半"
        raise RuntimeError

    ExportFolder(tmp_path).put("data", text("a.txt", ["旧的"]))
    with pytest.raises(RuntimeError):
        ExportFolder(tmp_path).put("data", text("a.txt", pieces()))
    assert (tmp_path / "a.txt").read_text() == "旧的"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match=r"all\.json: cannot be written .*set `exports` to another folder"):
        ExportFolder(tmp_path).put("feeds", text("feeds/all.json", ["{}"]))


EXPORTER = """
import sys
from dataclasses import replace
from pathlib import Path
from nnnews.config import Config
from nnnews.exporters import export_all
from nnnews.storage import open_store

engine, config = open_store(sys.argv[1]), Config(exports=Path(sys.argv[2]))
print("ready", flush=True)
for number in range(10**6):
    export_all(engine, replace(config, feed_title=f"第{number}次"))
"""


def test_a_killed_export_leaves_whole_files(office: Any) -> None:
    exports = office.config.exports
    for life in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", EXPORTER, str(office.engine.url), str(exports)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None and process.stdout.readline()
        until = time.monotonic() + 0.05 + life * 0.03
        while time.monotonic() < until:  # a reader, all the time
            etree.parse(office.feeds / "all.rss.xml")
            json.loads((office.feeds / "all.json").read_bytes())
        process.kill()
        process.communicate()
        for path in office.feeds.rglob("[!.]*.xml"):
            etree.parse(path)
    office.export()
    assert list(exports.rglob(".*")) == []
