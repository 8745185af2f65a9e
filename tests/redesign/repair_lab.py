"""Repair in memory: pages of the practice portal before and after a redesign, and whether the mended site is right.

python tests/redesign/repair_lab.py [-v] [NAME …]    every redesign, or those named; -v prints the layouts
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from redesign_portal import HOSTS, Redesign, RedesignedPortal

from nnnews.demo.portal import Portal
from nnnews.errors import NotFetched
from nnnews.items import Article, Page
from nnnews.kit.repair.evidence import FIELDS, is_right, read_fields, trial
from nnnews.kit.repair.past import Past
from nnnews.kit.repair.repairing import Repair, mend
from nnnews.platforms.base import Site
from nnnews.platforms.epaper_api import EpaperApi
from nnnews.sites import all_sites

PORTAL = Portal(2026)
BEFORE, AFTER = datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
FETCHED = 24  # pages that a repair goes by
CHANCE = 4  # the seed of forty that chance makes
FLOOR = 36  # of the forty
SLOWEST = 50.0  # seconds for the five fields
KEPT = 30  # pages at most that it never sees

Known = tuple[Article, Page]


@dataclass(frozen=True)
class Outcome:
    """What the mended site makes of `kept` pages that the repair never saw, and of `past` ones of the archive.

    A page is right when a layout reads it and every field is as it was. `seconds` are of this process.
    """

    redesign: Redesign
    repair: Repair
    right: int
    stood: int
    kept: int
    past_right: int
    past: int
    seconds: float

    @property
    def is_right(self) -> bool:
        """Every page, of today and of the archive; of a list every article that it led to."""
        lists = self.repair.lists
        led = self.redesign.kind != "list" or (lists is not None and lists.found == lists.lost > 0)
        return led and self.right == self.kept > 0 and self.past_right == self.past

    @property
    def is_worse(self) -> bool:
        """Fewer pages right than before, of today's or of the archive's."""
        return self.right < self.stood or self.past_right < self.past


def fetch(portal: Portal, url: str, when: datetime) -> Page | NotFetched:
    """The portal's answer at a time."""
    parts = urlsplit(url)
    answer = portal.answer(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""), {})
    if answer.status != 200:
        return NotFetched(url, f"http-{answer.status}", "")
    return Page(url, answer.body, answer.headers, when, answer.status)


def before(url: str) -> Page | NotFetched:
    """As the archive has it."""
    return fetch(PORTAL, url, BEFORE)


