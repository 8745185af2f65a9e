"""The tables of the store. Times are UTC and aware; tuples of texts and of small nouns are JSON lists.

articles ── bylines, places, figures    what was read, one row a credit, place and number
    ├────── appearances                 the same text met under another key: repost, mirror, second section
    ├────── unindexed                   its words are not in the search index yet
    └────── records, facets             made of the article: its record as published, what it is filed under
urls                                    the URL memory: every address ever found, and what became of it
hosts                                   which machine may ask a host, and until when
problems                                addresses that answered but could not be read; a row goes when it is mended
runs ── run_sites                       one row a run, one a site in it
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. SQLite drops the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """UTC; a naive time is a mistake of the caller."""
        return _in_utc(value) if value else None

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """For SQLite the text that SQLAlchemy would make of it, which takes a hundredth of what storing a page does."""
        return _written if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy's signature)
        """Aware, in UTC."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"naive time {value} given to the store")
    return value.astimezone(UTC)


def _written(value: datetime | None) -> str | None:
    """2026-03-02 04:00:00.000000"""
    return _in_utc(value).replace(tzinfo=None).isoformat(" ", "microseconds") if value else None


def _article() -> Column[int]:
    return Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("fingerprint", String(32), nullable=False, index=True),
    Column("first_seen", UtcTime, nullable=False),
    Column("updated", UtcTime, nullable=False),
    Column("url", String, index=True),
    Column("site", String),
    Column("layout", String),
    Column("method", String, nullable=False),
    Column("title", String, nullable=False),
    Column("kicker", String),
    Column("subtitle", String),
    Column("published", UtcTime),
    Column("published_precision", String),
    Column("source", String),
    Column("script", String, nullable=False),
    Column("district", String),
    Column("relevant", Boolean, nullable=False),
    Column("score", Double, nullable=False),
    Column("text", Text, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("removed", JSON, nullable=False),
    Column("images", JSON, nullable=False),
    Column("attachments", JSON, nullable=False),
    Column("problems", JSON, nullable=False),
    Column("info", JSON, nullable=False),
    Column("credits", JSON, nullable=False, server_default="[]"),
    Column("withdrawn", UtcTime),
    Column("reader", String, nullable=False, server_default=""),
    CheckConstraint("key <> ''", "key"),
    CheckConstraint("text <> ''", "text"),
    sqlite_autoincrement=True,  # an id is part of what staff cite: never given twice
)

bylines = Table(
    "bylines",
    metadata,
    _article(),
    Column("position", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    sqlite_with_rowid=False,
)

places = Table(
    "places",
    metadata,
    _article(),
    Column("position", Integer, primary_key=True),
    Column("code", String, index=True),
    Column("name", String, nullable=False),
    Column("level", String, nullable=False),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    metadata,
    _article(),
    Column("position", Integer, primary_key=True),
    Column("text", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Double, nullable=False),
    Column("value_max", Double),
    Column("unit", String),
    Column("qualifier", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("sentence", String, nullable=False),
    sqlite_with_rowid=False,
)

appearances = Table(
    "appearances",
    metadata,
    Column("key", String, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("url", String, index=True),
    Column("site", String),
    Column("title", String),
    Column("source", String),
    Column("published", UtcTime),
    Column("script", String, nullable=False),
    Column("first_seen", UtcTime, nullable=False),
)

unindexed = Table("unindexed", metadata, _article())

records = Table(
    "records",
    metadata,
    _article(),
    Column("month", String(7), nullable=False),
    Column("seen", String(7), nullable=False),
    Column("digest", String(16), nullable=False),
    Column("line", Text, nullable=False),
    Index("ix_records_stamp", "article_id", "month", "seen", "digest"),
)

# No foreign key: it would ask for a second index, as large as the table.
facets = Table(
    "facets",
    metadata,
    Column("kind", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("first_seen", UtcTime, primary_key=True),
    Column("article_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

urls = Table(
    "urls",
    metadata,
    Column("key", String, primary_key=True),
    Column("url", String, nullable=False, index=True),
    Column("site", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("found_on", String),
    Column("first_seen", UtcTime, nullable=False),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("owner", String),
    Column("lease_until", UtcTime),
    Column("last_fetched", UtcTime),
    Column("status", Integer),
    Column("etag", String),
    Column("last_modified", String),
    Column("last_problem", String),
    CheckConstraint("state in ('new', 'leased', 'done', 'failed', 'gone')", "state"),
    Index("ix_urls_site", "site", "state", "not_before"),
)

hosts = Table(
    "hosts",
    metadata,
    Column("host", String, primary_key=True),
    Column("owner", String),
    Column("lease_until", UtcTime, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("key", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("site", String, nullable=False, index=True),
    Column("reason", String, nullable=False),
    Column("first_seen", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("times", Integer, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", UtcTime, nullable=False),
    Column("finished", UtcTime),
    Column("verdict", String),
    sqlite_autoincrement=True,
)

run_sites = Table(
    "run_sites",
    metadata,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("site", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("counts", JSON, nullable=False),
)
