"""Repair of a site, from what the archive knows to what its file should say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nnnews.errors import NotFetched
from nnnews.items import Article, Page
from nnnews.kit.repair.evidence import Sample, read_fields, trial
from nnnews.kit.repair.lists import Fetch, ListProposal, mend_lists
from nnnews.kit.repair.past import Past
from nnnews.kit.repair.proposing import Evidence, Proposal, propose
from nnnews.platforms.base import Site

_MOST_LISTS = 6
_FEWEST = 3  # pages that answer, below which today's pages are read as weaker evidence


@dataclass(frozen=True, slots=True)
class Repair:
    """`asked` addresses were asked for, of which `gone` brought no page, `unchanged` are read as before.

    `proposal` is None when no page is broken, `lists` when the lists lead on.
    """

    site: Site
    asked: int
    gone: int
    unchanged: int
    proposal: Proposal | None
    lists: ListProposal | None

    @property
    def is_broken(self) -> bool:
        """Whether anything is to be mended; a site that took most of its pages away is."""
        return bool(self.proposal or self.lists) or self.gone * 2 > self.asked

    @property
    def is_better(self) -> bool:
        """Whether there is something to apply."""
        return bool(self.proposal and self.proposal.is_better) or bool(self.lists and self.lists.found)


def mend(site: Site, past: Past, fetch: Fetch, today: date) -> Repair:
    """Asks for the remembered addresses again, and derives what the site file should say."""
    now = _answers(fetch, [page.url for page in past.lists[:_MOST_LISTS]])
    answered = [(old, now[old.url]) for old in past.lists[:_MOST_LISTS] if old.url in now]
    lists = mend_lists(site, [old for old, _ in answered], [new for _, new in answered], fetch)
    mended = trial(site, article_urls=(*lists.article_urls, *site.article_urls)) if lists else site
    samples = _samples(mended, past, fetch, lists)
    gone = len(past.recent) - len(samples)
    if len(samples) < _FEWEST:
        samples += _weaker(mended, [new for _, new in answered], fetch)
    evidence = Evidence(samples, past.old, [new for _, new in answered])
    proposal = propose(mended, evidence, _new_name(site, today)) if samples else None
    unchanged = len(samples) - len(proposal.broken_pages) if proposal else len(samples)
    return Repair(site, len(past.recent), gone, unchanged, proposal, lists)


def _answers(fetch: Fetch, urls: Sequence[str]) -> dict[str, Page]:
    """The pages that answer, by the addresses asked for."""
    answers = zip(urls, fetch(urls), strict=True) if urls else ()
    return {url: page for url, page in answers if not isinstance(page, NotFetched)}


def _samples(site: Site, past: Past, fetch: Fetch, lists: ListProposal | None) -> list[Sample]:
    """Under their old addresses, or under those to which the lists lead now."""
    now = _answers(fetch, [page.url for _, page in past.recent])
    moved = {key: url for key, url in lists.moved.items() if site.article_key(url)} if lists else {}
    lost = {page.url: moved[known.key] for known, page in past.recent if page.url not in now and known.key in moved}
    elsewhere = _answers(fetch, list(lost.values()))
    now |= {old: elsewhere[new] for old, new in lost.items() if new in elsewhere}
    return [Sample(known, page, now[page.url]) for known, page in past.recent if page.url in now]


def _weaker(site: Site, lists: Iterable[Page], fetch: Fetch) -> list[Sample]:
    """Today's articles as the common rules read them: all there is where the known addresses are gone."""
    urls = list(dict.fromkeys(link.url for page in lists for link in site.links(page).articles))[:24]
    pages = _answers(fetch, urls).values()
    readings = ((page, read_fields(page, trial(site, layouts=()))) for page in pages)
    return [Sample(_plain(known), None, page, surely=False) for page, known in readings if known]


def _plain(known: Article) -> Article:
    return replace(known, layout=None)


def _new_name(site: Site, today: date) -> str:
    """`gxrd-2026`, with the month where there is one of the year."""
    names = {one.name for one in site.layouts}
    forms = (f"{site.name}-{today:%Y}", f"{site.name}-{today:%Y-%m}", f"{site.name}-{today}")
    return next((name for name in forms if name not in names), f"{forms[-1]}-{len(names)}")
