"""What goes in comes out, to the byte, by our reader and by others'."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from warcio.archiveiterator import ArchiveIterator

from nnnews.archive import Archive, Exchange, Reader, Terms
from nnnews.archive.coding import brotli, zstd
from nnnews.archive.files import append, take
from nnnews.errors import OutputError, UndecodablePage
from nnnews.items import Page
from nnnews.storage import archive_index, reading
from nnnews.storage.archive_index import REVISIT, Capture

Make = Callable[..., Exchange]


def files(terms: Terms) -> list[Path]:
    return sorted(terms.folder.glob("*.warc.gz"))


def read(engine: Engine, terms: Terms, capture: Capture) -> Page:
    def original(one: Capture) -> Capture | None:
        with reading(engine) as connection:
            return archive_index.payload(connection, one.url, one.digest)

    with Reader(terms.folder, original) as reader:
        return reader.read(capture).page


def captures(engine: Engine, *keys: str) -> dict[str, list[Capture]]:
    with reading(engine) as connection:
        return archive_index.by_key(connection, keys or list(archive_index.keys(connection)))


def test_an_answer_comes_back_with_its_headers_and_time(engine: Engine, terms: Terms, answer: Make) -> None:
    archive = Archive(engine, terms)
    capture = archive.add(replace(answer(1), link_title="人大代表 在行动", ip="192.0.2.1"))
    archive.close()
    page = read(engine, terms, capture)
    assert (page.url, page.status, page.body) == (answer(1).url, 200, answer(1).body)
    assert page.fetched == answer(1).fetched
    assert page.headers == {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "b"}
    assert captures(engine) == {"nnnews/100001": [capture]}
    assert (capture.site, capture.mime, capture.status) == ("nnnews", "text/html", 200)


def test_a_title_with_half_a_character_is_archived_with_a_question_mark(
    engine: Engine, terms: Terms, answer: Make
) -> None:
    archive = Archive(engine, terms)
    capture = archive.add(replace(answer(1), link_title="人大\ud83d"))  # as a list in JSON may have it
    archive.close()
    assert read(engine, terms, capture).body == answer(1).body


@pytest.mark.parametrize(("name", "pack"), [("br", brotli.compress), ("zstd", zstd.compress)])
def test_the_file_keeps_the_coding_and_the_page_has_none(
    engine: Engine, terms: Terms, answer: Make, name: str, pack: Callable[[bytes], bytes]
) -> None:
    archive, plain = Archive(engine, terms), answer(1)
    headers = (*plain.headers, (b"Content-Encoding", name.encode()), (b"Transfer-Encoding", b"chunked"))
    capture = archive.add(replace(plain, body=pack(plain.body), headers=headers))
    archive.close()
    assert read(engine, terms, capture).body == plain.body
    with files(terms)[0].open("rb") as file:
        response = next(record for record in ArchiveIterator(file) if record.rec_type == "response")
        assert response.raw_stream.read() == pack(plain.body)


def test_the_check_of_warcio_passes_and_each_record_is_a_member_of_its_own(
    engine: Engine, terms: Terms, answer: Make
) -> None:
    for _ in range(2):
        archive = Archive(engine, terms)
        for number, status in enumerate((200, 302, 304, 404, 503, 299, 999)):
            archive.add(answer(number, status=status, **({"body": b""} if status in (302, 304) else {})))
        archive.close()
    [file] = files(terms)
    command = [Path(sys.executable).parent / "warcio", "check", "-v", file]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("digest pass") == 9
    with file.open("rb") as opened:
        kinds = [record.rec_type for record in ArchiveIterator(opened)]
    assert kinds.count("warcinfo") == 2
    assert (kinds.count("response"), kinds.count("revisit")) == (9, 5)


def test_an_unchanged_payload_is_kept_once_and_reads_the_same(engine: Engine, terms: Terms, answer: Make) -> None:
    archive, first = Archive(engine, terms), answer(1)
    archive.add(first)
    later = replace(first, fetched=first.fetched + timedelta(hours=2), headers=((b"Content-Type", b"text/plain"),))
    again = archive.add(later)
    elsewhere = archive.add(replace(first, url="http://m.nnnews.net/p/100001.html"))
    archive.close()
    assert (again.mime, elsewhere.mime) == (REVISIT, "text/html")
    page = read(engine, terms, again)
    assert (page.body, page.fetched, page.header("content-type")) == (first.body, later.fetched, "text/plain")
    assert again.length < 500


def test_an_address_that_was_expected_is_met_again_in_the_same_run_and_in_the_next(
    engine: Engine, terms: Terms, answer: Make
) -> None:
    kinds = []
    for _ in range(2):
        archive = Archive(engine, terms)
        for number in (1, 2, 1):
            for expected in (1, 2, 3):
                archive.expect(answer(expected).url)
            kinds.append(archive.add(answer(number)).mime)
        archive.close()
    assert kinds == ["text/html", "text/html", *[REVISIT] * 4]


def test_an_address_expected_twice_is_new_once(engine: Engine, terms: Terms, answer: Make) -> None:
    archive, one = Archive(engine, terms), answer(1)
    archive.expect(one.url)
    first = archive.add(one)
    archive.expect(one.url)
    archive.expect(answer(2).url)
    archive.add(answer(2))
    archive.flush()
    assert (first.mime, archive.add(one).mime) == ("text/html", REVISIT)
    archive.close()


def test_a_file_is_followed_by_another_when_it_is_large(engine: Engine, terms: Terms, answer: Make) -> None:
    archive = Archive(engine, replace(terms, size=1500))
    lengths = [archive.add(answer(number)).length for number in range(12)]
    archive.close()
    assert len(files(terms)) >= 3
    assert max(file.stat().st_size for file in files(terms)) < 1500 + max(lengths)


def test_a_file_is_followed_by_another_when_it_is_old(engine: Engine, terms: Terms, answer: Make) -> None:
    archive = Archive(engine, replace(terms, age=timedelta(0)))
    for number in range(3):
        archive.add(answer(number))
    archive.close()
    assert len(files(terms)) == 3
    assert len(captures(engine)) == 3


def test_a_file_that_another_process_writes_is_left_to_it(engine: Engine, terms: Terms, answer: Make) -> None:
    one, other = Archive(engine, terms), Archive(engine, terms)
    one.add(answer(1))
    other.add(answer(2))
    assert len(files(terms)) == 2
    one.close()
    other.close()
    assert len(captures(engine)) == 2


def test_a_record_that_does_not_fit_on_the_disk_leaves_no_trace(tmp_path: Path) -> None:
    class SmallDisk:
        def __init__(self) -> None:
            self.file = take(tmp_path / "a.warc.gz", "x+")
            self.name = "a.warc.gz"

        def write(self, data: memoryview) -> int:
            if self.file.tell() >= 8:
                raise OSError(28, "No space left on device")
            return self.file.write(data[:4])

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

    disk = SmallDisk()
    append(disk, b"1234567")
    with pytest.raises(OutputError, match="No space left on device"):
        append(disk, b"abcdefg")
    assert (disk.tell(), (tmp_path / "a.warc.gz").read_bytes()) == (7, b"1234567")
    disk.close()


def test_a_folder_that_cannot_be_written_is_named(engine: Engine, tmp_path: Path, answer: Make) -> None:
    (tmp_path / "archive").write_text("no folder")
    with pytest.raises(OutputError, match=r"archive .* cannot be written"):
        Archive(engine, Terms(tmp_path / "archive")).add(answer(1))


def test_a_capture_that_is_not_there_is_a_page_that_cannot_be_read(engine: Engine, terms: Terms, answer: Make) -> None:
    archive = Archive(engine, terms)
    capture = archive.add(answer(1))
    archive.close()
    for wrong in (replace(capture, file="gone.warc.gz"), replace(capture, offset=10**6), replace(capture, offset=7)):
        with pytest.raises(UndecodablePage, match="the archive cannot be read"):
            read(engine, terms, wrong)
