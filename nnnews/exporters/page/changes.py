"""What became of a year's articles since they were stored: shards take it in at turns of their own, as new articles.

A shard that has not yet taken a change in holds the words of before, which the store still knows; the page reads the
texts of the few articles whose last changes some shard may lack.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from nnnews.exporters.snapshot import Snapshot
from nnnews.storage.former_records import Former


@dataclass(frozen=True)
class Changes:
    """The changes of one year in their order; `turn` is after how many of them a shard is brought up to date."""

    snapshot: Snapshot
    all: Sequence[Former]
    turn: int

    @cached_property
    def recent(self) -> list[int]:
        """The articles of the last changes, those that some shard may lack, in their order."""
        return [change.article_id for change in self.all[max(0, len(self.all) - self.turn + 1) :]]

    @cached_property
    def original(self) -> Mapping[int, str]:
        """By article that changed, the digest of what it was first."""
        return {change.article_id: change.digest for change in reversed(self.all)}

    @cached_property
    def names(self) -> list[str]:
        """By number of changes, a name for that many of them from the first on, with what they led to."""
        running = blake2b(digest_size=8)
        names = [running.hexdigest()]
        for place, change in enumerate(self.all):
            after = self.pending(change.article_id, place + 1)
            own = after.digest if after else self.snapshot.stamps[change.article_id].own
            running.update(f"{change.article_id} {own};".encode())
            names.append(running.hexdigest())
        return names

    def between(self, first: int, end: int) -> set[int]:
        """The articles of these changes."""
        return {change.article_id for change in self.all[first:end]}

    def pending(self, article_id: int, count: int) -> Former | None:
        """What the article is to who knows so many changes; None when that is what it is now."""
        places = self._places.get(article_id, ())
        return next((self.all[place] for place in places if place >= count), None)

    @cached_property
    def _places(self) -> Mapping[int, list[int]]:
        places: dict[int, list[int]] = {}
        for place, change in enumerate(self.all):
            places.setdefault(change.article_id, []).append(place)
        return places
