"""`nnnews new-site`, `save-page` and `check`: the files of a site, and the state of its selectors."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nnnews.cli.probe import first_contact
from nnnews.config import Config
from nnnews.crawl.fetch import Fetcher
from nnnews.errors import UsageError
from nnnews.kit.check import Checked, CheckedPage, check_pages, live_pages
from nnnews.kit.new_site import write_site
from nnnews.kit.saving import save_page
from nnnews.kit.shelf import Shelf
from nnnews.kit.site_file import code_lines
from nnnews.kit.visit import complete
from nnnews.platforms.base import Site
from nnnews.sites import all_sites, site_for

_WIDTH = 140  # where there is no terminal
_VALUE = 30  # characters


def new_site(config: Config, url: str, name: str) -> None:
    """Write the files and print their names and what is to be done with them."""
    shelf = Shelf.of_checkout()
    if name and not name.isidentifier():
        raise UsageError(f"--name {name!r} is no name of a module; use letters, digits and _")
    contact = first_contact(config, url, name)
    written = write_site(contact, shelf)
    own = contact.site.name
    print(f"{shelf.shown(written[0])}: site {own}, {code_lines(contact.source)} lines of code")
    for path in written[1:]:
        print(shelf.shown(path))
    folder = shelf.shown(shelf.pages_folder(own))
    print(f'Read the saved pages, mend their expectations, take out "unread" in {folder}/*.json; then:')
    print(f"  pytest tests/test_sites.py -k {own}")
    print(f"  nnnews crawl {own}")


def save(config: Config, url: str, stem: str) -> None:
    """Save the page of a known site and print the names of the two files."""
    shelf, address = Shelf.of_checkout(), complete(url)
    with Fetcher(config) as fetcher:
        page = fetcher.page(address)
    site = site_for(page.url)
    if site is None:
        raise UsageError(f"no site has {page.url}; begin with: nnnews new-site {url}")
    for path in save_page(shelf, site, page, stem):
        print(shelf.shown(path))


def check(config: Config, name: str | None, *, live: bool, as_json: bool) -> int:
    """Print the check of a site or of all; 1 when a page lacks what it must have."""
    if name and name not in all_sites():
        raise UsageError(f"unknown site {name!r}; known: {', '.join(all_sites())}")
    sites = [all_sites()[name]] if name else [site for site in all_sites().values() if not site.dead]
    fine = True
    for checked in _live(config, sites) if live else _saved(sites):
        fine &= checked.is_fine
        if as_json:
            print(json.dumps(_record(checked), ensure_ascii=False))
        else:
            _show(checked)
    return 0 if fine else 1


def _saved(sites: list[Site]) -> Iterator[Checked]:
    shelf = Shelf.of_checkout()
    for site in sites:
        pages = [(saved.expected["file"], saved.page) for saved in shelf.saved(site.name)]
        yield check_pages(site, pages, () if pages else ("no saved page",))


def _live(config: Config, sites: list[Site]) -> Iterator[Checked]:
    with Fetcher(config) as fetcher:
        for site in sites:
            yield check_pages(site, *live_pages(fetcher, site))


def _show(checked: Checked) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    console.print(Text(f"{checked.site.name} {checked.site.title}", "bold"))
    table = Table("page", "layout", "field", "selector", "hits", "value", "ms")
    for page in checked.pages:
        for row in _rows(page):
            table.add_row(*map(Text, row))
        table.add_section()
    console.print(table)
    for layout, field, selector in checked.unmatched:
        console.print(Text(f"unmatched on all pages: {layout}.{field} {selector}"), soft_wrap=True)
    for fault in checked.faults:
        console.print(Text(f"FAULT {fault}", "red"), soft_wrap=True)
    for page in checked.pages:
        for fault in page.faults:
            console.print(Text(f"FAULT {page.name} {page.page.url}: {fault}", "red"), soft_wrap=True)


def _rows(page: CheckedPage) -> Iterator[tuple[str, ...]]:
    """Of an article each selector of the layout that serves; where none serves, the selectors that still hit."""
    if page.links is not None:
        links = page.links
        told = f"{len(links.articles)} articles, {len(links.lists)} lists, {len(links.pages)} next pages"
        yield page.name, "", "links", "", "", told, ""
    if page.article:
        title, when = page.article.title or "", page.article.published
        yield page.name, page.article.layout or "general", "read", "", "", title[:_VALUE], ""
        yield "", "", "time", "", "", when.isoformat(" ", "minutes") if when else "", ""
    for one in page.tried:
        serves = page.article is not None and page.article.layout == one.layout
        if serves or one.hits is None or (one.hits and not (page.article and page.article.layout)):
            hits = "malformed" if one.hits is None else str(one.hits)
            yield "", one.layout, one.field, one.selector, hits, one.value[:_VALUE], f"{one.seconds * 1000:.2f}"


def _record(checked: Checked) -> dict[str, Any]:
    return {
        "site": checked.site.name,
        "fine": checked.is_fine,
        "faults": list(checked.faults),
        "unmatched": [dict(zip(("layout", "field", "selector"), one, strict=True)) for one in checked.unmatched],
        "pages": [_page_record(page) for page in checked.pages],
    }


def _page_record(page: CheckedPage) -> dict[str, Any]:
    article, links = page.article, page.links
    return {
        "page": page.name,
        "url": page.page.url,
        "faults": list(page.faults),
        "layout": article.layout if article else None,
        "title": article.title if article else None,
        "published": article.published.isoformat() if article and article.published else None,
        "source": article.source if article else None,
        "characters": len(article.text) if article else None,
        "links": {name: len(getattr(links, name)) for name in ("articles", "lists", "pages")} if links else None,
        "selectors": [{name: getattr(one, name) for name in one.__slots__} for one in page.tried],
    }
