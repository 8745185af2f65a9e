"""The tables of what became of articles after they were first read.

revisions      one row an edit, a withdrawal, a restoration; never changed
former_records one row a change of a record: what it was before, so that the page's index need not be made anew
rechecks       when an address is to be asked again, and on how many days its article was missed

An address that has grown old has no row among the rechecks.
"""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from nnnews.storage.tables import UtcTime, metadata

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("event", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", JSON, nullable=False),
    Column("text", JSON, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("note", String, nullable=False),
    CheckConstraint("event in ('edited', 'withdrawn', 'restored')", "event"),
    CheckConstraint("kind in ('real', 'boring')", "kind"),
    sqlite_autoincrement=True,
)

former_records = Table(
    "former_records",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("digest", String(16), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("line", Text, nullable=False),
    sqlite_autoincrement=True,
)

rechecks = Table(
    "rechecks",
    metadata,
    Column("key", String, primary_key=True),
    Column("site", String, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("due", UtcTime, nullable=False),
    Column("missed_days", Integer, nullable=False),
    Column("missed_since", UtcTime),
    Column("missed_last", UtcTime),
    Index("ix_rechecks_site", "site", "due"),
)
