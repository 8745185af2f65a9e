"""A subscription: one audience, one channel."""

from dataclasses import dataclass
from typing import Literal

from nnnews.hours import Hours
from nnnews.subscriptions.channel import Channel
from nnnews.subscriptions.schedule import DAILY, Schedule

Audience = Literal["staff", "maintainers"]
# What an entry of a message may tell; a line of the template is left out where its fields are empty.
FIELDS = ("标题", "链接", "区", "主题", "摘要", "数字", "变更")
TEMPLATE = "{标题}\n{区} {主题}\n{变更}\n{数字}\n{摘要}\n{链接}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """`searches` are names of `[feeds]` tables, none for all; `most` entries stand in a message.

    In the `quiet` hours nothing is sent; None where there are none.
    """

    name: str
    channel: Channel
    audience: Audience = "staff"
    searches: tuple[str, ...] = ()
    schedule: Schedule = DAILY
    quiet: Hours | None = None
    most: int = 20
    template: str = TEMPLATE
