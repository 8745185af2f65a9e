"""What is exported, and where it lies below the exports folder.

feeds/all.rss.xml .atom.xml .json       the newest articles
feeds/d/<slug>.*                        the newest of a district, also before its first article
data/articles.jsonl                     everything
manifest.json                           size and hash of every file
"""

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine

from nnnews.config import Config
from nnnews.exporters import atom, json_feed, json_lines, rss
from nnnews.exporters.base import Feed, Format, entry
from nnnews.exporters.districts import SLUGS
from nnnews.exporters.files import Changes, ExportFolder
from nnnews.storage import queries, reading
from nnnews.storage.facets import ALL, Facet

FORMATS: tuple[Format, ...] = (rss, atom, json_feed)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when an empty feed was last updated: no file holds the time of the run


class Selection(NamedTuple):
    """Which articles a feed takes: `name` is its path below feeds/, `district` None for all."""

    name: str
    title: str
    district: str | None = None


def export_all(engine: Engine, config: Config) -> Changes:
    """Writes what has changed, as the store is at this moment: the same store, the same bytes. Raises OutputError."""
    folder = ExportFolder(config.exports)
    with reading(engine) as connection:
        _write(connection, config, folder)
    return folder.finish()


def _write(connection: Connection, config: Config, folder: ExportFolder) -> None:
    for selection in _selections(connection, config.feed_title):
        feed = _feed(connection, config, selection)
        for kind in FORMATS:
            folder.write(f"feeds/{selection.name}{kind.SUFFIX}", kind.render(feed))
    folder.write("data/articles.jsonl", json_lines.render(queries.every(connection)))


def _selections(connection: Connection, title: str) -> list[Selection]:
    """A unit that the table of pinyin does not have goes by its code."""
    slugs = {**queries.district_codes(connection), **SLUGS}
    return [
        Selection("all", title),
        *[Selection(f"d/{slug}", f"{title}·{district}", district) for district, slug in slugs.items()],
    ]


def _feed(connection: Connection, config: Config, selection: Selection) -> Feed:
    home = config.feed_home or f"https://{config.tag_authority.partition(',')[0]}/"
    facet = Facet("district", selection.district) if selection.district else ALL
    stored = queries.newest(connection, config.feed_size, facet)
    return Feed(
        id=f"tag:{config.tag_authority}:feed/{selection.name}",
        title=selection.title,
        home=home,
        address=f"{home.rstrip('/')}/feeds/{selection.name}",
        updated=max((one.updated for one in stored), default=NEVER),
        entries=[entry(one, config.tag_authority) for one in stored],
    )
