"""Stories as feeds carry them: an entry each, for those that stand in more than one place."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select, union

from nnnews.storage.story_tables import stories, story_members
from nnnews.storage.tables import appearances, articles

_WITH_COPIES = select(story_members.c.story_id).join(
    appearances, appearances.c.article_id == story_members.c.article_id
)
_OF_SEVERAL = select(story_members.c.story_id).group_by(story_members.c.story_id).having(func.count() > 1)
_IN_PLACES = union(_OF_SEVERAL, _WITH_COPIES).subquery()
_IDS = select(_IN_PLACES.c.story_id)
_first, _main = articles.alias("first"), articles.alias("main")
_HEADS = (
    select(
        stories.c.id,
        func.coalesce(_main.c.id, appearances.c.article_id),
        _first.c.key,
        _first.c.first_seen,
        stories.c.updated,
        stories.c.digest,
    )
    .join_from(stories, _first, _first.c.id == stories.c.id)
    .outerjoin(_main, _main.c.key == stories.c.representative)
    .outerjoin(appearances, appearances.c.key == stories.c.representative)
    .where(stories.c.id.in_(_IDS))
)
_HOMES = select(story_members.c.article_id, story_members.c.story_id).where(story_members.c.story_id.in_(_IDS))


class Head(NamedTuple):
    """A story with the key of its first article, and the article that has the text of the representative."""

    story_id: int
    article_id: int
    key: str
    first_seen: datetime
    updated: datetime
    digest: str


def heads(connection: Connection) -> dict[int, Head]:
    """By id of the story."""
    return {row[0]: Head(*row) for row in connection.execute(_HEADS)}


def homes(connection: Connection) -> dict[int, int]:
    """By article of one of these stories, the story."""
    return dict(connection.execute(_HOMES).all())
