"""How the sites do, and what they gave day by day."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_NANNING = timedelta(hours=8)
_RUNS = """
SELECT runs.finished, run_sites.site, run_sites.verdict, run_sites.counts
FROM run_sites JOIN runs ON runs.id = run_sites.run_id WHERE runs.finished IS NOT NULL
"""


def upgrade() -> None:
    """The runs of before tell when a site was last reached and how much it gave; their pages were not counted."""
    op.create_table(
        "health",
        sa.Column("site", sa.String, primary_key=True),
        sa.Column("field", sa.String, primary_key=True),
        sa.Column(
            "run_id",
            sa.Integer,
            sa.ForeignKey("runs.id", name="fk_health_run_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("measure", sa.String, nullable=False),
        sa.Column("observed", sa.Double),
        sa.Column("expected", sa.Double),
        sa.Column("scores", sa.JSON, nullable=False),
        sa.Column("ended", sa.Integer),
        sa.PrimaryKeyConstraint("site", "field", "run_id", name="pk_health"),
        sa.CheckConstraint(
            "state in ('fine', 'uneasy', 'broken', 'silent', 'blocked', 'unknown')", name="ck_health_state"
        ),
    )
    op.create_index("ix_health_run_id", "health", ["run_id"])
    op.create_index("ix_health_ended", "health", ["ended"])
    days = op.create_table(
        "site_days",
        sa.Column("day", sa.Date),
        sa.Column("site", sa.String),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("last_success", sa.DateTime(timezone=True)),
        sa.Column("learned", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("day", "site", name="pk_site_days"),
    )
    op.create_index("ix_site_days_success", "site_days", ["site", "last_success"])
    if rows := list(_days()):
        op.bulk_insert(days, rows)


def _days() -> Iterator[dict[str, Any]]:
    asked = sa.text(_RUNS).columns(finished=sa.DateTime(timezone=True), counts=sa.JSON)
    summed: dict[tuple[Any, str], dict[str, Any]] = {}
    for finished, site, verdict, counts in op.get_bind().execute(asked):
        # SQLite gives back a time without its zone, PostgreSQL one in the zone of the session.
        day = ((finished.replace(tzinfo=None) - (finished.utcoffset() or timedelta())) + _NANNING).date()
        row = summed.setdefault(
            (day, site), {"day": day, "site": site, "runs": 0, "new": 0, "last_success": None, "learned": {}}
        )
        if verdict == "ok":
            row["runs"] += 1
            row["new"] += counts.get("new", 0) + counts.get("copies", 0)
            row["last_success"] = max(finished, row["last_success"] or finished)
    yield from summed.values()
