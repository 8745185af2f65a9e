"""What each subscription was told of, and when it was gathered for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from nnnews.storage.alert_tables import alert_looks, alert_subjects

_BATCH = 500  # in one statement; databases limit the number of parameters


@dataclass(frozen=True, slots=True)
class Look:
    """When a subscription was gathered for: the beginning of the first time, and the last time."""

    begun: datetime
    looked: datetime


def last_look(connection: Connection, subscription: str) -> Look | None:
    """None before the first."""
    chosen = select(alert_looks.c.begun, alert_looks.c.looked).where(alert_looks.c.subscription == subscription)
    row = connection.execute(chosen).first()
    return Look(*row) if row else None


def look(connection: Connection, subscription: str, now: Look) -> None:
    """The subscription was gathered for."""
    mine = alert_looks.c.subscription == subscription
    if not connection.execute(update(alert_looks).where(mine).values(looked=now.looked)).rowcount:
        row = {"subscription": subscription, "begun": now.begun, "looked": now.looked}
        connection.execute(insert(alert_looks), row)


def known(connection: Connection, subscription: str, subjects: Collection[str]) -> set[str]:
    """Those of the subjects that the subscription was told of."""
    wanted = list(subjects)
    found: set[str] = set()
    for start in range(0, len(wanted), _BATCH):
        some = alert_subjects.c.subject.in_(wanted[start : start + _BATCH])
        chosen = select(alert_subjects.c.subject).where(alert_subjects.c.subscription == subscription, some)
        found.update(connection.execute(chosen).scalars())
    return found


def tell(connection: Connection, subscription: str, subjects: Collection[str], at: datetime) -> None:
    """The subscription is told of these from now on."""
    new = set(subjects) - known(connection, subscription, subjects)
    rows = [{"subscription": subscription, "subject": subject, "told": at} for subject in sorted(new)]
    if rows:
        connection.execute(insert(alert_subjects), rows)


def starting(connection: Connection, subscription: str, beginning: str) -> list[str]:
    """The subjects that begin so and the subscription was told of, the earliest first."""
    begins = alert_subjects.c.subject.startswith(beginning, autoescape=True)
    chosen = select(alert_subjects.c.subject).where(alert_subjects.c.subscription == subscription, begins)
    return list(connection.execute(chosen.order_by(alert_subjects.c.told, alert_subjects.c.subject)).scalars())
