"""The tables of alerts.

outbox           messages part by part, until a service took them and for a while after
alert_looks      when a subscription was first and last gathered for
alert_subjects   what a subscription was told of, so that it is told once
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Table, Text

from nnnews.storage.tables import UtcTime, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("subscription", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("message", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("tried", UtcTime),
    Column("problem", String),
    CheckConstraint("state in ('waiting', 'sending', 'sent')", "state"),
    Index("ix_outbox_subscription", "subscription", "state"),
    Index("ix_outbox_channel", "channel", "tried"),
    sqlite_autoincrement=True,  # an id is part of what a relay knows a part by: never given twice
)

alert_looks = Table(
    "alert_looks",
    metadata,
    Column("subscription", String, primary_key=True),
    Column("begun", UtcTime, nullable=False),
    Column("looked", UtcTime, nullable=False),
)

alert_subjects = Table(
    "alert_subjects",
    metadata,
    Column("subscription", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("told", UtcTime, nullable=False),
)
