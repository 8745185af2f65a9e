"""What exports are made of: the record of each article, and what it is filed under. Search on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """The tables stay empty until an article is saved; a store that holds some is crawled anew."""
    create_records()
    create_facets()
    create_word_index()


def create_records() -> None:
    """The index alone answers what has changed: it is a thousandth of the table."""
    article = sa.ForeignKey("articles.id", ondelete="CASCADE")
    op.create_table(
        "records",
        sa.Column("article_id", sa.Integer, article, primary_key=True),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("seen", sa.String(7), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("line", sa.Text, nullable=False),
    )
    op.create_index("ix_records_stamp", "records", ["article_id", "month", "seen", "digest"])


def create_facets() -> None:
    """The newest of a district, a topic, a site, a level."""
    op.create_table(
        "facets",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("first_seen", sa.DateTime(timezone=True), primary_key=True),
        sa.Column("article_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def create_word_index() -> None:
    """The bigrams that SQLite keeps in FTS5; weights A, B and D are title, people and body."""
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(
        "CREATE TABLE article_words ("
        "id integer PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX ix_article_words_words ON article_words USING gin (words)")
