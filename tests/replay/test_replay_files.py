"""WARC files of other crawlers are read as a backfill. They are written by warcio here; all pages are invented."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from replay_past import Past, page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from nnnews.archive.coding import brotli
from nnnews.errors import UsageError
from nnnews.replay.plan import Plan

# warcio leaves its buffers to the collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")
STRANGER = "http://news.example/2026/visit.html"


def put(writer: WARCWriter, url: str, body: bytes, **headers: str) -> None:
    named = [
        ("Content-Type", "text/html; charset=utf-8"),
        *((name.replace("_", "-"), headers[name]) for name in headers),
    ]
    block = StatusAndHeaders("200 OK", named, protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", BytesIO(body), http_headers=block))


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize("packed", ["by record", "in one piece", "not at all"])
def test_a_foreign_file_is_read_whatever_its_crawler_kept(past: Past, tmp_path: Path, packed: str) -> None:
    file = tmp_path / "foreign.warc.gz"
    with file.open("wb") as out:
        writer = WARCWriter(out, gzip=packed == "by record")
        writer.write_record(writer.create_warcinfo_record(file.name, {"software": "another"}))
        put(writer, "http://www.nnnews.net/p/1001.html", page("原样"))
        put(writer, "http://www.nnnews.net/p/1002.html", chunked(page("分块")), Transfer_Encoding="chunked")
        put(writer, "http://www.nnnews.net/p/1003.html", page("谎称分块"), Transfer_Encoding="chunked")
        put(writer, "http://www.nnnews.net/p/1004.html", chunked(gzip.compress(page("压缩"))),
            Transfer_Encoding="chunked", Content_Encoding="gzip")  # fmt: skip
        put(writer, "http://www.nnnews.net/p/1005.html", brotli.compress(page("布罗特利")), Content_Encoding="br")
        put(writer, "http://www.nnnews.net/p/1001.html", page("原样"))
    if packed == "in one piece":
        file.write_bytes(gzip.compress(file.read_bytes()))
    changes = past.changes(Plan(files=(file,)))
    titles = {change.key: change.article.title for change in changes if change.article}
    assert titles == {
        "nnnews/1001": "原样", "nnnews/1002": "分块", "nnnews/1003": "谎称分块", "nnnews/1004": "压缩",
        "nnnews/1005": "布罗特利",
    }  # fmt: skip
    assert {change.kind for change in changes} == {"new"}


def test_an_unknown_host_is_read_by_the_general_reader(past: Past, tmp_path: Path) -> None:
    file = tmp_path / "foreign.warc.gz"
    with file.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        put(writer, STRANGER, page("外地代表来邕考察").replace(b"xiangqing", b"unknown"))
        put(writer, "http://news.example/logo.png", b"\x89PNG", Content_Type="image/png")
        put(writer, "http://news.example/empty.html", b"<html></html>")
    [change] = past.changes(Plan(files=(file,)))
    assert change.article
    assert (change.key, change.article.site, change.article.method) == (STRANGER, None, "generic")
    past.write(Plan(files=(file,)))
    assert past.changes(Plan(files=(file,))) == []


def test_a_file_that_is_not_there_is_named(past: Past, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent.warc.gz: cannot be read"):
        past.changes(Plan(files=(tmp_path / "absent.warc.gz",)))
