"""What maintainers are told when nothing can be written, the outbox neither."""

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from nnnews.alerts.senders import SENDERS, robot
from nnnews.config import Config
from nnnews.errors import ConfigError, DeliveryError
from nnnews.items import SHANGHAI

MARK = "alarm"  # in the data folder; its time is that of the last alarm
_AGAIN = 24 * 3600  # seconds


def raise_alarm(config: Config, words: str, environ: Mapping[str, str] = os.environ) -> None:
    """One message a day to the maintainers. What goes wrong here is silent: the run tells of its own error."""
    if _was_raised(config.data / MARK):
        return
    now = datetime.now(SHANGHAI)
    text = f"[nnnews] {now:%Y-%m-%d %H:%M}\n\n◆ a run could not write\n\n{words}"
    for one in config.alerts:
        quiet = one.quiet and one.quiet.include(now.time())
        if one.audience == "maintainers" and not quiet:
            with suppress(ConfigError, DeliveryError):
                SENDERS[one.channel.kind].send(robot(one.channel, environ), text, f"alarm-{now:%Y%m%d}")
                _mark(config.data / MARK)


def _was_raised(mark: Path) -> bool:
    try:
        return time.time() - mark.stat().st_mtime < _AGAIN
    except OSError:
        return False


def _mark(mark: Path) -> None:
    """A full disk mostly takes an empty file; where it does not, the alarm comes again."""
    with suppress(OSError):
        mark.touch()
