"""Telling people: maintainers of the sites' health, staff of the news they asked for.

gathering ──> outbox (storage) ──> delivering ──> senders: WeCom, DingTalk, Feishu, and all that apprise knows
"""
