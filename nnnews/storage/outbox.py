"""The outbox: every message that is due is here, in parts, before the first part of it leaves.

put ──> waiting ──begin──> sending ──took──> sent        deleted after a month
           └──────refuse──────┘

`sending` is written before a part leaves, `sent` after the service said that it took it. A part found in `sending`
is of a process that was killed in between: nobody knows whether the service took it, so it is sent again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update

from nnnews.storage.alert_tables import outbox

KEPT = timedelta(days=30)
_COLUMNS = ("id", "message", "position", "text", "state", "tries")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message, cut into parts that its service takes. `channel` names the address without giving it away."""

    subscription: str
    channel: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is to be sent; `position` counts from 0."""

    id: int
    message: str
    position: int
    text: str
    state: Literal["waiting", "sending"]
    tries: int

    @property
    def name(self) -> str:
        """The same however often the part is sent."""
        return f"{self.message}-{self.position}"


def put(connection: Connection, letters: Iterable[Letter], at: datetime) -> None:
    """Writes the letters down, in the transaction that writes down what they tell; old ones go."""
    rows = [
        {"subscription": letter.subscription, "channel": letter.channel, "message": message, "position": position}
        | {"text": text, "state": "waiting", "made": at, "tries": 0}
        for letter, message in ((letter, uuid4().hex) for letter in letters)
        for position, text in enumerate(letter.parts)
    ]
    connection.execute(delete(outbox).where(outbox.c.state == "sent", outbox.c.made < at - KEPT))
    if rows:
        connection.execute(insert(outbox), rows)


def waiting(connection: Connection, subscription: str) -> list[Part]:
    """What has not been taken, in the order of writing."""
    chosen = select(*[outbox.c[name] for name in _COLUMNS]).order_by(outbox.c.id)
    mine = (outbox.c.subscription == subscription) & (outbox.c.state != "sent")
    return [Part(*row) for row in connection.execute(chosen.where(mine))]


def begin(connection: Connection, part: Part, channel: str, at: datetime) -> None:
    """The part is about to leave."""
    change = {"state": "sending", "channel": channel, "tries": part.tries + 1, "tried": at}
    connection.execute(update(outbox).where(outbox.c.id == part.id).values(change))


def took(connection: Connection, part: Part) -> None:
    """The service said that it took the part."""
    connection.execute(update(outbox).where(outbox.c.id == part.id).values(state="sent", problem=None))


def refuse(connection: Connection, part: Part, problem: str) -> None:
    """The part was not taken, or nobody knows; it is tried again."""
    connection.execute(update(outbox).where(outbox.c.id == part.id).values(state="waiting", problem=problem))


def tried(connection: Connection, channel: str, since: datetime) -> list[datetime]:
    """When parts left for the channel, at that time or later, earliest first."""
    chosen = select(outbox.c.tried).where(outbox.c.channel == channel, outbox.c.tried >= since)
    return list(connection.execute(chosen.order_by(outbox.c.tried)).scalars())
