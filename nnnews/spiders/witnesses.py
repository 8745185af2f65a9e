"""What others say of an article: the list that named it, its address, and, of some, the common rules or the store.

A layout that reads the wrong box finds every field. So its title is held against the list's, its day against the one
that the address tells, and of the first pages of a run and every tenth after them the common rules are asked too.
A known article that is read again speaks for its layout alone: a hundred old pages would hide what two new ones lack.
"""

from collections.abc import Callable

from nnnews.items import Article, Page
from nnnews.platforms.base import Link
from nnnews.tally import agrees_day, agrees_title

_FIRST = 5
_EVERY = 10


class Witnesses:
    """Counts for one run of one site."""

    def __init__(self, count: Callable[[str, int], None]) -> None:
        self._count = count
        self._read = 0

    def ask_list(self, part: Article, link: Link) -> None:
        """The first part of an article, and the link that led to it. A list in another script says nothing."""
        if part.script == "simplified":
            self._note("title", agrees_title(part.title, link.title))
        self._note("day", agrees_day(part.published, link.day))

    def ask_store(self, part: Article) -> None:
        """The first part of an article that a layout read before."""
        self._note("layout", bool(part.layout))

    def ask_rules(self, page: Page, article: Article) -> None:
        """What the common rules see, when a layout has read the page."""
        if not article.layout:
            return
        self._read += 1
        if self._read <= _FIRST or self._read % _EVERY == 0:
            from nnnews.extract import disagreements  # imported with the first article

            self._note("body", not disagreements(page, article))

    def note_list(self, url: str, links: int) -> None:
        """The first page of a list and how many articles it leads to."""
        self._count(f"read/{url}", 1)
        self._count(f"links/{url}", links)

    def _note(self, what: str, agrees: bool | None) -> None:
        if agrees is not None:
            self._count(f"{'agree' if agrees else 'differ'}/{what}", 1)
