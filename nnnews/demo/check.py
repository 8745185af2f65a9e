"""Compares what a crawl has stored with what was planted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Self

from nnnews.demo.truth import Planted
from nnnews.storage.stored import StoredArticle

COLUMNS = ("planted", "stored", "copies", "merged", "missing", "twice", "altered")


class Stored(NamedTuple):
    """An article of the store. `also` are the keys of the copies merged into it."""

    key: str
    title: str
    text: str
    also: frozenset[str] = frozenset()

    @classmethod
    def of(cls, one: StoredArticle) -> Self:
        """As the store gives it."""
        article = one.article
        return cls(article.key, article.title or "", article.text, frozenset(copy.key for copy in one.appearances))


class Comparison(NamedTuple):
    """`sites` counts the COLUMNS by the site of the original; `findings` name each fault in a line of its own."""

    sites: Mapping[str, Counter[str]]
    findings: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every story is stored once, with its text, its copies merged, and nothing else is there."""
        return not self.findings

    def table(self) -> str:
        """The counts in aligned columns, a line for each site and one for all."""
        rows = [*sorted(self.sites.items()), ("all", sum(self.sites.values(), Counter()))]
        head = f"{'site':<12}" + "".join(f"{column:>9}" for column in COLUMNS)
        return "\n".join([head, *(f"{site:<12}" + "".join(f"{row[c]:>9}" for c in COLUMNS) for site, row in rows)])


def compare(planted: Iterable[Planted], stored: Iterable[Stored]) -> Comparison:
    """Any copy may stand for its story: which one was met first is the crawl's affair."""
    stories = list(planted)
    owners = {key: entry for entry in stories for key in entry.keys}
    held: dict[str, list[Stored]] = {}
    findings = []
    for article in stored:
        if owner := owners.get(article.key):
            held.setdefault(owner.key, []).append(article)
        else:
            findings.append(f"not planted: {article.key} {article.title}")
    sites: dict[str, Counter[str]] = {}
    for entry in stories:
        holders = held.get(entry.key, [])
        sites.setdefault(entry.site, Counter()).update(_count(entry, holders))
        findings += _faults(entry, holders)
    return Comparison(sites, tuple(findings))


def _met(holders: Iterable[Stored]) -> frozenset[str]:
    """Every key under which the holders know the story."""
    return frozenset(key for article in holders for key in (article.key, *article.also))


def _count(entry: Planted, holders: list[Stored]) -> Counter[str]:
    return Counter(
        planted=1,
        copies=len(entry.copies),
        stored=min(len(holders), 1),
        merged=len(_met(holders[:1]) & entry.keys) - 1 if holders else 0,
        missing=not holders,
        twice=len(holders) > 1,
        altered=bool(holders) and holders[0].text != entry.story.text,
    )


def _faults(entry: Planted, holders: list[Stored]) -> Iterator[str]:
    title = entry.story.title
    if not holders:
        yield f"missing: {entry.key} {title} ({entry.original.url})"
        return
    if len(holders) > 1:
        yield f"stored more than once: {' '.join(article.key for article in holders)} {title}"
    if holders[0].text != entry.story.text:
        yield f"altered: {holders[0].key} {title}"
    for copy in (entry.original, *entry.copies):
        if copy.key not in _met(holders):
            yield f"{copy.kind} not met: {copy.key} of {holders[0].key} {copy.title}"
