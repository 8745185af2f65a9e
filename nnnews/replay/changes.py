"""What a reading would change in the store, field by field."""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from itertools import takewhile
from typing import Any, Literal

from nnnews.archive.rereading import Reading
from nnnews.dedup import fingerprint
from nnnews.items import Article, Problem
from nnnews.storage.stored import StoredArticle

Kind = Literal["new", "changed", "unreadable", "lost"]
_SHOWN = 40  # characters of a value
_BEFORE = 8  # of them, before the first that differs


@dataclass(frozen=True, slots=True)
class Difference:
    """A field whose value would be another; both cut to where they differ."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of a key. `unreadable`: a problem to write down; `lost`: stored, and no longer to be read.

    `seen` is what the store shall say of when it was read; a lost article stays as it is. `told` is the title of a new
    article, or the problem. `packed` is what is to be written: it is made into bytes where it is read, and unpacked
    where it is written, because a process that passes it on need not look into it.
    """

    key: str
    kind: Kind
    seen: datetime
    told: str = ""
    packed: bytes = b""
    differences: tuple[Difference, ...] = ()

    @property
    def article(self) -> Article | None:
        """Unpacked each time."""
        found = self._unpacked()
        return found if isinstance(found, Article) else None

    @property
    def problem(self) -> Problem | None:
        """Unpacked each time."""
        found = self._unpacked()
        return found if isinstance(found, Problem) else None

    def _unpacked(self) -> object:
        return pickle.loads(self.packed) if self.packed else None


def compare(reading: Reading, stored: StoredArticle | None, known_problems: set[tuple[str, str]]) -> Change | None:
    """None when the store says the same."""
    if reading.article is None:
        return _unread(reading, stored, known_problems)
    if stored is None:
        return Change(reading.key, "new", reading.seen, reading.article.title or "", _pack(reading.article))
    found = tuple(_differences(reading.article, stored.article))
    if not found:
        return None
    return Change(reading.key, "changed", stored.updated, packed=_pack(reading.article), differences=found)


def _unread(reading: Reading, stored: StoredArticle | None, known: set[tuple[str, str]]) -> Change | None:
    problem = reading.problem
    if stored:
        told = f"{problem.kind}: {problem.reason}" if problem else "its title is none the site wants"
        lost = Difference("text", _cut(stored.article.text, 0), told)
        return Change(reading.key, "lost", reading.seen, differences=(lost,))
    if problem is None or not problem.site or (problem.key, problem.kind) in known:
        return None
    return Change(reading.key, "unreadable", reading.seen, f"{problem.kind}: {problem.reason}", _pack(problem))


def _pack(found: Article | Problem) -> bytes:
    return pickle.dumps(found, pickle.HIGHEST_PROTOCOL)


def _differences(new: Article, old: Article) -> Iterator[Difference]:
    """A copy has the text of another article and nothing else of it."""
    if new.key != old.key and fingerprint(new.text, new.title) == fingerprint(old.text, old.title):
        return
    new = replace(new, url=old.url)
    for field in fields(Article):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield Difference(field.name, *_excerpts(_words(before), _words(after)))


def _excerpts(before: str, after: str) -> tuple[str, str]:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return _cut(before, max(0, same - _BEFORE)), _cut(after, max(0, same - _BEFORE))


def _cut(words: str, start: int) -> str:
    shown = words[start : start + _SHOWN].replace("\n", "⏎")
    return ("…" if start else "") + shown + ("…" if len(words) > start + _SHOWN else "")


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_words, value))
    if is_dataclass(value):
        return " ".join(_words(getattr(value, part.name)) for part in fields(value))
    return "–" if value is None else str(value)
