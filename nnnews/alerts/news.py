"""For staff: new stories that a saved search finds, each told once however many articles tell it."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from nnnews.alerts.telling import Telling, told_as
from nnnews.alerts.window import Entry, Window
from nnnews.storage import queries, saved, told
from nnnews.storage.stored import StoredArticle
from nnnews.storage.story_queries import Story, stories_of

SECTION = "新报道"
OLD = timedelta(days=30)  # what was published so long before it was first met is no news
_BATCH = 500  # articles looked at together


def due(window: Window) -> Iterator[Entry]:
    """In the order in which the stories came."""
    ids = queries.first_seen_since(window.connection, window.since)
    met: set[str] = set()
    for start in range(0, len(ids), _BATCH):
        found = matching(window, _untold(window, ids[start : start + _BATCH]))
        stories = stories_of(window.connection, found)
        for article_id in sorted(found):
            if entry := _entry(window, stories.get(article_id), article_id, met):
                met.update(entry.subjects)
                yield entry


def matching(window: Window, ids: Collection[int]) -> set[int]:
    """Those of a few hundred articles that are asked for: without any saved search, all about a congress."""
    if not window.searches:
        return queries.relevant_among(window.connection, ids)
    return {id_ for search in window.searches for id_ in saved.among(window.connection, search, ids)}


def article_subject(article_id: int) -> str:
    """How an article that was told stands in the memory of a subscription."""
    return f"article {article_id}"


def _untold(window: Window, ids: list[int]) -> list[int]:
    """Most of what came since the day before the last look was told at that look."""
    name = window.subscription.name
    known = told.known(window.connection, name, [article_subject(id_) for id_ in ids])
    return [id_ for id_ in ids if article_subject(id_) not in known]


def _entry(window: Window, story: Story | None, article_id: int, met: set[str]) -> Entry | None:
    """Told with all articles of the story: stories that are joined later were told when one of them was."""
    members = {member.article_id for member in story.members} if story else {article_id}
    subjects = tuple(article_subject(member) for member in sorted(members))
    if not met.isdisjoint(subjects) or not window.fresh(subjects):
        return None
    shown = queries.article(window.connection, story.representative.article_id if story else article_id)
    if not shown or not _is_news(window, story, shown):
        return None
    return Entry(subjects, SECTION, told_as(window.subscription.template, Telling(shown)))


def _is_news(window: Window, story: Story | None, shown: StoredArticle) -> bool:
    """It stands, was no old one when it came, and came after the subscription began."""
    published = shown.article.published
    if shown.withdrawn or (published and shown.first_seen - published > OLD):
        return False
    seen = [member.first_seen for member in story.members] if story else [shown.first_seen]
    return min(seen) >= window.begun
