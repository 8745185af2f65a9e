"""Response → WARC → Page: every answer as it came, in rotating .warc.gz files, and an index of them in the store.

    archive = Archive(engine, Terms(folder))    one a process; opens a file when the first answer comes
    archive.add(Exchange(url, 200, headers, body, fetched))     in the file when it returns; OutputError
    archive.close()

    index_folder(engine, Terms(folder))         the index knows all that the files hold
    scan(path, name) -> Capture | Damage        a WARC file of whatever crawler from end to end
    Reader(folder, originals).read(capture) -> Archived(page, link_title)       UndecodablePage

The captures are found by storage.archive_index.
"""

from nnnews.archive.address import stranger_key
from nnnews.archive.exchange import Exchange
from nnnews.archive.files import Terms
from nnnews.archive.reader import Archived, Reader
from nnnews.archive.recovery import index_folder
from nnnews.archive.scan import Damage, is_addressable, scan
from nnnews.archive.writer import Archive

__all__ = [
    "Archive",
    "Archived",
    "Damage",
    "Exchange",
    "Reader",
    "Terms",
    "index_folder",
    "is_addressable",
    "scan",
    "stranger_key",
]
