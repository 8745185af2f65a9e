"""What a crawl of a real server leaves in the archive. All pages are invented."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

from practice_portal import Crawled, Portal
from warcio.archiveiterator import ArchiveIterator

from nnnews.config import OPTIONS, PREFIX, Config

ROOT = "https://www.gxrd.gov.cn"
LISTED = '<meta charset="utf-8"><a href="/html/art501.html">自治区人大常委会机关干部到联系点调研</a>'


def settings(data: Path, **own: Any) -> dict[str, Any]:
    config = Config(data=data, **own)
    values = {PREFIX + name.upper(): getattr(config, name) for name in OPTIONS if name != "loopback"}
    plain = {name: str(value) if isinstance(value, Path) else value for name, value in values.items()}
    plain["NNNEWS_FEEDS"] = {}
    return {**plain, "DOWNLOADER_MIDDLEWARES": {"nnnews.spiders.archiving.ArchivingMiddleware": 999}}


def kept(data: Path) -> list[tuple[str, int, str | None, bytes]]:
    found = []
    for file in sorted((data / "archive").glob("*.warc.gz")):
        with file.open("rb") as opened:
            for record in ArchiveIterator(opened):
                if record.rec_type == "response":
                    url, coding = (
                        record.rec_headers["WARC-Target-URI"],
                        record.http_headers.get_header("Content-Encoding"),
                    )
                    found.append((url, int(record.http_headers.get_statuscode()), coding, record.raw_stream.read()))
    return found


def test_every_answer_is_kept_as_it_came(portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path) -> None:
    packed = gzip.compress(LISTED.encode())
    portal.put(f"{ROOT}/robots.txt", "User-agent: *\nDisallow: /no/\n", Content_Type="text/plain")
    portal.put(f"{ROOT}/", "", 503)
    portal.put(f"{ROOT}/", packed, Content_Encoding="gzip")
    portal.put(f"{ROOT}/html/art501.html", "", 302, Location="/html/art502.html")
    done = crawl("gxrd", settings(tmp_path))
    answers = kept(tmp_path)
    assert {(url.removeprefix(ROOT), status) for url, status, _, _ in answers} >= {
        ("/robots.txt", 200), ("/", 503), ("/", 200), ("/html/art501.html", 302), ("/html/art502.html", 404),
    }  # fmt: skip
    assert (f"{ROOT}/", 200, "gzip", packed) in answers
    assert done.stats["nnnews/archived"] == len(answers) == done.stats["downloader/response_count"]


def test_an_answer_that_nothing_has_changed_is_kept_too(
    portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path
) -> None:
    portal.put(f"{ROOT}/", LISTED, ETag='"1"')
    asked = {"DEFAULT_REQUEST_HEADERS": {"If-None-Match": '"1"'}}
    crawl("gxrd", {**settings(tmp_path), **asked})
    assert (f"{ROOT}/", 304, None, b"") in kept(tmp_path)


def test_an_article_that_reads_as_in_an_earlier_run_is_kept_once(
    portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path
) -> None:
    portal.put(f"{ROOT}/", LISTED)
    portal.put(f"{ROOT}/html/art501.html", "<p>人大代表视察</p>")
    for _ in range(2):
        assert crawl("gxrd", settings(tmp_path)).stats["nnnews/archived"] >= 2
    assert [url for url, _, _, _ in kept(tmp_path)].count(f"{ROOT}/html/art501.html") == 1


def test_the_archive_may_be_switched_off(portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path) -> None:
    portal.put(f"{ROOT}/", LISTED)
    crawl("gxrd", settings(tmp_path, archive=False))
    assert not (tmp_path / "archive").exists()
