"""The section of the feeds: each heading in each format, the archives, the updates, and the lists of feeds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath

from nnnews.exporters import atom, feed_list, json_feed, opml, rss, updates
from nnnews.exporters.base import Feed, Format
from nnnews.exporters.files import File, Planned, Shelf
from nnnews.exporters.headings import Heading, headings
from nnnews.exporters.parts import parted
from nnnews.exporters.published_schema import schema_files
from nnnews.exporters.snapshot import Snapshot
from nnnews.exporters.window import fewest

FORMATS: tuple[Format, ...] = (rss, atom, json_feed)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when an empty feed was last updated: no file holds the time of the run


def plan(snapshot: Snapshot) -> Iterator[Planned]:
    """Every file of the section."""
    found = list(headings(snapshot))
    archives = _archives(snapshot)
    for heading in found:
        previous = archives[-1].name if archives and heading.name == "all" else None
        document = _Document(heading, previous=previous)
        yield from (_file(snapshot, document, kind) for kind in FORMATS)
    yield from _archive_shelves(snapshot, archives)
    yield from _update_files(snapshot)
    yield from _lists(snapshot, [found[0], updates.HEADING, *found[1:]])
    yield from schema_files()


@dataclass(frozen=True, slots=True)
class _Document:
    """A feed file: a heading, and where it stands among the archive documents (names below feeds/)."""

    heading: Heading
    previous: str | None = None
    current: str | None = None

    @property
    def name(self) -> str:
        return self.heading.name


def _archives(snapshot: Snapshot) -> list[_Document]:
    """Every story by month of first sight, oldest first, no more entries in one than the live feed has.

    The last is left out: all of it is in the live feed yet.
    """
    months: dict[str, list[int]] = {}
    for stamp in snapshot.stamps.values():
        if snapshot.stories.home(stamp.article_id) == stamp.article_id:
            months.setdefault(stamp.seen, []).append(stamp.article_id)
    size = fewest(snapshot.config.feed_size)
    parts = [part for month in sorted(months) for part in parted(month, months[month], size)]
    named = [
        Heading(f"archive/{part.name[:4]}/{part.name}", part.name, "", tuple(reversed(part.ids))) for part in parts[:-1]
    ]
    before = [None, *[heading.name for heading in named]]
    return [_Document(heading, previous, "all") for heading, previous in zip(named, before, strict=False)]


def _archive_shelves(snapshot: Snapshot, archives: list[_Document]) -> Iterator[Shelf]:
    """A folder a year, so that a new document rewrites the manifest of its own year only."""
    for folder, documents in groupby(archives, key=lambda archive: PurePosixPath(archive.name).parent):
        files = [_file(snapshot, document, atom) for document in documents]
        made_of = snapshot.made_of((), *(file.made_of for file in files))
        yield Shelf(f"feeds/{folder}", made_of, partial(_bare, files))


def _bare(files: list[File]) -> Iterator[File]:
    """The files by their names in their folder."""
    return (replace(file, name=PurePosixPath(file.name).name) for file in files)


def _update_files(snapshot: Snapshot) -> Iterator[File]:
    newest = updates.newest(snapshot)
    head = _head(snapshot, updates.HEADING)
    feed = replace(head, updated=newest.last or NEVER, entries=newest)
    for kind in FORMATS:
        made_of = snapshot.made_of((), kind.SUFFIX, *_settings(snapshot), newest.stamp)
        yield File(f"feeds/{updates.HEADING.name}{kind.SUFFIX}", made_of, partial(kind.render, feed))


def _lists(snapshot: Snapshot, found: list[Heading]) -> Iterator[File]:
    title, home = snapshot.config.feed_title, snapshot.config.home
    made_of = snapshot.made_of((), title, home, *((heading.name, heading.title) for heading in found))
    yield File("feeds/subscriptions.opml", made_of, lambda: opml.render(title, home, found))
    yield File("feeds/index.html", made_of, lambda: feed_list.render(title, home, found))
    yield File("feeds/index.css", made_of, lambda: [feed_list.style()])
    yield File("feeds/icon.svg", made_of, lambda: [feed_list.icon()])


def _file(snapshot: Snapshot, document: _Document, kind: Format) -> File:
    """Rendered from the feed, which is put together only when the file is to be written."""
    name = f"feeds/{document.name}{kind.SUFFIX}"
    told = (kind.SUFFIX, *_settings(snapshot), document.heading.title, document.previous)
    made_of = snapshot.told_of(document.heading.ids, *told)
    return File(name, made_of, lambda: kind.render(_feed(snapshot, document)))


def _settings(snapshot: Snapshot) -> tuple[str, ...]:
    """What every feed tells of the settings."""
    return snapshot.config.feed_title, snapshot.config.feed_home, snapshot.config.tag_authority


def _feed(snapshot: Snapshot, document: _Document) -> Feed:
    return replace(
        _head(snapshot, document.heading),
        updated=snapshot.last_updated(document.heading.ids) or NEVER,
        entries=snapshot.entries(document.heading.ids),
        previous=document.previous and _address(snapshot, document.previous),
        current=document.current and _address(snapshot, document.current),
    )


def _head(snapshot: Snapshot, heading: Heading) -> Feed:
    """A feed yet without entries."""
    config = snapshot.config
    own = "" if heading.name == "all" else f"·{heading.title}"
    return Feed(
        id=f"tag:{config.tag_authority}:feed/{heading.name}",
        title=config.feed_title + own,
        home=config.home,
        address=_address(snapshot, heading.name),
        updated=NEVER,
        entries=(),
    )


def _address(snapshot: Snapshot, name: str) -> str:
    return f"{snapshot.config.home}feeds/{name}"
