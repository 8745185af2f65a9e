"""What a kill leaves: at most the last record is lost, and the reader says so and goes on."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from nnnews.archive import Archive, Damage, Exchange, Terms, index_folder, scan
from nnnews.storage import archive_index, open_store, reading
from nnnews.storage.archive_index import Capture

Make = Callable[..., Exchange]
KILLED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from nnnews.archive import Archive, Exchange, Terms
from nnnews.storage import open_store
archive = Archive(open_store(sys.argv[1]), Terms(Path(sys.argv[2])))
for number in range(100000):
    url = f"http://www.nnnews.net/p/{100000 + number}.html"
    archive.add(Exchange(url, 200, ((b"Content-Type", b"text/html"),), bytes(9000), datetime.now(UTC)))
    print(number, flush=True)
"""


def filled(engine: Engine, terms: Terms, answers: list[Exchange]) -> tuple[Path, list[Capture]]:
    archive = Archive(engine, terms)
    added = [archive.add(answer) for answer in answers]
    archive.close()
    return terms.folder / added[0].file, added


def keys(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(archive_index.keys(connection))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 1, exclude_max=True))
def test_wherever_a_file_is_cut_all_whole_records_are_read(tmp_path: Path, answer: Make, cut: float) -> None:
    engine = open_store("sqlite://")
    file, added = filled(engine, Terms(tmp_path / str(cut)), [answer(number) for number in range(4)])
    size = int(file.stat().st_size * cut)
    os.truncate(file, size)
    found = list(scan(file, file.name))
    whole = [capture for capture in added if capture.offset + capture.length <= size]
    assert [one for one in found if isinstance(one, Capture)] == whole
    ends = [0, added[0].offset, *(capture.offset + capture.length for capture in whole)]
    start = max(end for end in ends if end <= size)
    assert [one for one in found if isinstance(one, Damage)] == [Damage(file.name, start, size)][: size > start]
    engine.dispose()


def test_what_is_damaged_in_the_middle_is_passed_over(engine: Engine, terms: Terms, answer: Make) -> None:
    file, added = filled(engine, terms, [answer(number) for number in range(5)])
    content = bytearray(file.read_bytes())
    hole = added[2].offset + 60
    content[hole : hole + 20] = bytes(20)
    del content[added[3].offset + 100 : added[3].offset + added[3].length]
    file.write_bytes(content)
    found = list(scan(file, file.name))
    assert [one.key for one in found if isinstance(one, Capture)] == ["nnnews/100000", "nnnews/100001", "nnnews/100004"]
    assert sum(one.end - one.start for one in found if isinstance(one, Damage)) == added[2].length + 100


def test_the_next_run_indexes_what_a_killed_one_wrote(engine: Engine, terms: Terms, answer: Make) -> None:
    killed = Archive(engine, terms)
    for number in range(3):
        killed.add(answer(number))
    killed._file.close()  # the kernel does as much
    assert keys(engine) == []
    filled(engine, terms, [answer(3), answer(0)])
    assert len(keys(engine)) == 4
    assert len(list(terms.folder.iterdir())) == 1
    with reading(engine) as connection:
        assert archive_index.by_key(connection, ["nnnews/100000"])["nnnews/100000"][0].mime == "warc/revisit"


def test_a_cut_file_is_told_of_once_and_never_written_to_again(
    engine: Engine, terms: Terms, answer: Make, caplog: pytest.LogCaptureFixture
) -> None:
    file, added = filled(engine, terms, [answer(1)])
    with file.open("ab") as tail:
        tail.write(file.read_bytes()[added[0].offset :][:50])
    cut = file.read_bytes()
    with caplog.at_level(logging.WARNING):
        filled(engine, terms, [answer(2)])
        filled(engine, terms, [answer(3)])
    assert [record.message for record in caplog.records] == [str(Damage(file.name, len(cut) - 50, len(cut)))]
    assert file.read_bytes() == cut
    assert len(list(terms.folder.iterdir())) == 2
    assert len(keys(engine)) == 3


def test_a_file_put_into_the_folder_is_part_of_the_archive(engine: Engine, terms: Terms, answer: Make) -> None:
    other = open_store("sqlite://")
    file, _ = filled(other, Terms(terms.folder.parent / "elsewhere"), [answer(1)])
    other.dispose()
    terms.folder.mkdir()
    file.rename(terms.folder / "from-afar.warc.gz")
    assert index_folder(engine, terms) == {}
    assert keys(engine) == ["nnnews/100001"]


def test_after_a_kill_the_file_holds_every_answer_that_was_acknowledged(engine: Engine, terms: Terms) -> None:
    command = [sys.executable, "-c", KILLED, str(engine.url), str(terms.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [next(process.stdout) for _ in range(120)]
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    index_folder(engine, terms)
    assert len(keys(engine)) >= int(told[-1]) + 1 > 100
    [file] = terms.folder.iterdir()
    checked = subprocess.run([Path(sys.executable).parent / "warcio", "check", file], capture_output=True, text=True)
    assert "fail" not in checked.stdout
