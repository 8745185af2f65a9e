"""Where the pages come from: the archive with its index, or WARC files of whatever crawler, indexed for the while."""

import gzip
import logging
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from nnnews.archive import Damage, Terms, index_folder, is_addressable, scan, stranger_key
from nnnews.config import Config
from nnnews.errors import UsageError
from nnnews.storage import open_store, writing
from nnnews.storage.archive_index import REVISIT, Capture, Indexed, add_captures

_BATCH = 1000
_PAGES = ("text/html", "application/xhtml+xml", REVISIT)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """The store that holds the index, and the folder from which its file names count."""

    index_url: str
    folder: Path


@contextmanager
def opened(config: Config, files: tuple[Path, ...]) -> Iterator[Source]:
    """The archive, its index brought up to date; or the files. Raises UsageError for a file that is not there."""
    if not files:
        index_folder(open_store(config.database_url), Terms(config.archive_folder))
        yield Source(config.database_url, config.archive_folder)
        return
    with TemporaryDirectory(prefix="nnnews-") as folder:
        url = f"sqlite:///{folder}/index.sqlite3"
        engine = open_store(url)
        for number, file in enumerate(dict.fromkeys(file.resolve() for file in files)):
            _index_file(engine, file, Path(folder) / f"{number}.warc")
        engine.dispose()
        yield Source(url, Path())


def _index_file(engine: Engine, file: Path, unpacked: Path) -> None:
    """A file compressed in one piece is unpacked first."""
    try:
        if not is_addressable(file):
            _unpack(file, unpacked)
            file = unpacked
        end = file.stat().st_size
        found = _captures(file)
        while batch := list(islice(found, _BATCH)):
            with writing(engine) as connection:
                add_captures(connection, str(file), batch, Indexed(end, closed=True))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error


def _unpack(packed: Path, unpacked: Path) -> None:
    """As far as it goes."""
    with gzip.open(packed) as source, unpacked.open("wb") as target:
        try:
            shutil.copyfileobj(source, target)
        except (EOFError, zlib.error) as error:
            _log.warning("%s: cut or damaged (%s)", packed, error)


def _captures(file: Path) -> Iterator[Capture]:
    """A page of a host that no site owns is called by its address, so that it is read too."""
    for one in scan(file, str(file)):
        if isinstance(one, Damage):
            _log.warning("%s", one)
        elif one.site or one.mime not in _PAGES:
            yield one
        else:
            yield replace(one, key=stranger_key(one.url))
