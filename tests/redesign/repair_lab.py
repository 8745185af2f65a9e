"""Repair in memory: pages of the practice portal before and after a redesign, and whether the mended site is right.

python tests/redesign/repair_lab.py [NAME …]    every redesign, or those named; the figures of docs/maintaining.md
"""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from redesign_portal import HOSTS, Redesign, RedesignedPortal

from nnnews.demo.portal import Portal
from nnnews.items import Article, Page
from nnnews.kit.repair.evidence import FIELDS, Sample, is_right, read_fields, trial
from nnnews.kit.repair.proposing import Evidence, Proposal, propose
from nnnews.platforms.base import Site
from nnnews.platforms.epaper_api import EpaperApi
from nnnews.sites import all_sites

PORTAL = Portal(2026)
BEFORE, AFTER = datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 11, 21, 12, tzinfo=UTC)
FETCHED = 24  # pages that a repair goes by
KEPT = 30  # pages at most that it never sees


@dataclass(frozen=True)
class Outcome:
    """`right` of `kept` pages that the repair never saw have every required field right; before it, `stood` had."""

    redesign: Redesign
    proposal: Proposal | None
    right: int
    stood: int
    kept: int
    past_right: int
    past: int
    seconds: float

    @property
    def is_right(self) -> bool:
        """Every page that the repair never saw, and none of the archive lost."""
        return self.right == self.kept > 0 and self.past_right == self.past

    @property
    def is_worse(self) -> bool:
        """Fewer pages right than before, of today's or of the archive's."""
        return self.right < self.stood or self.past_right < self.past


def fetch(portal: Portal, url: str, when: datetime) -> Page:
    parts = urlsplit(url)
    answer = portal.answer(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), {})
    return Page(url, answer.body, answer.headers, when, answer.status)


def article_urls(site: Site) -> Iterator[str]:
    """Addresses of articles on all hosts of the site, in an order that mixes its columns."""
    copies = [copy for one in PORTAL.planted() for copy in (one.original, *one.copies)]
    urls = [
        site.resolve(one.url, one.url) if isinstance(site, EpaperApi) else one.url
        for one in copies
        if one.key.startswith(f"{site.name}/")
    ]
    yield from sorted(urls, key=lambda url: hash_of(url))


def hash_of(url: str) -> int:
    return sum(ord(character) * (place + 7) ** 3 for place, character in enumerate(url)) % 9973


def samples(redesign: Redesign) -> list[Sample]:
    """Every article of the site as it was read, with its page of today."""
    site, portal = all_sites()[redesign.site], RedesignedPortal(PORTAL, redesign)
    found = []
    for url in article_urls(site):
        before = fetch(PORTAL, url, BEFORE)
        known = read_fields(before, site)
        if known and known.method == "layout":
            found.append(Sample(known, before, fetch(portal, url, AFTER)))
    return found


def repair(redesign: Redesign) -> Outcome:
    """The proposal out of some pages, tried on others."""
    site = all_sites()[redesign.site]
    everything = samples(redesign)
    redesigned = [one for one in everything if HOSTS[redesign.site] in one.now.url]
    seen, kept = split(redesigned)
    others = [one for one in everything if one not in redesigned][:6]
    lists = [fetch(PORTAL, f"http://{url}", AFTER) for url in PORTAL.site_map.resources if is_list(site, url)]
    lists = [replace(page, body=redesign.body(page.body)) for page in lists[:4]]
    started = time.process_time()
    proposal = propose(site, Evidence([*seen, *others], lists=lists), f"{site.name}-2026")
    seconds = time.process_time() - started
    mended = trial(site, (*proposal.layouts, *site.layouts)) if proposal and proposal.is_better else site
    past = [(one.known, one.before) for one in everything if one.before]
    unseen = [(one.known, one.now) for one in kept]
    counts = right_of(mended, unseen), right_of(site, unseen), len(kept), right_of(mended, past), len(past)
    return Outcome(redesign, proposal, *counts, seconds)


def split(pages: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    most = min(FETCHED, len(pages) * 2 // 3)
    return list(pages[:most]), list(pages[most : most + KEPT])


def is_list(site: Site, url: str) -> bool:
    return url.startswith(HOSTS[site.name]) and "index" in url and not site.article_key(f"http://{url}")


def right_of(site: Site, pages: Sequence[tuple[Article, Page]], by_layout: bool = True) -> int:
    readings = [(known, read_fields(page, site)) for known, page in pages]
    whole = (now for known, now in readings if all(is_right(field, known, now) for field in FIELDS))
    return sum(now is not None and (now.method == "layout" or not by_layout) for now in whole)


def main() -> None:
    from redesigns import REDESIGNS
    from redesigns_held_out import HELD_OUT

    chosen = [one for one in (*REDESIGNS, *HELD_OUT) if one.kind != "list"]
    chosen = [one for one in chosen if not sys.argv[1:] or "-v" in sys.argv or one.name in sys.argv[1:]]
    for redesign in chosen:
        got = repair(redesign)
        state = "right" if got.is_right else "WORSE" if got.is_worse else "wrong"
        layouts = got.proposal.layouts if got.proposal else ()
        print(f"{state} {redesign.name:<28} {got.right}/{got.kept} (stood {got.stood})", end=" ")
        print(f"past {got.past_right}/{got.past} {got.seconds:.1f} s")
        for layout in layouts if sys.argv[1:] else ():
            print("    ", {name: getattr(layout, name) for name in layout.__slots__ if getattr(layout, name)})


if __name__ == "__main__":
    main()
