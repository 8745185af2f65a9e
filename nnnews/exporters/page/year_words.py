"""The words of a year's articles by shard, read once for all shards that are brought up to date."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from nnnews.exporters.page.rows import Fields, former_text, read_texts
from nnnews.exporters.page.shards import shard_of
from nnnews.storage.bigrams import index_tokens
from nnnews.storage.former_records import Former

Words = Mapping[str, "array[int]"]


@dataclass
class YearWords:
    """The articles of one year, `ids` ascending; `recent` of them are new to most shards that are continued."""

    connection: Connection
    ids: Sequence[int]
    shards: int
    recent: int
    _gathered: dict[int, Mapping[int, Words]] = field(default_factory=dict)
    _read: dict[tuple[int, int], Mapping[int, Sequence[str]]] = field(default_factory=dict)

    def since(self, known: int, shard: int) -> Words:
        """The places of the shard's words in the year, from that article on or earlier, in the texts of now."""
        recent = max(0, len(self.ids) - self.recent)
        start = recent if known >= recent else 0
        if start not in self._gathered:
            self._gathered[start] = self._gather(start)
        return self._gathered[start].get(shard, {})

    def of_article(self, article_id: int, former: Former | None, shard: int) -> Sequence[str]:
        """The shard's words in the article as it is now, or as it was before a change."""
        name = (article_id, former.number if former else 0)
        if name not in self._read:
            self._read[name] = self._sorted(self._fields(article_id, former))
        return self._read[name].get(shard, ())

    def _fields(self, article_id: int, former: Former | None) -> Fields:
        if former:
            return former_text(self.connection, former)
        [text] = read_texts(self.connection, [article_id])
        return text.fields

    def _sorted(self, fields: Fields) -> Mapping[int, Sequence[str]]:
        """The words by shard."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for token in tokens(fields):
            found[shard_of(token, self.shards)].append(token)
        return found

    def _gather(self, start: int) -> Mapping[int, Words]:
        words: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for place, text in enumerate(read_texts(self.connection, self.ids[start:]), start):
            for token in tokens(text.fields):
                words[token].append(place)
        by_shard: defaultdict[int, dict[str, array[int]]] = defaultdict(dict)
        for word, places in words.items():
            by_shard[shard_of(word, self.shards)][word] = places
        return by_shard


def tokens(fields: Fields) -> set[str]:
    """The words by which an article is found, those of the store's own search."""
    return {token for part in fields for token in index_tokens(part).split()}
