"""Articles that wait for their story."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """All that were never signed, or read anew since: the next run settles them."""
    op.create_table(
        "unsettled",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    )
    op.execute(
        "INSERT INTO unsettled SELECT articles.id FROM articles "
        "LEFT JOIN signatures ON signatures.article_id = articles.id "
        "WHERE coalesce(signatures.fingerprint, '') <> articles.fingerprint"
    )
