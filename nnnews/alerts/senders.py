"""The senders: a file a service behind one small interface."""

from collections.abc import Mapping
from typing import Protocol

from nnnews.alerts import dingtalk, feishu, others, wecom
from nnnews.alerts.posting import TIMEOUT
from nnnews.alerts.robot import Robot
from nnnews.subscriptions import Channel


class Sender(Protocol):
    """A service: a module with these names."""

    def limit(self, robot: Robot, /) -> int:
        """Bytes of one message."""

    def send(self, robot: Robot, text: str, part: str, /) -> None:
        """Returns when the service took it. Raises DeliveryError."""


SENDERS: Mapping[str, Sender] = {"wecom": wecom, "dingtalk": dingtalk, "feishu": feishu, "apprise": others}


def robot(channel: Channel, environ: Mapping[str, str], timeout: float = TIMEOUT) -> Robot:
    """Raises ConfigError for a variable that is not set."""
    return Robot(channel.address.reveal(environ), channel.secret.reveal(environ), channel.base_url, timeout)
