"""From the store to files that staff and other programs read: one file a format.

export_all(engine, config, sections, watch) -> Changes(written, removed)      no news, no changed byte

export      the sections: feeds, data
snapshot    the store at one moment, which a section plans its files from
files       File(name, made_of, render), and the folder: whole files only, rendered when what they are made of
            changes, replaced when their bytes differ, pruned by the manifest
feeds       headings (which feeds there are), window (how much they hold), updates (what became of articles),
            difference (that in Chinese), base (Entry, Feed, Format), the formats rss, atom, json_feed,
            the lists opml and feed_list
data        parts of a month, rows of tables, the formats json_lines, json_table, csv_table, parquet
"""

from nnnews.exporters.export import SECTIONS, export_all
from nnnews.exporters.files import Changes

__all__ = ["SECTIONS", "Changes", "export_all"]
