"""The tables of the monitor.

health       how a site or one of its fields does: a row is a spell of one state, open (`ended` empty) or over
site_days    what the ordinary runs of a day counted, a row a site: what the monitor learns from, and status reads

A year of two-hourly runs of 100 sites is 438,000 rows of `run_sites` and 36,500 of `site_days`.
"""

from sqlalchemy import JSON, CheckConstraint, Column, Date, Double, ForeignKey, Index, Integer, String, Table

from nnnews.storage.tables import UtcTime, metadata

health = Table(
    "health",
    metadata,
    Column("site", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("state", String, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("reason", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("observed", Double),
    Column("expected", Double),
    Column("scores", JSON, nullable=False),
    Column("ended", Integer, index=True),
    # Its migration says the whole name, which the convention makes longer: stores have it so.
    CheckConstraint("state in ('fine', 'uneasy', 'broken', 'silent', 'blocked', 'unknown')", "ck_health_state"),
)

site_days = Table(
    "site_days",
    metadata,
    Column("day", Date, primary_key=True),
    Column("site", String, primary_key=True),
    Column("runs", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("last_success", UtcTime),
    Column("learned", JSON, nullable=False),
    Index("ix_site_days_success", "site", "last_success"),
)
