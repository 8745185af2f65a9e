"""The archive's index."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The tables stay empty until the next run, which indexes the files that are there."""
    op.create_table(
        "archive_files",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("indexed", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
    )
    op.create_table(
        "captures",
        sa.Column("file_id", sa.Integer, sa.ForeignKey("archive_files.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("offset", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("length", sa.BigInteger, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("site", sa.String),
        sa.Column("key", sa.String),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("mime", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False, index=True),
    )
    op.create_index("ix_captures_url", "captures", ["url", "fetched"])
    op.create_index("ix_captures_key", "captures", ["key", "fetched"])
