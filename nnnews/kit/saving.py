"""A page saved as it was served, with the draft of what a person shall expect of it.

The draft holds what the site makes of the page today and is marked unread; the tests fail until somebody has read the
page, mended the draft by what stands on it, and taken the mark out.
"""

import json
from dataclasses import replace
from pathlib import Path

from nnnews.items import Page
from nnnews.kit.shelf import Expectation, Shelf, write_new
from nnnews.platforms.base import Site
from nnnews.platforms.paper import Paper
from nnnews.reading import read

_HEADERS = ("Content-Type", "Content-Language", "Last-Modified")
_WORDS = 12  # characters of the first and last words
_WITHOUT = 4  # lines left out of the text that an expectation names
_MARK = {"unread": True}


def save_page(shelf: Shelf, site: Site, page: Page, stem: str = "") -> tuple[Path, Path]:
    """The page and its draft, under a name that is free. Raises UsageError for a given name that is not.

    Raises PageError for a page that the site reads no article of.
    """
    kind = _kind(site, page)
    draft = _article(site, page) if kind == "article" else _list(site, page) if kind == "list" else _root(site, page)
    folder, suffix = shelf.pages_folder(site.name), _suffix(page)
    name = stem or _free(folder, kind)
    file = f"{name}{suffix}"
    headers = {header: value for header in _HEADERS if (value := page.header(header))}
    expected = {"file": file, **_MARK, "headers": headers, "kind": kind, "url": page.url, **draft}
    written = json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
    beside = f"{name}.expected.json" if suffix == ".json" else f"{name}.json"
    return write_new(folder / file, page.body), write_new(folder / beside, written.encode())


def _kind(site: Site, page: Page) -> str:
    if site.article_key(page.url):
        return "article"
    return "root" if isinstance(site, Paper) and page.url == site.root else "list"


def _suffix(page: Page) -> str:
    if page.body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return ".json"
    return ".xml" if "xml" in page.header("content-type") and b"<html" not in page.body[:2000] else ".html"


def _free(folder: Path, kind: str) -> str:
    names = (kind, *(f"{kind}_{number}" for number in range(2, 1000)))
    return next(name for name in names if not list(folder.glob(f"{name}.*")))


def _article(site: Site, page: Page) -> Expectation:
    """As the tests will read it: they know no time of fetching."""
    article = read(replace(page, fetched=None), site)
    lines = article.text.split("\n")
    return {
        "layout": article.layout,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "published": article.published.isoformat() if article.published else None,
        "precision": article.published_precision,
        "source": article.source,
        "byline": [[person.name, person.role] for person in article.byline],
        "district": article.district,
        "places": [place.name for place in article.places],
        "first": lines[0][:_WORDS],
        "last": lines[-1][-_WORDS:],
        "paragraphs": len(lines),
        "without": [line[:_WORDS] for line in article.removed[:_WITHOUT]],
    }


def _list(site: Site, page: Page) -> Expectation:
    links = site.links(page)
    return {
        "articles": {link.key: link.title for link in links.articles},
        "days": {link.key: link.day.isoformat() for link in links.articles if link.day},
        "lists": list(links.lists),
        "pages": list(links.pages),
    }


def _root(site: Site, page: Page) -> Expectation:
    return {"newest": site.newest(page) if isinstance(site, Paper) else None}
