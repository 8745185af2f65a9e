"""Articles that wait for the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """The table stays empty: all that were stored are in the index."""
    article = sa.ForeignKey("articles.id", ondelete="CASCADE")
    op.create_table("unindexed", sa.Column("article_id", sa.Integer, article, primary_key=True))
