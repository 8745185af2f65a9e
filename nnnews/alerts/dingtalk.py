"""Group robots of DingTalk (钉钉)."""

import base64
import hashlib
import hmac
import time
from urllib.parse import urlencode

from nnnews.alerts.posting import Post, post
from nnnews.alerts.robot import Robot, believe

LIMIT = 16_000  # bytes of a text, so that the whole post stays below 20,000
_BASE, _PATH = "https://oapi.dingtalk.com", "/robot/send?access_token="
_PASSING = (-1, 130101)  # busy; too many in a minute


def limit(_robot: Robot) -> int:
    """Bytes of one message."""
    return LIMIT


def send(robot: Robot, text: str, part: str) -> None:
    """Raises Refused or Unanswered."""
    url = robot.webhook(_BASE, _PATH)
    if robot.secret:
        url += f"{'&' if '?' in url else '?'}{urlencode(signed(robot.secret, round(time.time() * 1000)))}"
    payload = {"msgtype": "text", "text": {"content": text}}
    believe(post(Post(url, payload, part), robot.timeout), robot, _PASSING)


def signed(secret: str, milliseconds: int) -> dict[str, str]:
    """The time, and HMAC-SHA256 of the time and the secret under the secret: valid for an hour."""
    told = f"{milliseconds}\n{secret}"
    digest = hmac.new(secret.encode(), told.encode(), hashlib.sha256).digest()
    return {"timestamp": str(milliseconds), "sign": base64.b64encode(digest).decode()}
