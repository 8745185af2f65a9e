"""The tables of stories: which articles tell the same, and the index that finds them.

unsettled                  articles that were saved and are in no story yet
signatures ── bands        what a text is found by; made of the text alone, so they can be made anew
story_links                pairs of articles that were found to tell one story, and why
story_rulings              what a maintainer decided; never overwritten
stories ── story_members   what follows from links and rulings: every article is in exactly one story

A pair is stored once, the lower id first. A story has the id of its first article.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
)

from nnnews.storage.tables import UtcTime, metadata


def _article(name: str = "article_id", *, index: bool = False) -> Column[int]:
    return Column(name, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=index)


unsettled = Table("unsettled", metadata, _article())

signatures = Table(
    "signatures",
    metadata,
    _article(),
    Column("fingerprint", String(32), nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("grams", Integer, nullable=False),
    Column("facts", LargeBinary, nullable=False),
)

# 29 rows an article. No foreign key: it would ask for a second index, as large as the table; keys come from the sketch.
bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

story_links = Table(
    "story_links",
    metadata,
    _article(),
    _article("other_id", index=True),
    Column("verdict", String, nullable=False),
    Column("ground", String, nullable=False),
    Column("shared", Double, nullable=False),
    Column("other_shared", Double, nullable=False),
    Column("differences", JSON, nullable=False),
    CheckConstraint("article_id < other_id", "order"),
)

story_rulings = Table(
    "story_rulings",
    metadata,
    _article(),
    _article("other_id", index=True),
    Column("verdict", String, nullable=False),
    Column("made", UtcTime, nullable=False),
    CheckConstraint("article_id < other_id", "order"),
    CheckConstraint("verdict in ('join', 'split')", "verdict"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("representative", String, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("updated", UtcTime, nullable=False, index=True),
)

story_members = Table(
    "story_members",
    metadata,
    _article(),
    Column("story_id", ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("verdict", String, nullable=False),
)
