"""The words of a year's articles in shards, so that a word costs the page one request.

A shard holds every word whose hash falls to it, with the ids of the articles that have it. So that a new article
does not rewrite them all, each shard is brought up to date at its own turn; the page looks through the texts of the
few newest articles, which a shard may not hold yet. A shard is continued from what the last export wrote, when that
was made of the same articles.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import blake2b

from nnnews.exporters.files import File, Pieces, Shelf
from nnnews.exporters.page.postings import decode, encode
from nnnews.exporters.page.rows import Text, read_texts
from nnnews.exporters.page.scripts import script, unpack
from nnnews.exporters.page.sources import code, digest
from nnnews.exporters.snapshot import Snapshot
from nnnews.storage.bigrams import index_tokens

_SIZE = 24  # articles a shard at most: more than 20, and its file stays small
_TURNS = 2  # a shard's turn comes when this many articles a shard of its kind were added
_SHELF = 128  # shards in a folder
Words = dict[str, "array[int]"]


def shards_for(count: int) -> int:
    """How many shards a year of so many articles has: a power of two."""
    shards = 1
    while count > shards * _SIZE:
        shards *= 2
    return shards


def turn(shards: int) -> int:
    """After how many new articles a shard is brought up to date."""
    return max(1, shards // _TURNS)


def covered(count: int, shards: int, shard: int) -> int:
    """How many of the year's articles the shard holds: the turns of the shards follow one another."""
    lag = shard * turn(shards) // shards
    return max(0, (count - lag) // turn(shards) * turn(shards) + lag) if count >= lag else 0


def shard_of(word: str, shards: int) -> int:
    """By FNV-1a over the characters (http://www.isthe.com/chongo/tech/comp/fnv/); search.js computes the same."""
    value = 0x811C9DC5
    for character in word:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return value % shards


def tokens(text: Text) -> set[str]:
    """The words by which the article is found, those of the store's own search."""
    return {token for part in (text.title, text.text, text.people) for token in index_tokens(part).split()}


@dataclass
class Year:
    """The index of one year; `ids` ascend."""

    snapshot: Snapshot
    name: str
    ids: Sequence[int]
    _read: dict[int, dict[int, Words]] = field(default_factory=dict)

    @cached_property
    def shards(self) -> int:
        return shards_for(len(self.ids))

    @cached_property
    def tail(self) -> Sequence[int]:
        """The articles that some shard may not hold yet."""
        return self.ids[-turn(self.shards) :] if self.shards > _TURNS else ()

    @cached_property
    def prefixes(self) -> list[str]:
        """By number of articles, a name for that many of them from the first on, as they are now."""
        running = blake2b(code().encode(), digest_size=8)
        names = [running.hexdigest()]
        for id_ in self.ids:
            running.update(f"{id_} {self.snapshot.stamps[id_].own};".encode())
            names.append(running.hexdigest())
        return names

    @cached_property
    def version(self) -> str:
        """Changes when some shard does."""
        return digest(self.prefixes[-1], str(self.shards))

    def shelves(self) -> Iterator[Shelf]:
        """All shards, in folders."""
        for start in range(0, self.shards, _SHELF):
            shards = range(start, min(start + _SHELF, self.shards))
            made_of = digest(*map(self._made_of, shards))
            yield Shelf(f"idx/{self.name}/{start // _SHELF}", made_of, partial(self._files, shards))

    def _files(self, shards: range) -> Iterator[File]:
        for shard in shards:
            yield File(f"{shard}.js", self._made_of(shard), partial(self._render, shard))

    def _made_of(self, shard: int) -> str:
        return f"{self.shards} {self.prefixes[covered(len(self.ids), self.shards, shard)]}"

    def _render(self, shard: int) -> Pieces:
        count = covered(len(self.ids), self.shards, shard)
        known, words = self._earlier(shard, count)
        for word, places in self._words(known).get(shard, {}).items():
            added = [self.ids[place] for place in places if known <= place < count]
            if added:
                words.setdefault(word, []).extend(added)
        upto = self.ids[count - 1] if count else 0
        data = {word: encode(ids) for word, ids in sorted(words.items())}
        return script(self._name(shard), {"made_of": self._made_of(shard), "count": count, "upto": upto, "words": data})

    def _name(self, shard: int) -> str:
        return f"idx/{self.name}/{shard // _SHELF}/{shard}"

    def _earlier(self, shard: int, count: int) -> tuple[int, dict[str, list[int]]]:
        """How many articles the last export's shard holds and its words; nothing when it cannot be continued."""
        file = self.snapshot.config.exports / f"{self._name(shard)}.js"
        try:
            told = json.loads(unpack(file.read_text("utf-8")))
            known = int(told["count"])
            if known <= count and told["made_of"] == f"{self.shards} {self.prefixes[known]}":
                return known, {word: decode(ids) for word, ids in told["words"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return 0, {}

    def _words(self, known: int) -> dict[int, Words]:
        """By shard, the places of words in the year from that article on, or earlier."""
        recent = max(0, len(self.ids) - _TURNS * turn(self.shards))
        start = recent if known >= recent else 0
        if start not in self._read:
            self._read[start] = self._gather(start)
        return self._read[start]

    def _gather(self, start: int) -> dict[int, Words]:
        words: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for place, text in enumerate(read_texts(self.snapshot.connection, self.ids[start:]), start):
            for token in tokens(text):
                words[token].append(place)
        by_shard: defaultdict[int, Words] = defaultdict(dict)
        for word, places in words.items():
            by_shard[shard_of(word, self.shards)][word] = places
        return by_shard


def years(snapshot: Snapshot) -> list[Year]:
    """By year of publishing, the newest first."""
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for stamp in snapshot.stamps.values():
        ids[stamp.month[:4]].append(stamp.article_id)
    return [Year(snapshot, name, ids[name]) for name in sorted(ids, reverse=True)]
