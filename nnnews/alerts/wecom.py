"""Group robots of WeCom (企业微信)."""

from nnnews.alerts.posting import Post, post
from nnnews.alerts.robot import Robot, believe

LIMIT = 2048  # bytes of a text; a longer one is cut without a word
_BASE, _PATH = "https://qyapi.weixin.qq.com", "/cgi-bin/webhook/send?key="
_PASSING = (-1, 45009)  # busy; too many in a minute


def limit(_robot: Robot) -> int:
    """Bytes of one message."""
    return LIMIT


def send(robot: Robot, text: str, part: str) -> None:
    """Raises Refused or Unanswered."""
    payload = {"msgtype": "text", "text": {"content": text}}
    answer = post(Post(robot.webhook(_BASE, _PATH), payload, part), robot.timeout)
    believe(answer, robot, _PASSING)
