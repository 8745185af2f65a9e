"""Which articles tell a story with others, and what changes when that story does."""

from sqlalchemy import Connection, func, select

from nnnews.storage.story_tables import stories, story_members

_SHARED = select(story_members.c.story_id).group_by(story_members.c.story_id).having(func.count() > 1)
_DIGESTS = (
    select(story_members.c.article_id, stories.c.digest)
    .join_from(story_members, stories)
    .where(stories.c.id.in_(_SHARED))
)


def story_digests(connection: Connection) -> dict[int, str]:
    """By article; one that is alone in its story is left out."""
    return dict(connection.execute(_DIGESTS).all())
