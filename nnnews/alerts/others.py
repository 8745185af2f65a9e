"""All other channels, through apprise: mail, Telegram, Slack, Matrix and a hundred more."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nnnews.alerts.robot import Robot
from nnnews.errors import ConfigError, Unanswered

# apprise takes status 200 for success, and counts characters where these count bytes.
_OWN = {"wecombot": "wecom", "dingtalk": "dingtalk", "feishu": "feishu", "lark": "feishu"}
_TALKATIVE = ("apprise", "urllib3", "requests")  # their logs hold addresses


def limit(robot: Robot) -> int:
    """Bytes of one message: apprise's characters taken for bytes, which is on the safe side."""
    return int(_service(robot).body_maxlen)


def send(robot: Robot, text: str, _part: str) -> None:
    """Raises Unanswered: apprise says no more than that it failed."""
    with _silent():
        taken = _service(robot).notify(body=text, notify_type="info")
    if not taken:
        raise Unanswered("apprise could not send it", taken="perhaps")


def _service(robot: Robot) -> Any:
    scheme = robot.address.partition("://")[0].lower()
    if scheme in _OWN:
        raise ConfigError(f'alerts: apprise believes {scheme} too easily; set channel = "{_OWN[scheme]}"')
    try:
        import apprise  # an extra, and a second of imports
    except ModuleNotFoundError as error:
        raise ConfigError("alerts: channel apprise needs `pip install 'nnnews[apprise]'`") from error
    with _silent():
        service = apprise.Apprise.instantiate(robot.address)
    if service is None:
        raise ConfigError(f"alerts: apprise knows no channel {scheme}:// or cannot read its address")
    return service


@contextmanager
def _silent() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
