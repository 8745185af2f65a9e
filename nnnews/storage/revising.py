"""What a new reading of a stored article is: an edit that is news, a boring one, or the reader's own doing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from nnnews.items import Article
from nnnews.revisions import Change, compare
from nnnews.revisions.change import before as text_before
from nnnews.revisions.essence import essence
from nnnews.storage import revisions
from nnnews.storage.stored import StoredArticle

Before = Callable[[Connection, StoredArticle], Article | None]
"""Gives a stored article as today's reader reads its old page; None when that page cannot be had."""

_UNCOMPARED = "the old page, or a part of it, cannot be read with the rules of today"
_MOSTLY = 0.5  # share of a mirror's text that must be the original's


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to be kept as a revision, and a word on it."""

    change: Change
    note: str = ""

    @property
    def is_news(self) -> bool:
        """Whether followers should hear of it."""
        return self.change.kind == "real"


def as_stored(_connection: Connection, stored: StoredArticle) -> Article:
    """For a reader that has not changed."""
    return stored.article


def find_edit(connection: Connection, stored: StoredArticle, article: Article, before: Before) -> Edit | None:
    """None when the page says what it said, however the reader reads it now."""
    change = compare(stored.article, article)
    if change is None:
        return None
    old = before(connection, stored)
    if old is None or old.is_partial:
        return Edit(replace(change, kind="boring", figures=(), grounds=()), _UNCOMPARED)
    change = compare(old, article)
    return Edit(change) if change else None


def is_same_news(connection: Connection, original: StoredArticle, copy: Article) -> bool:
    """Whether a copy that reads otherwise than its original tells nothing else: a mirror's noise, an older state."""
    change = compare(original.article, replace(copy, title=original.article.title))
    if change is None or change.kind == "boring":
        return True
    kept = sum(len(piece.text) for piece in change.text if piece.op == "same")
    if copy.script == "mirror-pinyin" and kept > _MOSTLY * len(copy.text):
        return True
    said = essence(copy.text).said
    told = revisions.of_article(connection, original.id)
    return any(essence(text_before(one.text)).said == said for one in told if one.event == "edited")
