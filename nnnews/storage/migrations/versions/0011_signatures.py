"""Signatures with passages of the lead: texts are signed anew."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """All articles wait for their story again; the next run settles them. Rulings stay."""
    for table in ("bands", "signatures", "story_links"):
        op.execute(f"DELETE FROM {table}")
    op.execute("INSERT INTO unsettled SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM unsettled)")
