"""Fewer trees to write an article into: each costs it a page of the log and of the file."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """What was found by these indexes is found among the facets; nobody asked for names."""
    for table, column in (("articles", "first_seen"), ("articles", "district"), ("bylines", "name")):
        op.drop_index(f"ix_{table}_{column}", table)
    if op.get_bind().dialect.name == "sqlite":
        for table in ("bylines", "places", "figures"):
            key_first(table)


def key_first(table: str) -> None:
    """The rows stand in the tree of the primary key, without row numbers."""
    with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_with_rowid": False}):
        pass
