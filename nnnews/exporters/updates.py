"""The feed of updates: an entry for every edit, withdrawal and restoration of an article, with what changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from nnnews.exporters import difference
from nnnews.exporters.base import Entry, entry, shown_title
from nnnews.exporters.headings import Heading
from nnnews.exporters.snapshot import Snapshot
from nnnews.storage import queries, revisions
from nnnews.storage.revisions import Numbered

HEADING = Heading("updates", "修改和撤稿", "修改和撤稿", ())


@dataclass(frozen=True, slots=True)
class Updates:
    """The newest revisions of all articles, the newest first, as entries that may be gone through more than once."""

    snapshot: Snapshot
    newest: tuple[Numbered, ...]

    @property
    def last(self) -> datetime | None:
        """When something last became of an article."""
        return self.newest[0].revision.at if self.newest else None

    @property
    def stamp(self) -> str:
        """Changes when an entry comes, goes or tells something else."""
        told = (f"{one.revision.number} {one.ordinal}" for one in self.newest)
        return self.snapshot.made_of((one.revision.article_id for one in self.newest), *told)

    def __iter__(self) -> Iterator[Entry]:
        ids = list({one.revision.article_id for one in self.newest})
        articles = {stored.id: stored for stored in queries.articles_by_id(self.snapshot.connection, ids)}
        for one in self.newest:
            yield _entry(entry(articles[one.revision.article_id], self.snapshot.config.tag_authority), one)


def newest(snapshot: Snapshot) -> Updates:
    """As many as the feed of everything has room for."""
    return Updates(snapshot, revisions.newest_numbered(snapshot.connection, snapshot.config.feed_size))


def _entry(of: Entry, numbered: Numbered) -> Entry:
    """The entry of a revision, made of that of its article as it is now."""
    revision = numbered.revision
    return replace(
        of,
        id=f"{of.id}#r{numbered.ordinal}",
        title=difference.MARKS[revision.event] + shown_title(of.stored.article),
        summary=difference.told(revision),
        content=difference.as_html(revision),
        published=revision.at,
        updated=revision.at,
        image=None,
        revision=numbered.ordinal,
        retracted=revision.event == "withdrawn",
        became=revision,
    )
