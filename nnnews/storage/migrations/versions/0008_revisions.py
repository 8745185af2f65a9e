"""Revisions of articles, and when their addresses are asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Which reader read the articles of before is not known; what is stored is asked again from now on."""
    op.add_column("articles", sa.Column("withdrawn", TIME))
    op.add_column("articles", sa.Column("reader", sa.String, nullable=False, server_default=""))
    create_revisions()
    create_rechecks()


def create_revisions() -> None:
    """What became of articles."""
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("figures", sa.JSON, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.CheckConstraint("event in ('edited', 'withdrawn', 'restored')", "event"),
        sa.CheckConstraint("kind in ('real', 'boring')", "kind"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revisions_article_id", "revisions", ["article_id"])
    op.create_index("ix_revisions_at", "revisions", ["at"])


def create_rechecks() -> None:
    """Filled with the addresses of the stored articles; their age counts from the publishing."""
    op.create_table(
        "rechecks",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("site", sa.String, nullable=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("missed_days", sa.Integer, nullable=False),
        sa.Column("missed_since", TIME),
        sa.Column("missed_last", TIME),
    )
    op.create_index("ix_rechecks_site", "rechecks", ["site", "due"])
    op.execute(
        "INSERT INTO rechecks (key, site, since, due, missed_days) "
        "SELECT urls.key, urls.site, coalesce(articles.published, urls.first_seen), urls.first_seen, 0 "
        "FROM urls JOIN articles ON articles.key = urls.key WHERE urls.state = 'done'"
    )
