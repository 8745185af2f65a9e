"""The section of the page: every file of the site that people open in a browser."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from nnnews.exporters.files import File, Pieces, Planned
from nnnews.exporters.page import article_pages, heading_pages, listing, status, texts
from nnnews.exporters.page.rows import read_rows
from nnnews.exporters.page.search_index import years
from nnnews.exporters.page.simplified import simplified_file
from nnnews.exporters.page.site import Site, site_of
from nnnews.exporters.page.sources import asset_files, digest
from nnnews.exporters.page.template import render
from nnnews.exporters.snapshot import Snapshot

NEWEST = 50  # articles in index.html itself


def plan(snapshot: Snapshot) -> Iterator[Planned]:
    """What is pointed at comes before what points at it: a reader during an export finds no link into nothing."""
    site = site_of(snapshot)
    indexed = years(snapshot)
    yield from asset_files()
    yield from article_pages.shelves(site)
    yield from texts.shelves(snapshot)
    for year in indexed:
        yield from year.shelves()
    yield from listing.list_files(snapshot)
    yield simplified_file()
    catalogue = listing.catalogue(snapshot, indexed)
    yield catalogue
    yield from heading_pages.heading_files(site)
    yield File("about.html", site.made_of, partial(render, "about.html", site=site))
    yield _front(site, catalogue.made_of)
    yield from status.status_files(site)


def _front(site: Site, version: str) -> File:
    """The newest articles by day of publishing, in the page itself; `version` is that of the catalogue."""
    ids = listing.newest_ids(site.snapshot, NEWEST)
    counts = {kind: site.count(kind) for kind in ("district", "topic", "site")}

    def pieces() -> Pieces:
        rows = read_rows(site.snapshot.connection, ids)
        names = {"district": list(zip(site.districts, site.districts, strict=True)), "site": list(site.sites.items())}
        names["topic"] = list(zip(site.topics, site.topics, strict=True))
        told: dict[str, Any] = {"rows": rows[:NEWEST], "total": len(site.snapshot.stamps), "names": names}
        return render("index.html", site=site, version=version, counts=counts, **told)

    return File("index.html", digest(site.made_of, version, str(counts)), pieces)
