"""One entry a story: which text it shows, and where else that story stands.

A story goes by its first article, whose key its entry's id is made of; so the id stays when a better representative
arrives. An article that is alone, or in no story yet, is a story of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from nnnews.storage import queries
from nnnews.storage.stored import Appearance, StoredArticle
from nnnews.storage.story_heads import Head, heads, homes
from nnnews.storage.story_queries import Member, Story, stories_of


@dataclass(frozen=True, slots=True)
class Stories:
    """`heads` by story and `homes` by article are of the stories that stand in more than one place."""

    heads: Mapping[int, Head]
    homes: Mapping[int, int]

    def home(self, article_id: int) -> int:
        """The story of an article."""
        return self.homes.get(article_id, article_id)

    def text_of(self, story_id: int) -> int:
        """The article that has the text of the story."""
        return self.heads[story_id].article_id if story_id in self.heads else story_id

    def stamp(self, story_id: int) -> str:
        """Changes when a place of the story comes or goes; empty for one that stands in one place."""
        head = self.heads.get(story_id)
        return f"{head.digest} {head.updated.isoformat()}" if head else ""

    def newest(self, fetch: Callable[[int], Sequence[int]], size: int, *, firsts: bool = False) -> tuple[int, ...]:
        """As many stories out of a list of articles, of which `fetch` gives the first so many: each once.

        `firsts`: a story stands where its first article does, and no copy moves it.
        """
        limit = size
        while True:
            ids = fetch(limit)
            found = tuple(dict.fromkeys(self.home(id_) for id_ in ids if not firsts or self.home(id_) == id_))
            if len(found) >= size or len(ids) < limit:
                return found[:size]
            limit *= 2

    def last_updated(self, connection: Connection, story_ids: Sequence[int]) -> datetime | None:
        """When one of these stories last changed."""
        of_texts = queries.last_updated(connection, [self.text_of(id_) for id_ in story_ids])
        of_places = (self.heads[id_].updated for id_ in story_ids if id_ in self.heads)
        return max(filter(None, (of_texts, *of_places)), default=None)

    def read(self, connection: Connection, story_ids: Sequence[int]) -> Iterator[tuple[int, StoredArticle]]:
        """Each story with its text, its title and address being those of the representative."""
        texts = {self.text_of(id_): id_ for id_ in story_ids}
        known = stories_of(connection, [text for text, id_ in texts.items() if id_ in self.heads])
        for stored in queries.articles_by_id(connection, list(texts)):
            story_id = texts[stored.id]
            shown = _shown(stored, self.heads[story_id], known[stored.id]) if story_id in self.heads else stored
            yield story_id, shown


def stories(connection: Connection) -> Stories:
    """As the connection's transaction sees them."""
    return Stories(heads(connection), homes(connection))


def _shown(stored: StoredArticle, head: Head, story: Story) -> StoredArticle:
    """Appearances do not tell how exact their dates are, so the text's own date stays."""
    main = story.representative
    article = replace(
        stored.article,
        key=head.key,
        url=main.url,
        site=main.site,
        title=main.title or stored.article.title,
        source=main.source,
        script=main.script,
    )
    return replace(
        stored,
        article=article,
        first_seen=head.first_seen,
        updated=max(stored.updated, head.updated),
        appearances=tuple(_place(member) for member in story.members if member != main),
    )


def _place(member: Member) -> Appearance:
    return Appearance(*[getattr(member, name) for name in Appearance.__slots__])
