"""From the store to files that staff and other programs read: one file a format.

export_all(engine, config) -> Changes(written, removed)      bytes that stand still: no news, no changed file

base        Entry, Feed and Format, the interface of a feed format: rss, atom, json_feed
json_lines  every article as its record
files       the folder: whole files only, replaced when they differ, pruned by the manifest
"""

from nnnews.exporters.export import export_all
from nnnews.exporters.files import Changes

__all__ = ["Changes", "export_all"]
