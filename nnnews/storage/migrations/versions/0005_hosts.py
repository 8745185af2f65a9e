"""Which machine may ask a host, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """The table stays empty until the next run."""
    op.create_table(
        "hosts",
        sa.Column("host", sa.String, primary_key=True),
        sa.Column("owner", sa.String),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=False),
    )
