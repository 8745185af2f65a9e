"""The tables of the archive's index: where each answer of a server stands among the WARC files.

archive_files ── captures      one row a file, one an answer in it, as in a CDX index

A row is written after its bytes, so it never points at what is not there; what a killed run did not index, the next
one does. `mime` is `warc/revisit` where the file holds only the headers and the payload stands in an earlier capture
of the same digest.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from nnnews.storage.tables import UtcTime, metadata

archive_files = Table(
    "archive_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("indexed", BigInteger, nullable=False),
    Column("closed", Boolean, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("file_id", ForeignKey("archive_files.id", ondelete="CASCADE"), primary_key=True),
    Column("offset", BigInteger, primary_key=True, autoincrement=False),
    Column("length", BigInteger, nullable=False),
    Column("url", String, nullable=False),
    Column("site", String),
    Column("key", String),
    Column("fetched", UtcTime, nullable=False),
    Column("status", Integer, nullable=False),
    Column("mime", String, nullable=False),
    Column("digest", String, nullable=False, index=True),
    Index("ix_captures_url", "url", "fetched"),
    Index("ix_captures_key", "key", "fetched"),
)
