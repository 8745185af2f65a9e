"""A robot of a chat service: where its webhook is, and what its answers mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from nnnews.alerts.posting import TIMEOUT
from nnnews.errors import ConfigError, Refused

_WORDS = 200  # characters of what a service says
_LONG, _SHORT = 12, 4  # characters of a key
_KEYS = ("errcode", "code", "StatusCode")
_SAYINGS = ("errmsg", "msg", "StatusMessage")


@dataclass(frozen=True, slots=True)
class Robot:
    """A channel with its secrets in the open: it lives while messages are sent."""

    address: str = field(repr=False)
    secret: str = field(default="", repr=False)
    base_url: str = ""
    timeout: float = TIMEOUT

    def webhook(self, base_url: str, path: str) -> str:
        """The whole address: of a key alone the service's, and with `base_url` set that server's.

        Raises ConfigError for what is none, without quoting it.
        """
        address = self.address if "://" in self.address else f"{base_url}{path}{self.address}"
        parts = _parts(address)
        if not parts or parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError("alerts: the address is no key and no http or https address")
        if not self.base_url:
            return address
        return f"{self.base_url}{parts.path}{'?' + parts.query if parts.query else ''}"

    def hide(self, words: str) -> str:
        """What a service says, short and on one line, without what it may have echoed."""
        for secret in sorted(filter(None, (self.address, self.secret, *_keys(self.address))), key=len, reverse=True):
            words = words.replace(secret, "***")
        return " ".join(words.split())[:_WORDS]


def believe(answer: Mapping[str, Any], robot: Robot, passing: Collection[int]) -> None:
    """Raises Refused unless the service says 0: it answers an error with status 200 too. `passing`: codes that pass."""
    codes = [answer[key] for key in _KEYS if key in answer]
    if codes and all(code == 0 and not isinstance(code, bool) for code in codes):
        return
    saying = next((str(answer[key]) for key in _SAYINGS if answer.get(key)), "no word of success")
    told = ", ".join(str(code) for code in codes) or "none"
    raise Refused(robot.hide(f"answered with code {told}: {saying}"), passing=any(code in passing for code in codes))


def _keys(address: str) -> list[str]:
    """The parts of an address that let one in: what stands in its query, and long words of its path."""
    parts = _parts(address)
    if not parts:
        return []
    words = [word for word in parts.path.split("/") if len(word) >= _LONG]
    return words + [value for _, value in parse_qsl(parts.query) if len(value) >= _SHORT]


def _parts(address: str) -> SplitResult | None:
    """None for what is no address; the words of the error would quote it."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts if address.isprintable() and " " not in address else None
