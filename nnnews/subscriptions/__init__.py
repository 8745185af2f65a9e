"""Who is told what, where and when: the tables `[alerts.<name>]` of nnnews.toml."""

from nnnews.subscriptions.channel import KINDS, Channel, Secret
from nnnews.subscriptions.reading import read_subscriptions
from nnnews.subscriptions.schedule import Schedule
from nnnews.subscriptions.subscription import FIELDS, Audience, Subscription

__all__ = ["FIELDS", "KINDS", "Audience", "Channel", "Schedule", "Secret", "Subscription", "read_subscriptions"]
