"""Articles, appearances, the URL memory, problems and runs.

The constraints get their names by the convention of tables.py.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """From nothing."""
    create_articles()
    create_parts()
    create_appearances()
    create_urls()
    create_problems()
    create_runs()
    create_word_index()


def create_articles() -> None:
    """One row an article."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("fingerprint", sa.String(32), nullable=False, index=True),
        sa.Column("first_seen", TIME, nullable=False, index=True),
        sa.Column("updated", TIME, nullable=False),
        sa.Column("url", sa.String, index=True),
        sa.Column("site", sa.String),
        sa.Column("layout", sa.String),
        sa.Column("method", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("kicker", sa.String),
        sa.Column("subtitle", sa.String),
        sa.Column("published", TIME),
        sa.Column("published_precision", sa.String),
        sa.Column("source", sa.String),
        sa.Column("script", sa.String, nullable=False),
        sa.Column("district", sa.String),
        sa.Column("relevant", sa.Boolean, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *[sa.Column(name, sa.JSON, nullable=False) for name in ("topics", "removed", "images", "attachments")],
        *[sa.Column(name, sa.JSON, nullable=False) for name in ("problems", "info")],
        sa.CheckConstraint("key <> ''", "key"),
        sa.CheckConstraint("text <> ''", "text"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_articles_district", "articles", ["district", "first_seen"])


def create_parts() -> None:
    """Credits, places and numbers of an article, in their order."""
    create_part("bylines", sa.Column("name", sa.String, nullable=False, index=True), text("role"))
    code = sa.Column("code", sa.String, index=True)
    create_part("places", code, text("name"), text("level"), sa.Column("count", sa.Integer, nullable=False))
    create_part(
        "figures",
        text("text"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("value", sa.Double, nullable=False),
        sa.Column("value_max", sa.Double),
        sa.Column("unit", sa.String),
        text("qualifier"),
        text("subject"),
        text("sentence"),
    )


def create_part(name: str, *columns: sa.Column[Any]) -> None:
    """A table keyed by article and position."""
    op.create_table(
        name,
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *columns,
    )


def text(name: str) -> sa.Column[str]:
    """A text that is always there."""
    return sa.Column(name, sa.String, nullable=False)


def create_appearances() -> None:
    """The same text under another key."""
    op.create_table(
        "appearances",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column(
            "article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("url", sa.String, index=True),
        sa.Column("site", sa.String),
        sa.Column("title", sa.String),
        sa.Column("source", sa.String),
        sa.Column("published", TIME),
        text("script"),
        sa.Column("first_seen", TIME, nullable=False),
    )


def create_urls() -> None:
    """The URL memory."""
    op.create_table(
        "urls",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("url", sa.String, nullable=False, index=True),
        text("site"),
        text("kind"),
        sa.Column("found_on", sa.String),
        sa.Column("first_seen", TIME, nullable=False),
        text("state"),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("not_before", TIME, nullable=False),
        sa.Column("owner", sa.String),
        sa.Column("lease_until", TIME),
        sa.Column("last_fetched", TIME),
        sa.Column("status", sa.Integer),
        sa.Column("etag", sa.String),
        sa.Column("last_modified", sa.String),
        sa.Column("last_problem", sa.String),
        sa.CheckConstraint("state in ('new', 'leased', 'done', 'failed', 'gone')", "state"),
    )
    op.create_index("ix_urls_site", "urls", ["site", "state", "not_before"])


def create_problems() -> None:
    """Addresses that could not be read."""
    op.create_table(
        "problems",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        text("url"),
        sa.Column("site", sa.String, nullable=False, index=True),
        text("reason"),
        sa.Column("first_seen", TIME, nullable=False),
        sa.Column("last_seen", TIME, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )


def create_runs() -> None:
    """Runs, and each site in them."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started", TIME, nullable=False),
        sa.Column("finished", TIME),
        sa.Column("verdict", sa.String),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "run_sites",
        sa.Column("run_id", sa.Integer, sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("site", sa.String, primary_key=True),
        text("verdict"),
        sa.Column("counts", sa.JSON, nullable=False),
    )


def create_word_index() -> None:
    """Full-text search over application bigrams. Contentless: the words are in the base tables already."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        "CREATE VIRTUAL TABLE article_words USING fts5("
        "title, body, people, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '.'\")"
    )
    # Every commit makes a segment. Merged 16 at a time, not 4, an article costs a third less and a search the same.
    op.execute("INSERT INTO article_words(article_words, rank) VALUES ('automerge', 16)")
