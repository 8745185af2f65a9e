"""A run tells a watchman that it began and how it ended, as healthchecks.io and its kin take it.

GET <url>/start, then <url>/<exit status>. Whatever becomes of it, the run goes on: after ten seconds without waiting.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from nnnews.errors import LockedError, NnnewsError

_SECONDS = 10.0
logger = logging.getLogger(__name__)


class Ping:
    """`code` is what the run ends with; nothing is sent where no address is set. The address is a secret."""

    def __init__(self, url: str) -> None:
        self.code = 0
        self._url = url.rstrip("/")

    def start(self) -> None:
        """The run has begun."""
        self._send("start")

    def end(self, code: int) -> None:
        """The run has ended."""
        self._send(str(code))

    def _send(self, what: str) -> None:
        if self._url:
            thread = Thread(target=self._get, args=(what,), daemon=True)
            thread.start()
            thread.join(_SECONDS)

    def _get(self, what: str) -> None:
        from urllib.request import urlopen  # only who is watched pays for it

        try:
            with urlopen(f"{self._url}/{what}", timeout=_SECONDS):
                pass
        except (OSError, ValueError) as error:
            logger.warning("ping %s failed: %s", what, type(error).__name__)


@contextmanager
def pinged(url: str) -> Iterator[Ping]:
    """Sends the exit status when the block ends, in whatever way; but not when another run is at work, which will."""
    ping = Ping(url)
    try:
        yield ping
    except LockedError:
        raise
    except NnnewsError as error:
        ping.end(error.exit_code)
        raise
    except BaseException:
        ping.end(1)
        raise
    ping.end(ping.code)
