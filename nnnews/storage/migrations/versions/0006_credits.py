"""What the bylines were read from, for `show --explain`."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Empty for the articles of before; `nnnews replay` fills it in."""
    op.add_column("articles", sa.Column("credits", sa.JSON, nullable=False, server_default="[]"))
