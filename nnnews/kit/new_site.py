"""A new site in the checkout: its file, a saved list, saved articles, drafts of what is expected of them."""

from pathlib import Path

from nnnews.errors import UsageError
from nnnews.items import Page
from nnnews.kit.contact import Contact
from nnnews.kit.saving import save_page
from nnnews.kit.shelf import Shelf, write_new
from nnnews.sites import all_sites


def write_site(contact: Contact, shelf: Shelf) -> list[Path]:
    """The files written, the site's own first. Raises UsageError where the site or a file of it is there already."""
    site = contact.site
    if contact.owner:
        file = shelf.shown(shelf.site_file(site.name))
        raise UsageError(f"{contact.front.url} belongs to the site {site.name} already; declare its lists in {file}")
    path, folder = shelf.site_file(site.name), shelf.pages_folder(site.name)
    for taken in (path, folder):
        if taken.exists():
            raise UsageError(f"{shelf.shown(taken)} is there already; choose another name with --name")
    if site.name in all_sites():
        raise UsageError(f"a site is called {site.name} already; choose another name with --name")
    written = [write_new(path, contact.source.encode())]
    for page in _worth_saving(contact):
        written += save_page(shelf, site, page)
    return written


def _worth_saving(contact: Contact) -> list[Page]:
    """The first list, and one article of each layout that serves."""
    lists = [contact.lists[0].page]
    by_layout = {one.profile.layout: one.page for one in reversed(contact.articles) if one.profile}
    return [*lists, *reversed(by_layout.values())]
