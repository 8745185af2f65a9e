"""From the outbox to the service: part by part, in order, and marked as sent only when the service took it."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import groupby
from threading import Event

from sqlalchemy import Engine

from nnnews.alerts.robot import Robot
from nnnews.alerts.senders import Sender
from nnnews.errors import ConfigError, DeliveryError, NnnewsError, Refused, Unanswered
from nnnews.storage import outbox, reading, writing
from nnnews.storage.outbox import Part

MINUTE = timedelta(minutes=1)
A_MINUTE = 20  # posts that a robot of these services may send
_OFTEN = 3  # tries after which a message goes last, so that it holds up nothing else
_REFUSALS = 3  # messages refused in a row after which a channel is left alone until the next run


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: before a second and a third try, and for all that one subscription sends in one run.

    `stop` may be set at any time: the part that is under way is finished, and no other begun.
    """

    between: tuple[float, ...] = (1.0, 5.0)
    whole: float = 600.0
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the messages of a subscription go."""

    subscription: str
    sender: Sender
    robot: Robot

    @property
    def channel(self) -> str:
        """The same for all who send there, and no way back to the key."""
        told = f"{self.robot.base_url} {self.robot.address}".encode()
        return blake2b(told, digest_size=8).hexdigest()


@dataclass(slots=True)
class Delivery:
    """One run's way through what waits for a subscription; `sent` counts parts, `problems` are for people."""

    engine: Engine
    address: Address
    patience: Patience
    sent: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Sends what waits, message by message: one that is refused is left for the next run."""
        deadline, refusals = time.monotonic() + self.patience.whole, 0
        for message in self._messages():
            try:
                for part in message:
                    if time.monotonic() > deadline:
                        self.notes.append("what is left waits for the next run")
                        return
                    if self.patience.stop.is_set():
                        return
                    self._send(part)
                refusals = 0
            except DeliveryError as error:
                self.problems.append(str(error))
                refusals += 1
                if isinstance(error, Unanswered) or refusals == _REFUSALS:
                    return

    def _messages(self) -> list[list[Part]]:
        with reading(self.engine) as connection:
            parts = outbox.waiting(connection, self.address.subscription)
        messages = [list(group) for _, group in groupby(parts, key=lambda part: part.message)]
        return sorted(messages, key=lambda message: message[0].tries > _OFTEN)

    def _send(self, part: Part) -> None:
        """Raises DeliveryError when the service did not take it, nor when it was asked again; ConfigError."""
        if part.state == "sending":
            self.notes.append("a part was under way when an earlier run was killed; it may arrive twice")
        for wait in (*self.patience.between, None):
            if not self._keep_pace():
                return
            with writing(self.engine) as connection:
                outbox.begin(connection, part, self.address.channel, datetime.now(UTC))
            try:
                self.address.sender.send(self.address.robot, part.text, part.name)
            except (DeliveryError, ConfigError) as error:
                self._refuse(part, error)
                if wait is None or not _passes(error) or self.patience.stop.wait(wait):
                    raise
                continue
            with writing(self.engine) as connection:
                outbox.took(connection, part)
            self.sent += 1
            return

    def _refuse(self, part: Part, error: NnnewsError) -> None:
        with writing(self.engine) as connection:
            outbox.refuse(connection, part, str(error))

    def _keep_pace(self) -> bool:
        """The services drop what comes faster, some without a word. False when the run was stopped meanwhile."""
        now = datetime.now(UTC)
        with reading(self.engine) as connection:
            recent = outbox.tried(connection, self.address.channel, now - MINUTE)
        if len(recent) < A_MINUTE:
            return True
        return not self.patience.stop.wait((recent[-A_MINUTE] + MINUTE - now).total_seconds())


def _passes(error: NnnewsError) -> bool:
    """Whether to ask again soon: never where the service may have taken it, for then it would come twice."""
    return error.passing if isinstance(error, Refused) else isinstance(error, Unanswered) and error.taken == "no"
