"""From links and rulings to stories: what hangs together, how it parts, and what is written of it."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import product
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from nnnews.dedup.decision import Verdict
from nnnews.dedup.grouping import group, representative
from nnnews.storage.links import Link, Pair, Ruled, links, ordered, rulings
from nnnews.storage.story_tables import stories, story_members
from nnnews.storage.tellings import Tellings, Told

_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_mine = select(story_members.c.story_id).where(story_members.c.article_id == bindparam("id")).scalar_subquery()
_MATES = select(story_members.c.article_id).where(story_members.c.story_id == _mine)
_STORED = (
    select(stories.c.id, stories.c.digest)
    .join(story_members, story_members.c.story_id == stories.c.id)
    .where(story_members.c.article_id.in_(_ids))
    .distinct()
)
_PLACED = select(story_members.c.article_id).where(story_members.c.article_id.in_(_ids))
_LEAVE = delete(story_members).where(story_members.c.article_id.in_(_ids))
_FORGET = delete(stories).where(stories.c.id.in_(_ids))
_ADD, _ENTER = insert(stories), insert(story_members)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A story as it follows from its articles: `verdicts` says what each text is to that of the representative."""

    representative: str
    verdicts: Mapping[int, Verdict]
    digest: str

    @property
    def id(self) -> int:
        """That of the article met first: it stays when a better representative comes."""
        return min(self.verdicts)


def mates(connection: Connection, article_id: int) -> set[int]:
    """The articles of the article's story, itself too; empty for one that was never settled."""
    return set(connection.execute(_MATES, {"id": article_id}).scalars())


def placed(connection: Connection, article_ids: Collection[int]) -> set[int]:
    """Those of the articles that are in a story."""
    return set(connection.execute(_PLACED, {"ids": list(article_ids)}).scalars())


def settle_alone(connection: Connection, article_ids: Set[int], tellings: Tellings, seen: datetime) -> None:
    """New articles that are linked to none are stories of their own."""
    told = tellings.of(article_ids)
    alone = (frozenset((id_,)) for id_ in sorted(article_ids) if id_ in told)
    _write(connection, [_grouped(members, told, tellings) for members in alone], seen)


def regroup(connection: Connection, article_ids: Collection[int], tellings: Tellings, seen: datetime) -> None:
    """Makes anew the stories of these articles and of all that hang together with them."""
    nodes, linked, ruled = _connected(connection, article_ids)
    if not nodes:
        return
    told = tellings.of(nodes)
    for link in linked:
        tellings.know(link.pair, link.decision)
    groups = group(nodes, _strongest_first(linked, ruled, told), _Exclusion(ruled, linked, tellings).excludes)
    after = {story.id: story for story in (_grouped(members, told, tellings) for members in groups)}
    before = {row.id: row.digest for row in connection.execute(_STORED, {"ids": list(nodes)})}
    changed = [story for id_, story in after.items() if before.get(id_) != story.digest]
    gone = before.keys() - after.keys()
    if changed or gone:
        _clear(connection, changed, gone)
        _write(connection, changed, seen)


def _connected(connection: Connection, seeds: Iterable[int]) -> tuple[set[int], list[Link], dict[Pair, Ruled]]:
    """Everything that links and joining rulings lead to from the seeds, with the links and all rulings on the way."""
    nodes: set[int] = set()
    found: dict[Pair, Link] = {}
    ruled: dict[Pair, Ruled] = {}
    edge = set(seeds)
    while edge:
        nodes |= edge
        found |= {link.pair: link for link in links(connection, edge)}
        ruled |= rulings(connection, edge)
        joined = [pair for pair, verdict in ruled.items() if verdict == "join"]
        edge = {id_ for pair in (*found, *joined) for id_ in pair} - nodes
    return nodes, list(found.values()), ruled


def _strongest_first(linked: Iterable[Link], ruled: Mapping[Pair, Ruled], told: Mapping[int, Told]) -> list[Pair]:
    """Rulings, then links by how much the texts share; ties are broken by the texts, never by the ids."""

    def marks(pair: Pair) -> list[str]:
        return sorted(told[id_].fingerprint for id_ in pair)

    joined = sorted((pair for pair, verdict in ruled.items() if verdict == "join"), key=marks)
    ranked = sorted(linked, key=lambda link: (-sum(link.decision.shared), marks(link.pair)))
    return joined + [link.pair for link in ranked]


@dataclass(frozen=True, slots=True)
class _Exclusion:
    """Which two articles may not be in one story, however they are linked."""

    ruled: Mapping[Pair, Ruled]
    linked: Collection[Link]
    tellings: Tellings

    def excludes(self, here: int, there: int) -> bool:
        """A ruling first. What a maintainer joined speaks for each other: a copy of the one fits the other."""
        if (ruling := self.ruled.get(ordered(here, there))) is not None:
            return ruling == "split"
        kin = product(self._joined(here), self._joined(there))
        return all(one != two and self.tellings.excludes(one, two) for one, two in kin)

    def _joined(self, article_id: int) -> set[int]:
        pairs = (pair for pair, verdict in self.ruled.items() if verdict == "join" and article_id in pair)
        return {article_id, *(id_ for pair in pairs for id_ in pair)}


def _grouped(members: frozenset[int], told: Mapping[int, Told], tellings: Tellings) -> Grouped:
    copies = {copy.key: (copy, id_) for id_ in members for copy in told[id_].copies}
    chosen = representative([copy for copy, _ in copies.values()])
    main = copies[chosen.key][1]
    verdicts: dict[int, Verdict] = {id_: _verdict(id_, main, told, tellings) for id_ in sorted(members)}
    content = [(id_, verdict, told[id_].fingerprint, told[id_].copies) for id_, verdict in verdicts.items()]
    titles = [sorted(told[id_].telling.titles) for id_ in verdicts]
    digest = blake2b(repr((chosen.key, content, titles)).encode(), digest_size=8).hexdigest()
    return Grouped(chosen.key, verdicts, digest)


def _verdict(article_id: int, main: int, told: Mapping[int, Told], tellings: Tellings) -> Verdict:
    """What the article's text is to the representative's; where only a third text joins them, length decides."""
    if article_id == main:
        return "same"
    decision = tellings.decide(article_id, main)
    if decision.joined:
        return decision.verdict
    own, other = (len(told[id_].telling.folded) for id_ in (article_id, main))
    return "excerpt" if own < other else "expanded"


def _clear(connection: Connection, changed: Iterable[Grouped], gone: Iterable[int]) -> None:
    """Takes out what is written anew or no more; members of a deleted story go with it."""
    connection.execute(_LEAVE, {"ids": [id_ for story in changed for id_ in story.verdicts]})
    connection.execute(_FORGET, {"ids": [*gone, *(story.id for story in changed)]})


def _write(connection: Connection, found: Collection[Grouped], seen: datetime) -> None:
    if not found:
        return
    rows: list[dict[str, Any]] = [
        {"id": story.id, "representative": story.representative, "digest": story.digest, "updated": seen}
        for story in found
    ]
    connection.execute(_ADD, rows)
    members = [(id_, story.id, verdict) for story in found for id_, verdict in story.verdicts.items()]
    connection.execute(_ENTER, [dict(zip(("article_id", "story_id", "verdict"), row, strict=True)) for row in members])