class Web:
    """What repair fetches from."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    def __call__(self, urls: Iterable[str]) -> list[Page | NotFetched]:
        return [self.answer(url) for url in urls]

    def answer(self, url: str) -> Page | NotFetched:
        return fetch(self.portal, url, AFTER)


def article_urls(site: Site) -> Iterator[str]:
    """Addresses of articles on all hosts of the site, in an order that mixes its columns."""
    copies = [copy for one in PORTAL.planted() for copy in (one.original, *one.copies)]
    own = [copy.url for copy in copies if copy.key.startswith(f"{site.name}/")]
    urls = [site.resolve(url, url) if isinstance(site, EpaperApi) else url for url in own]
    yield from sorted(urls, key=lambda url: sum(ord(one) * (place + 7) ** 3 for place, one in enumerate(url)) % 9973)


def remembered(site: Site) -> list[Known]:
    """Every article of the site as a layout read it, where it read the byline right: what is known shall be true."""
    true = {copy.key: set(one.story.byline) for one in PORTAL.planted() for copy in (one.original, *one.copies)}
    pages = [page for url in article_urls(site) if isinstance(page := before(url), Page)]
    readings = [(read_fields(page, site), page) for page in pages]
    known = [(article, page) for article, page in readings if article and article.method == "layout"]
    return [(article, page) for article, page in known if set(article.byline) == true.get(article.key)]


def list_pages(site: Site) -> list[Page]:
    """First pages of lists on the redesigned host."""
    addresses = [f"http://{one}" for one in PORTAL.site_map.resources if one.startswith(HOSTS[site.name])]
    answers = [before(url) for url in addresses if not site.article_key(url) and not url.endswith("/")]
    full = [page for page in answers if isinstance(page, Page) and len(site.links(page).articles) >= 3]
    later = {url for page in full for url in site.links(page).pages}
    return [page for page in full if page.url not in later]


def repair(redesign: Redesign) -> Outcome:
    """Mended out of some pages, tried on others."""
    site, web = all_sites()[redesign.site], Web(RedesignedPortal(PORTAL, redesign))
    everything = remembered(site)
    redesigned = [one for one in everything if HOSTS[redesign.site] in one[1].url]
    others = [one for one in everything if one not in redesigned]
    most = min(FETCHED, len(redesigned) * 2 // 3)
    lists = [page for page in list_pages(site) if redesign.kind == "list" or "index" in page.url]
    started = time.process_time()
    found = mend(site, Past([*redesigned[:most], *others[:6]], (), lists), web, TODAY)
    seconds = time.process_time() - started
    mended = after(site, found)
    kept = [(known, web.answer(new_url(redesign, page.url))) for known, page in redesigned[most : most + KEPT]]
    counts = right_of(mended, kept), right_of(site, kept), len(kept), right_of(mended, everything), len(everything)
    return Outcome(redesign, found, *counts, seconds)


def after(site: Site, found: Repair) -> Site:
    """The site with what is proposed, as far as it is better than what stands."""
    layouts = found.proposal.layouts if found.proposal and found.proposal.is_better else ()
    kinds = found.lists.article_urls if found.lists else ()
    return trial(site, layouts=(*layouts, *site.layouts), article_urls=(*kinds, *site.article_urls))


def new_url(redesign: Redesign, url: str) -> str:
    """Where an article stands after the redesign."""
    return redesign.moved.link(url) if redesign.moved else url


def right_of(site: Site, pages: Sequence[tuple[Article, Page | NotFetched]]) -> int:
    return sum(isinstance(page, Page) and _is_right(site, known, page) for known, page in pages)


def _is_right(site: Site, known: Article, page: Page) -> bool:
    now = read_fields(page, site)
    whole = all(is_right(field, known, now) for field in FIELDS)
    return whole and now is not None and now.method == "layout" and site.article_key(page.url) == known.key


def tell(got: Outcome, *, wordy: bool) -> None:
    """A line for the redesign; the layouts and lists that were proposed for it, when asked for."""
    state = "right" if got.is_right else "WORSE" if got.is_worse else "wrong"
    print(f"{state} {got.redesign.name:<28} {got.right}/{got.kept} (stood {got.stood})", end=" ")
    print(f"past {got.past_right}/{got.past} {got.seconds:.1f} s", flush=True)
    proposal, lists = got.repair.proposal, got.repair.lists
    for layout in proposal.layouts if proposal and wordy else ():
        print("    ", {name: getattr(layout, name) for name in layout.__slots__ if getattr(layout, name)})
    if lists and wordy:
        print(f"    {lists.found} of {lists.lost}", lists.article_urls, lists.lists, *lists.left, sep="\n      ")


def main() -> int:
    """1 when fewer than 36 of forty are right, when a repair is worse than what stood, or takes too long."""
    from redesigns import REDESIGNS
    from redesigns_held_out import HELD_OUT
    from redesigns_random import invent

    names = [name for name in sys.argv[1:] if name != "-v"]
    failed = False
    tables = (("table", REDESIGNS, FLOOR), ("held out", HELD_OUT, 0), ("by chance", invent(CHANCE), FLOOR))
    for told, table, floor in tables:
        outcomes = [repair(one) for one in table if not names or one.name in names]
        for got in outcomes:
            tell(got, wordy="-v" in sys.argv)
        right, worse = sum(one.is_right for one in outcomes), sum(one.is_worse for one in outcomes)
        slowest = max((one.seconds for one in outcomes), default=0.0)
        print(f"{told}: {right} of {len(outcomes)} right, {worse} worse, {slowest:.1f} s at most")
        failed |= bool(worse) or slowest > SLOWEST or (right < floor and not names)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
