"""`nnnews alert`: send what is due, or show it."""

import sys
from datetime import UTC, datetime

from nnnews.alerts.delivering import Patience
from nnnews.alerts.run import Means, alert, preview, send_test
from nnnews.config import Config
from nnnews.crawl.interruption import Interruption


def run_alert(config: Config) -> int:
    """Gives the exit code: 1 when a message was not taken. Silent when all went well and nobody looks."""
    _warn(config)
    patience = Patience()
    with Interruption(patience.stop.set) as interruption:
        outcome = alert(config, Means(patience=patience))
    for name, words in dict.fromkeys(outcome.problems + outcome.notes):
        print(f"nnnews: [alerts.{name}]: {words}", file=sys.stderr)
    if outcome.busy:
        print("nnnews: another run is sending alerts", file=sys.stderr)
    elif sys.stdout.isatty():
        print(f"{outcome.sent} sent")
    if interruption.signal:
        return 128 + interruption.signal
    return 1 if outcome.problems else 0


def preview_alerts(config: Config) -> None:
    """To whom, and what."""
    _warn(config)
    for one in preview(config, datetime.now(UTC)):
        subscription = one.subscription
        told = "quiet now" if one.quiet else f"{len(one.waiting) + len(one.messages)} to send"
        print(f"[alerts.{subscription.name}] {subscription.audience}, {subscription.channel.kind}: {told}")
        for text in () if one.quiet else (*one.waiting, *one.messages):
            print(f"{text}\n")


def test_channel(config: Config, name: str) -> None:
    """Says that it arrived. Raises what it did not arrive for."""
    send_test(config, name)
    print(f"[alerts.{name}] took the test message")


def _warn(config: Config) -> None:
    if not config.alerts:
        print("nnnews: nobody is to be told: the settings have no [alerts.<name>] table", file=sys.stderr)
