"""What is exported, and where it lies below the exports folder.

feeds/all.rss.xml .atom.xml .json       the newest stories
feeds/d/ t/ s/ l/ q/<name>.*            the newest of a district, topic, site, level or saved search
feeds/updates.*                         the newest edits and withdrawals, with what changed
feeds/archive/2026/2026-10.atom.xml     everything by month of first sight (RFC 5005)
feeds/subscriptions.opml index.html     the list of feeds, for readers and for people
data/2026-11/articles.jsonl .json .csv  everything by month of publishing: records, rows, a spreadsheet
data/2026-11/figures.json .csv          every figure, a row each
schema/                                 what the records and the feed items obey
manifest.json                           size and hash of every file
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from sqlalchemy import Engine

from nnnews.config import Config
from nnnews.exporters import data, feeds, page
from nnnews.exporters.files import Changes, ExportFolder, Planned, alone
from nnnews.exporters.snapshot import Snapshot, take
from nnnews.storage import reading

# Each plans its files; what it planned earlier and does not plan now is removed.
SECTIONS: dict[str, Callable[[Snapshot], Iterator[Planned]]] = {
    "feeds": feeds.plan,
    "data": data.plan,
    "page": page.plan,
}
Plan = list[tuple[str, Planned]]
Watch = Callable[[Plan], Iterable[tuple[str, Planned]]]


def export_all(
    engine: Engine, config: Config, sections: Collection[str] = SECTIONS.keys(), watch: Watch = iter
) -> Changes:
    """Writes what has changed, as the store is at this moment: the same store, the same bytes. Raises OutputError.

    `watch` passes the planned files on, one by one, and may tell how far it is.
    """
    with alone(config.exports), reading(engine) as connection:
        folder = ExportFolder(config.exports)
        snapshot = take(connection, config)
        planned = [(section, file) for section in sections for file in SECTIONS[section](snapshot)]
        for section, file in watch(planned):
            folder.put(section, file)
        return folder.finish(sections)
