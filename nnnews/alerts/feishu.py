"""Group robots of Feishu (飞书), and of Lark with its address."""

import base64
import hashlib
import hmac
import time

from nnnews.alerts.posting import Post, post
from nnnews.alerts.robot import Robot, believe

LIMIT = 16_000  # bytes of a text, so that the whole post stays below 20 KB
_BASE, _PATH = "https://open.feishu.cn", "/open-apis/bot/v2/hook/"
_PASSING = (9499, 11232)  # too many requests


def limit(_robot: Robot) -> int:
    """Bytes of one message."""
    return LIMIT


def send(robot: Robot, text: str, part: str) -> None:
    """Raises Refused or Unanswered."""
    sign = signed(robot.secret, int(time.time())) if robot.secret else {}
    payload = {**sign, "msg_type": "text", "content": {"text": text}}
    believe(post(Post(robot.webhook(_BASE, _PATH), payload, part), robot.timeout), robot, _PASSING)


def signed(secret: str, seconds: int) -> dict[str, str]:
    """The time, and HMAC-SHA256 of nothing under time and secret: valid for an hour."""
    digest = hmac.new(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256).digest()
    return {"timestamp": str(seconds), "sign": base64.b64encode(digest).decode()}
