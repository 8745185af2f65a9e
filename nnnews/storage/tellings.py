"""The texts that stories are decided on, read from the store as they are needed and compared at most once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from nnnews.dedup.decision import Decision, Telling, decide, excludes
from nnnews.dedup.grouping import Copy
from nnnews.districts.gazetteer import gazetteer
from nnnews.items import Script
from nnnews.sites import all_sites
from nnnews.storage.tables import appearances, articles

Pair = tuple[int, int]

_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_PLAIN = ("key", "site", "title", "source", "published", "script")
_ARTICLES = select(
    articles.c.id, articles.c.fingerprint, articles.c.text, articles.c.withdrawn, *[articles.c[name] for name in _PLAIN]
).where(articles.c.id.in_(_ids))
_APPEARANCES = (
    select(appearances.c.article_id, *[appearances.c[name] for name in _PLAIN])
    .where(appearances.c.article_id.in_(_ids))
    .order_by(appearances.c.article_id, appearances.c.key)
)


@dataclass(frozen=True, slots=True)
class Told:
    """An article as stories see it: its text, and every place where the text stands, its own first."""

    fingerprint: str
    telling: Telling
    copies: tuple[Copy, ...]


@dataclass(slots=True)
class Tellings:
    """What was read and decided in one transaction."""

    connection: Connection
    told: dict[int, Told] = field(default_factory=dict)
    decided: dict[Pair, Decision] = field(default_factory=dict)

    def of(self, article_ids: Collection[int]) -> Mapping[int, Told]:
        """These articles and perhaps others, by id; one that is not in the store is absent."""
        missing = [id_ for id_ in article_ids if id_ not in self.told]
        if missing:
            rows = self.connection.execute(_APPEARANCES, {"ids": missing})
            met = {id_: list(group) for id_, group in groupby(rows, key=lambda row: int(row.article_id))}
            for row in self.connection.execute(_ARTICLES, {"ids": missing}):
                self.told[row.id] = _told(row, met.get(row.id, []))
        return self.told

    def know(self, pair: Pair, decision: Decision) -> None:
        """Takes over a decision that is in the store."""
        self.decided[pair] = decision
        self.decided[pair[1], pair[0]] = decision.turned()

    def decide(self, here: int, there: int) -> Decision:
        """The decision on two articles of the store."""
        if (here, there) not in self.decided:
            told = self.of((here, there))
            self.know((here, there), decide(told[here].telling, told[there].telling, _places()))
        return self.decided[here, there]

    def excludes(self, here: int, there: int) -> bool:
        """Whether no third article may bring the two into one story."""
        if (here, there) in self.decided and self.decided[here, there].joined:
            return False
        told = self.of((here, there))
        return excludes(told[here].telling, told[there].telling, _places())


def _told(row: Row[tuple[object, ...]], met: list[Row[tuple[object, ...]]]) -> Told:
    telling = Telling.of(row.text, (copy.title for copy in (row, *met) if copy.title))
    own = replace(_copy(row, len(telling.folded)), withdrawn=row.withdrawn is not None)
    copies = (own, *(_copy(copy, len(telling.folded)) for copy in met))
    return Told(row.fingerprint, telling, copies)


def _copy(row: Row[tuple[object, ...]], length: int) -> Copy:
    script: Script = row.script
    published: datetime | None = row.published
    return Copy(row.key, script, is_original(row.site, row.source), published, length)


def is_original(site: str | None, source: str | None) -> bool:
    """A site's own piece names no source, or the site itself (南宁日报 on the pages of 南宁日报数字报)."""
    known = all_sites().get(site or "")
    if known is None:
        return False
    return not source or source in known.title or known.title in source


@cache
def _places() -> Mapping[str, str]:
    return {surface: name.units[0].name for surface, name in gazetteer().names.items()}
