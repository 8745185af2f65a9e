"""The whole proposal: new layouts, the old ones dated, and the evidence that they are better than what stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nnnews.errors import PageError
from nnnews.items import Article, Page
from nnnews.kit.repair.choosing import Example
from nnnews.kit.repair.deriving import Task, derive
from nnnews.kit.repair.evidence import (
    FIELDS,
    Field,
    Sample,
    Score,
    is_standing,
    score,
    seen_on,
    trial,
)
from nnnews.kit.repair.shown import Shown
from nnnews.platforms.base import Layout, Site

_KEPT = 3  # of so many broken pages one is kept from the derivation
_OLD = 8  # pages of the past that selectors are tried on; the whole layouts are tried on all
_ENOUGH = 6  # broken pages from which some are kept


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a repair goes by. `past` are pages of the archive that must be read as before, `lists` list pages."""

    samples: Sequence[Sample]
    past: Sequence[tuple[Article, Page]] = ()
    lists: Sequence[Page] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same pages as the site reads them and as it would."""

    stands: Score
    proposed: Score

    @property
    def is_no_worse(self) -> bool:
        """In no field."""
        return not self.proposed.is_worse_than(self.stands)


@dataclass(frozen=True, slots=True)
class Proposal:
    """New layouts, to stand before the old; `ended` are those that read no page any more, `until` their last day.

    `now` compares the broken pages of today, `kept` those of them that nothing was derived from, `past` the pages of
    the archive. `broken` counts the pages on which a field was wrong.
    """

    site: Site
    layouts: tuple[Layout, ...]
    ended: tuple[str, ...]
    until: date | None
    broken: dict[Field, int]
    now: Comparison
    kept: Comparison
    past: Comparison
    broken_pages: tuple[Sample, ...]
    surely: bool

    @property
    def is_better(self) -> bool:
        """In something, and worse in nothing: neither on the pages of today nor on those of the archive."""
        found = self.layouts and self.now.proposed.is_better_than(self.now.stands)
        return bool(found) and self.kept.is_no_worse and self.past.is_no_worse


def propose(site: Site, evidence: Evidence, name: str) -> Proposal | None:
    """The proposal, which may be no better than what stands; None when no page is broken."""
    broken, standing = divide(site, evidence.samples)
    if not broken:
        return None
    learnt, kept = _keep_some(broken)
    past = [*evidence.past, *((one.known, one.now) for one in standing)]
    past += [(one.known, one.before) for one in broken if one.before]
    lists = [shown for page in evidence.lists if (shown := _shown(page))]
    examples = _examples((one.known, one.now) for one in learnt)
    layouts = derive(Task(site, examples, lists, _examples(past[:: len(past) // _OLD + 1])), name)
    mended = trial(site, layouts=(*layouts, *site.layouts))
    compare = _Comparing(site, mended)
    now = compare([(one.known, one.now) for one in broken])
    return Proposal(
        site,
        layouts,
        *_ended(broken, standing),
        broken={field: len(broken) - now.stands.right[field] for field in FIELDS},
        now=now,
        kept=compare([(one.known, one.now) for one in kept]),
        past=compare(past),
        broken_pages=tuple(broken),
        surely=all(one.surely for one in broken),
    )


def divide(site: Site, samples: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """The broken samples and those that stand.

    What stands and was first read after the last broken one was served in the new form already: it tells nothing of
    what was there before, and the box that it was read from may be the wrong one.
    """
    broken = [one for one in samples if not is_standing(one, site)]
    days = [day for one in broken if (day := seen_on(one))]
    standing = [one for one in samples if one not in broken]
    if days:
        standing = [one for one in standing if (day := seen_on(one)) is None or day <= max(days)]
    return broken, standing


def _keep_some(broken: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """To learn from, and to try on: of each template that was, every third."""
    if len(broken) < _ENOUGH:
        return list(broken), []
    templates = {one.known.layout for one in broken}
    alike = ([one for one in broken if one.known.layout == template] for template in templates)
    kept = [one for group in alike for one in group[_KEPT - 1 :: _KEPT]]
    return [one for one in broken if one not in kept], kept


def _examples(pages: Iterable[tuple[Article, Page]]) -> list[Example]:
    return [Example(shown, known) for known, page in pages if (shown := _shown(page))]


def _shown(page: Page) -> Shown | None:
    try:
        return Shown(page)
    except PageError:
        return None


def _ended(broken: Sequence[Sample], standing: Sequence[Sample]) -> tuple[tuple[str, ...], date | None]:
    """The layouts that read the broken pages before and stand nowhere, and the last day on which they did."""
    alive = {one.known.layout for one in standing}
    gone = dict.fromkeys(one.known.layout for one in broken if one.known.layout and one.known.layout not in alive)
    days = [day for one in broken if (day := seen_on(one))]
    return tuple(gone), max(days, default=None)


@dataclass(frozen=True, slots=True)
class _Comparing:
    stands: Site
    mended: Site

    def __call__(self, pages: list[tuple[Article, Page]]) -> Comparison:
        return Comparison(score(self.stands, pages), score(self.mended, pages))
