"""Reading stories: one entry with all the places where it stands, and the reasons for it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from nnnews.dedup.decision import Decision, Verdict
from nnnews.dedup.grouping import Copy, Kind, kind
from nnnews.items import Script
from nnnews.storage import signatures
from nnnews.storage.links import Ruled, links, rulings
from nnnews.storage.story_tables import stories, story_members
from nnnews.storage.tables import appearances, articles
from nnnews.storage.tellings import Tellings, is_original

_ids: BindParameter[Any] = bindparam("ids", expanding=True)
_PLACE = ("key", "url", "site", "title", "source", "published", "script", "first_seen")
_STORIES = select(stories.c.id, stories.c.representative, stories.c.updated).where(stories.c.id.in_(_ids))
_MEMBERS = select(story_members).where(story_members.c.story_id.in_(_ids))
_OF_ARTICLES = select(story_members.c.article_id, story_members.c.story_id).where(story_members.c.article_id.in_(_ids))
_ARTICLES = select(articles.c.id, *[articles.c[name] for name in _PLACE]).where(articles.c.id.in_(_ids))
_APPEARANCES = select(appearances.c.article_id, *[appearances.c[name] for name in _PLACE]).where(
    appearances.c.article_id.in_(_ids)
)


@dataclass(frozen=True, slots=True)
class Member:
    """One place where a story stands. `article_id` is the article that has its text."""

    article_id: int
    kind: Kind
    key: str
    url: str | None
    site: str | None
    title: str | None
    source: str | None
    published: datetime | None
    script: Script
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """`id` stays when a better representative comes; members go by the day they were published, then by key.

    `updated` is when a member came, went or changed.
    """

    id: int
    updated: datetime
    representative: Member
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was decided of an article and another one; a ruling goes before the decision."""

    other_id: int
    other_key: str
    decision: Decision
    ruling: Ruled | None


def stories_of(connection: Connection, article_ids: Collection[int]) -> dict[int, Story]:
    """By id of the article, the story that each is in; one that was not settled is absent."""
    rows = connection.execute(_OF_ARTICLES, {"ids": list(article_ids)})
    homes = {row.article_id: row.story_id for row in rows}
    found = _load(connection, set(homes.values()))
    return {id_: found[story_id] for id_, story_id in homes.items()}


def newest_stories(connection: Connection, limit: int = 20) -> list[Story]:
    """The stories met first most recently, newest first."""
    ids = connection.execute(select(stories.c.id).order_by(stories.c.id.desc()).limit(limit)).scalars().all()
    found = _load(connection, ids)
    return [found[id_] for id_ in ids]


def changed_stories(connection: Connection, since: datetime) -> list[Story]:
    """The stories that came or changed at that time or later, oldest change first."""
    chosen = select(stories.c.id).where(stories.c.updated >= since).order_by(stories.c.updated, stories.c.id)
    ids = connection.execute(chosen).scalars().all()
    found = _load(connection, ids)
    return [found[id_] for id_ in ids]


def why(connection: Connection, article_id: int) -> list[Comparison]:
    """Every article that this one was compared with or ruled on, joined ones first: what `show --why` prints."""
    tellings = Tellings(connection)
    for link in links(connection, [article_id]):
        tellings.know(link.pair, link.decision)
    ruled = {sum(pair) - article_id: verdict for pair, verdict in rulings(connection, [article_id]).items()}
    linked = {sum(pair) - article_id for pair in tellings.decided if article_id in pair}
    row = signatures.stored(connection, [article_id]).get(article_id)
    others = linked | ruled.keys() | set(signatures.similar(connection, row) if row else ())
    told = tellings.of(others)
    found = [
        Comparison(other, told[other].copies[0].key, tellings.decide(article_id, other), ruled.get(other))
        for other in sorted(others)
    ]
    return sorted(found, key=lambda one: (not one.decision.joined, -sum(one.decision.shared)))


def _load(connection: Connection, story_ids: Collection[int]) -> dict[int, Story]:
    ids = list(story_ids)
    verdicts: defaultdict[int, dict[int, Verdict]] = defaultdict(dict)
    for row in connection.execute(_MEMBERS, {"ids": ids}):
        verdicts[row.story_id][row.article_id] = row.verdict
    places = _places(connection, [id_ for members in verdicts.values() for id_ in members])
    heads = connection.execute(_STORIES, {"ids": ids})
    return {head.id: _story(head, verdicts[head.id], places) for head in heads}


def _places(connection: Connection, article_ids: Collection[int]) -> dict[int, list[Any]]:
    """By article, the rows of all places where its text stands."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for statement in (_ARTICLES, _APPEARANCES):
        for article_id, *place in connection.execute(statement, {"ids": list(article_ids)}):
            found[article_id].append(place)
    return found


def _story(head: Any, verdicts: dict[int, Verdict], places: dict[int, list[Any]]) -> Story:
    rows = {place[0]: (article_id, place) for article_id in verdicts for place in places[article_id]}
    chosen = _copy(rows[head.representative][1])
    members = tuple(
        Member(article_id, kind(_copy(place), chosen, verdicts[article_id]), *place)
        for article_id, place in sorted(rows.values(), key=_by_day)
    )
    main = next(member for member in members if member.kind == "representative")
    return Story(head.id, head.updated, main, members)


def _copy(place: list[Any]) -> Copy:
    row = dict(zip(_PLACE, place, strict=True))
    return Copy(row["key"], row["script"], is_original(row["site"], row["source"]), row["published"], 0)


def _by_day(row: tuple[int, list[Any]]) -> tuple[bool, str, str]:
    published, key = row[1][_PLACE.index("published")], row[1][0]
    return published is None, str(published), key
