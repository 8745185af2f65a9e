"""The store at one moment: what the sections of an export plan their files from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files

from sqlalchemy import Connection

from nnnews.config import Config
from nnnews.exporters.base import Entry, entry
from nnnews.exporters.stories import Stories, stories
from nnnews.storage.records import Stamp, stamps
from nnnews.storage.revisions import Revised, revised

_BATCH = 100  # articles read at a time
_KEPT = 1000  # entries kept for the next feed that holds them


@dataclass(frozen=True)
class Snapshot:
    """The articles by id with what changes when they change; stories are read as they are asked for."""

    connection: Connection
    config: Config
    stamps: dict[int, Stamp]
    revised: Mapping[int, Revised]
    _kept: dict[int, Entry] = field(default_factory=dict)

    @cached_property
    def stories(self) -> Stories:
        """Which articles are one entry of a feed."""
        return stories(self.connection)

    def made_of(self, ids: Iterable[int], *told: object) -> str:
        """A name for these articles as they are now, the settings that are told, and the code that renders them."""
        digests = (self.stamps[id_].digest for id_ in ids)
        return _digest("\n".join((code(), *map(str, told), *digests)).encode())

    def told_of(self, ids: Sequence[int], *told: object) -> str:
        """The same for stories."""
        return self.made_of(map(self.stories.text_of, ids), *map(self.stories.stamp, ids), *told)

    def last_updated(self, ids: Sequence[int]) -> datetime | None:
        """When one of these stories last changed, was withdrawn or came back."""
        revised = (self.revised[text].at for text in map(self.stories.text_of, ids) if text in self.revised)
        return max(filter(None, (self.stories.last_updated(self.connection, ids), *revised)), default=None)

    def entries(self, ids: Sequence[int]) -> "Entries":
        """The entries of these stories, in this order."""
        return Entries(self, ids)

    def read(self, ids: Sequence[int]) -> Iterator[Entry]:
        """A batch in memory at a time, apart from the newest that were read."""
        for start in range(0, len(ids), _BATCH):
            some = ids[start : start + _BATCH]
            missing = [id_ for id_ in some if id_ not in self._kept]
            for id_, stored in self.stories.read(self.connection, missing):
                self._kept[id_] = entry(stored, self.config.tag_authority, self.revised.get(stored.id))
            yield from [self._kept[id_] for id_ in some]
            for id_ in list(self._kept)[: max(0, len(self._kept) - _KEPT)]:
                del self._kept[id_]


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries that may be gone through more than once and are never all in memory."""

    snapshot: Snapshot
    ids: Sequence[int]

    def __iter__(self) -> Iterator[Entry]:
        return self.snapshot.read(self.ids)


def take(connection: Connection, config: Config) -> Snapshot:
    """The store as the connection's transaction sees it."""
    known = revised(connection)
    found = (_restamped(stamp, known.get(stamp.article_id)) for stamp in stamps(connection))
    return Snapshot(connection, config, {stamp.article_id: stamp for stamp in found}, known)


def _restamped(stamp: Stamp, told: Revised | None) -> Stamp:
    """An article that was withdrawn and came back is told otherwise than before."""
    return stamp._replace(digest=_digest(f"{stamp.digest} {told}".encode())) if told else stamp


@cache
def code() -> str:
    """Changes with the programs that render, so that another version writes its files anew."""
    folder = files("nnnews.exporters")
    sources = [file for file in folder.iterdir() if file.name.endswith((".py", ".css"))]
    sources += [files("nnnews") / "record.py", *(files("nnnews") / "schema").iterdir()]
    return _digest(b"".join(file.read_bytes() for file in sorted(sources, key=lambda file: file.name)))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
