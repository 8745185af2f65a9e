"""Is an article about a people's congress, about which of its work, and what it says of level, body and session."""

from nnnews.topics.facts import Facts, NamedSession, Session, congress_facts, named_sessions
from nnnews.topics.weighing import Explanation, explain, weigh

__all__ = ["Explanation", "Facts", "NamedSession", "Session", "congress_facts", "explain", "named_sessions", "weigh"]
