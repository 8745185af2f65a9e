"""One look at all subscriptions: what is due goes into the outbox, and what is in the outbox goes out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Engine

from nnnews.alerts.delivering import Address, Delivery, Patience
from nnnews.alerts.gathering import gather, write
from nnnews.alerts.senders import SENDERS, robot
from nnnews.alerts.splitting import split
from nnnews.alerts.window import Entry, Window, close_window, open_window
from nnnews.config import Config
from nnnews.errors import ConfigError, UsageError
from nnnews.items import SHANGHAI
from nnnews.storage import outbox, reading, shared_store, writing
from nnnews.storage.outbox import Letter
from nnnews.storage.sender_lock import sole_sender
from nnnews.subscriptions import Subscription

TITLES = {"maintainers": "nnnews"}
TEST = {"staff": "这是一条测试消息：订阅“{name}”可以收到消息。", "maintainers": "A test: subscription {name} works."}


@dataclass(slots=True)
class Outcome:
    """Parts sent; by subscription what was not taken, and what else is to be known. `busy`: another run sends."""

    sent: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What a subscription would be sent: what waits in the outbox, and new messages; nothing while it is quiet."""

    subscription: Subscription
    quiet: bool
    waiting: tuple[str, ...]
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """What a run has to work with; `now` decides what is due."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    patience: Patience = field(default_factory=Patience)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))


def alert(config: Config, means: Means | None = None) -> Outcome:
    """Sends what is due to everybody; one who cannot be reached keeps nobody else waiting. Raises OutputError."""
    outcome, means, engine = Outcome(), means or Means(), shared_store(config.database_url)
    with sole_sender(engine) as mine:
        outcome.busy = not mine
        for subscription in config.alerts if mine else ():
            if _is_quiet(subscription, means.now):
                continue
            try:
                delivery = _serve(engine, config, subscription, means)
            except ConfigError as error:
                outcome.problems.append((subscription.name, str(error)))
                continue
            outcome.sent += delivery.sent
            outcome.problems += [(subscription.name, problem) for problem in delivery.problems]
            outcome.notes += [(subscription.name, note) for note in delivery.notes]
    return outcome


def preview(config: Config, now: datetime) -> list[Preview]:
    """What `alert` would send now; nothing is written."""
    engine, found = shared_store(config.database_url), []
    for subscription in config.alerts:
        quiet = _is_quiet(subscription, now)
        with reading(engine) as connection:
            waiting = tuple(part.text for part in outbox.waiting(connection, subscription.name))
        due = None if quiet else _due(engine, config, subscription, now)
        found.append(Preview(subscription, quiet, waiting, tuple(due.messages) if due else ()))
    return found


def send_test(config: Config, name: str, environ: Mapping[str, str] = os.environ) -> None:
    """One message, past the outbox. Raises UsageError for an unknown name, ConfigError, DeliveryError."""
    found = [one for one in config.alerts if one.name == name]
    if not found:
        known = ", ".join(one.name for one in config.alerts) or "there is no [alerts] table"
        raise UsageError(f"no subscription {name!r}; known: {known}")
    [subscription] = found
    channel = robot(subscription.channel, environ)
    SENDERS[subscription.channel.kind].send(channel, TEST[subscription.audience].format(name=name), "test")


def _serve(engine: Engine, config: Config, subscription: Subscription, means: Means) -> Delivery:
    """Gathers, writes down, then sends. Raises ConfigError when the channel cannot be used at all."""
    sender = SENDERS[subscription.channel.kind]
    address = Address(subscription.name, sender, robot(subscription.channel, means.environ))
    if due := _due(engine, config, subscription, means.now):
        parts = [tuple(split(text, sender.limit(address.robot))) for text in due.messages]
        with writing(engine) as connection:
            close_window(connection, due.window, due.entries)
            outbox.put(connection, [Letter(subscription.name, address.channel, one) for one in parts], means.now)
    delivery = Delivery(engine, address, means.patience)
    delivery.run()
    return delivery


@dataclass(frozen=True, slots=True)
class _Due:
    window: Window
    entries: list[Entry]
    messages: list[str]


def _due(engine: Engine, config: Config, subscription: Subscription, now: datetime) -> _Due | None:
    """Read while others may write; nobody else gathers meanwhile, for there is one sender at a time."""
    searches = [search for search in config.feeds if not subscription.searches or search.name in subscription.searches]
    with reading(engine) as connection:
        window = open_window(connection, subscription, tuple(searches), now)
        entries = gather(window) if window else []
    if not window:
        return None
    return _Due(window, entries, write(window, entries, TITLES.get(subscription.audience, config.feed_title)))


def _is_quiet(subscription: Subscription, now: datetime) -> bool:
    return bool(subscription.quiet and subscription.quiet.include(now.astimezone(SHANGHAI).time()))
