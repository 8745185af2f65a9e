"""What subscribers were told of, and what is on its way to them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The tables stay empty until the first alert is due."""
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("subscription", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("tried", sa.DateTime(timezone=True)),
        sa.Column("problem", sa.String),
        sa.CheckConstraint("state in ('waiting', 'sending', 'sent')", "state"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_subscription", "outbox", ["subscription", "state"])
    op.create_index("ix_outbox_channel", "outbox", ["channel", "tried"])
    op.create_table(
        "alert_looks",
        sa.Column("subscription", sa.String, primary_key=True),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "alert_subjects",
        sa.Column("subscription", sa.String, primary_key=True),
        sa.Column("subject", sa.String, primary_key=True),
        sa.Column("told", sa.DateTime(timezone=True), nullable=False),
    )
