"""What was published of an article before it changed."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """The table stays empty: what changed before is in no index any more."""
    article = sa.ForeignKey("articles.id", ondelete="CASCADE")
    op.create_table(
        "former_records",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Integer, article, nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_former_records_article_id", "former_records", ["article_id"])
