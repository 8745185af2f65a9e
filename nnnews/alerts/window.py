"""What a subscription is gathered for: a span of time, and what it was told before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from nnnews.searches import SavedSearch
from nnnews.storage import told
from nnnews.storage.told import Look
from nnnews.subscriptions import Subscription

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to tell, under the heading of its section. `subjects` are what is told with it, once and for all."""

    subjects: tuple[str, ...]
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    """`begun`: nothing older is told. `looked`: the time of the last look, None at the first."""

    connection: Connection
    subscription: Subscription
    searches: tuple[SavedSearch, ...]
    begun: datetime
    looked: datetime | None
    now: datetime

    @property
    def since(self) -> datetime:
        """A day before the last look: what another machine was storing then bears a time before it."""
        return max(self.begun, (self.looked or self.now) - DAY) if self.looked else self.begun

    def fresh(self, subjects: tuple[str, ...]) -> bool:
        """Whether the subscription was told of none of them."""
        return not told.known(self.connection, self.subscription.name, subjects)


def open_window(
    connection: Connection, subscription: Subscription, searches: tuple[SavedSearch, ...], now: datetime
) -> Window | None:
    """None where nothing is due: it is quiet, or the time of the schedule has not come.

    A new subscription is told at its first look of the last day, or week, so that it is seen to work.
    """
    look = told.last_look(connection, subscription.name)
    if look and subscription.schedule.days and subscription.schedule.last_due(now) <= look.looked:
        return None
    begun = look.begun if look else now - max(1, subscription.schedule.days) * DAY
    return Window(connection, subscription, searches, begun, look.looked if look else None, now)


def close_window(connection: Connection, window: Window, entries: list[Entry]) -> None:
    """Writes down that all of this was told: in the transaction that puts the messages into the outbox."""
    subjects = [subject for entry in entries for subject in entry.subjects]
    told.tell(connection, window.subscription.name, subjects, window.now)
    told.look(connection, window.subscription.name, Look(window.begun, window.now))
