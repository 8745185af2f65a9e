"""Stories: signatures and their index, links, rulings, members."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """The tables stay empty until the signatures are made: `nnnews replay --signatures`."""
    create_index()
    create_pairs()
    create_stories()


def article(name: str = "article_id", *, index: bool = False) -> sa.Column[int]:
    """An article, as part of the primary key."""
    return sa.Column(name, sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=index)


def create_index() -> None:
    """What a text is found by."""
    op.create_table(
        "signatures",
        article(),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
        sa.Column("grams", sa.Integer, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "bands",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def create_pairs() -> None:
    """What was found of pairs, and what a maintainer decided."""
    op.create_table(
        "story_links",
        article(),
        article("other_id", index=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("ground", sa.String, nullable=False),
        sa.Column("shared", sa.Double, nullable=False),
        sa.Column("other_shared", sa.Double, nullable=False),
        sa.Column("differences", sa.JSON, nullable=False),
        sa.CheckConstraint("article_id < other_id", "order"),
    )
    op.create_table(
        "story_rulings",
        article(),
        article("other_id", index=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("made", TIME, nullable=False),
        sa.CheckConstraint("article_id < other_id", "order"),
        sa.CheckConstraint("verdict in ('join', 'split')", "verdict"),
    )


def create_stories() -> None:
    """The stories and their articles."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("representative", sa.String, nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("updated", TIME, nullable=False, index=True),
    )
    op.create_table(
        "story_members",
        article(),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("verdict", sa.String, nullable=False),
    )
