"""The words of a year's articles in shards, so that a word costs the page one request.

A shard holds every word whose hash falls to it, with the ids of the articles that have it. So that a new or changed
article does not rewrite them all, each shard is brought up to date at its own turn; the page looks through the texts
of the few newest and last changed articles, which a shard may not hold yet. A shard is continued from what the last
export wrote, when that was made of the same articles.
"""

import json
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b
from typing import NamedTuple

from nnnews.exporters.files import File, Pieces, Shelf
from nnnews.exporters.page.changes import Changes
from nnnews.exporters.page.postings import decode, encode
from nnnews.exporters.page.scripts import script, unpack
from nnnews.exporters.page.shards import covered, shards_for, turn, turn_of_changes
from nnnews.exporters.page.sources import code, digest
from nnnews.exporters.page.year_words import YearWords
from nnnews.exporters.snapshot import Snapshot
from nnnews.storage.former_records import Former, changes

_SHELF = 128  # shards in a folder
_FLOOD = 4  # turns of changes at once


class Reach(NamedTuple):
    """How many of the year's articles and of their changes a shard holds."""

    articles: int = 0
    changes: int = 0


@dataclass
class Year:
    """The index of one year; `ids` ascend, `changed` are their changes in the order of their happening."""

    snapshot: Snapshot
    name: str
    ids: Sequence[int]
    changed: Sequence[Former]

    @cached_property
    def shards(self) -> int:
        return shards_for(len(self.ids))

    @cached_property
    def changes(self) -> Changes:
        return Changes(self.snapshot, self.changed, turn_of_changes(self.shards))

    @cached_property
    def tail(self) -> Sequence[int]:
        """The articles that some shard may not hold yet."""
        return self.ids[len(self.ids) - turn(self.shards) + 1 :]

    @cached_property
    def prefixes(self) -> list[str]:
        """By number of articles, a name for that many of them from the first on, as they were before they changed."""
        running = blake2b(code().encode(), digest_size=8)
        names = [running.hexdigest()]
        for id_ in self.ids:
            own = self.changes.original.get(id_, self.snapshot.stamps[id_].own)
            running.update(f"{id_} {own};".encode())
            names.append(running.hexdigest())
        return names

    @cached_property
    def version(self) -> str:
        """Changes when some shard does."""
        return digest(self._named(Reach(len(self.ids), len(self.changed))))

    def shelves(self) -> Iterator[Shelf]:
        """All shards, in folders."""
        for start in range(0, self.shards, _SHELF):
            shards = range(start, min(start + _SHELF, self.shards))
            made_of = digest(*map(self._made_of, shards))
            yield Shelf(f"idx/{self.name}/{start // _SHELF}", made_of, partial(self._files, shards))

    def _files(self, shards: range) -> Iterator[File]:
        for shard in shards:
            yield File(f"{shard}.js", self._made_of(shard), partial(self._render, shard))

    def _reach(self, shard: int) -> Reach:
        articles = covered(len(self.ids), self.shards, shard, turn(self.shards))
        return Reach(articles, covered(len(self.changed), self.shards, shard, self.changes.turn))

    def _named(self, reach: Reach) -> str:
        return f"{self.shards} {self.prefixes[reach.articles]} {self.changes.names[reach.changes]}"

    def _made_of(self, shard: int) -> str:
        return self._named(self._reach(shard))

    def _render(self, shard: int) -> Pieces:
        reach = self._reach(shard)
        known, words = self._earlier(shard, reach)
        words = self._continued(shard, words, known, reach)
        told = {"made_of": self._named(reach), "count": reach.articles, "changes": reach.changes}
        upto = self.ids[reach.articles - 1] if reach.articles else 0
        data = {word: encode(sorted(ids)) for word, ids in sorted(words.items()) if ids}
        return script(self._name(shard), {**told, "upto": upto, "words": data})

    def _name(self, shard: int) -> str:
        return f"idx/{self.name}/{shard // _SHELF}/{shard}"

    def _earlier(self, shard: int, reach: Reach) -> tuple[Reach, dict[str, list[int]]]:
        """What the last export's shard holds, and its words; no article when it cannot be continued."""
        file = self.snapshot.config.exports / f"{self._name(shard)}.js"
        try:
            told = json.loads(unpack(file.read_text("utf-8")))
            known = Reach(int(told["count"]), int(told["changes"]))
            if self._leads_to(known, reach) and told["made_of"] == self._named(known):
                return known, {word: decode(ids) for word, ids in told["words"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return Reach(0, reach.changes), {}

    def _leads_to(self, known: Reach, reach: Reach) -> bool:
        """After a flood of changes a shard is made anew sooner."""
        changed = reach.changes - known.changes
        return known.articles <= reach.articles and 0 <= changed <= _FLOOD * self.changes.turn

    def _continued(self, shard: int, words: dict[str, list[int]], known: Reach, reach: Reach) -> dict[str, list[int]]:
        """With the new articles; those that changed, or whose change the shard may not know, are read one by one."""
        changed = self.changes.between(known.changes, reach.changes)
        apart = changed.union(self.changes.recent)
        if changed:
            words = {word: [id_ for id_ in ids if id_ not in changed] for word, ids in words.items()}
        if known.articles < reach.articles:
            for word, places in self._words.since(known.articles, shard).items():
                added = [self.ids[place] for place in places if known.articles <= place < reach.articles]
                words.setdefault(word, []).extend(id_ for id_ in added if id_ not in apart)
        lacking = (id_ for id_ in apart if id_ in changed or bisect(self.ids, id_) > known.articles)
        for id_ in (id_ for id_ in lacking if bisect(self.ids, id_) <= reach.articles):
            for word in self._words.of_article(id_, self.changes.pending(id_, reach.changes), shard):
                words.setdefault(word, []).append(id_)
        return words

    @cached_property
    def _words(self) -> YearWords:
        return YearWords(self.snapshot.connection, self.ids, self.shards, 2 * turn(self.shards))


def years(snapshot: Snapshot) -> list[Year]:
    """By year of publishing, the newest first."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    changed: defaultdict[str, list[Former]] = defaultdict(list)
    for stamp in snapshot.stamps.values():
        ids[stamp.month[:4]].append(stamp.article_id)
    for change in changes(snapshot.connection):
        changed[snapshot.stamps[change.article_id].month[:4]].append(change)
    return [Year(snapshot, name, ids[name], changed[name]) for name in sorted(ids, reverse=True)]
