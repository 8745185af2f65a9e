"""The same text elsewhere: a fingerprint that spacing, punctuation and width do not change.

fingerprint(text, title=None) -> str     32 hex digits; equal for texts that say the same characters
fold(text) -> str                        what the fingerprint is taken of
"""

from nnnews.dedup.fingerprint import fingerprint, fold

__all__ = ["fingerprint", "fold"]
