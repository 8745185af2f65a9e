"""`nnnews probe`: the first contact with a site, told to a person or as one JSON object."""

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nnnews.config import Config
from nnnews.crawl.fetch import Fetcher
from nnnews.items import Article
from nnnews.kit.contact import Contact, SeenArticle, explore
from nnnews.kit.lists import SeenList
from nnnews.record import as_record

_WORDS = 16  # characters of the first and last words
_WIDTH = 120  # where there is no terminal


def probe_site(config: Config, url: str, name: str, *, as_json: bool) -> None:
    """Print what is found. Raises PageError where nothing is."""
    contact = first_contact(config, url, name)
    if as_json:
        print(json.dumps(_record(contact), ensure_ascii=False))
        return
    console = Console(highlight=False, width=None if Console().is_terminal else _WIDTH)
    for label, told in _facts(contact):
        console.print(Text.assemble((f"{label:<9}", "bold"), told), soft_wrap=True)
    console.print(_tabulate(contact))
    print(contact.source, end="")


def first_contact(config: Config, url: str, name: str) -> Contact:
    """A dozen pages, a second or two apart; a terminal shows that something is going on."""
    with Console(stderr=True).status(f"looking at {url}"), Fetcher(config) as fetcher:
        return explore(fetcher, url, name)


def _facts(contact: Contact) -> Iterator[tuple[str, str]]:
    yield "address", contact.front.url + ("" if contact.front.url == contact.asked else f" (from {contact.asked})")
    yield "charset", _charset(contact)
    delay = f"; Crawl-delay {contact.crawl_delay:g} s" if contact.crawl_delay else ""
    yield "robots", f"allow it{delay}"
    yield "platform", contact.recognised.system.name if contact.recognised else "none that is known"
    for line in contact.recognised.evidence if contact.recognised else ():
        yield "", line
    if contact.owner:
        yield "site", f"{contact.owner.name} has this host already"
    for form in contact.forms:
        yield "articles", f"{form.headlines} headlines lead to {form.kind.pattern.pattern} (key {form.kind.key})"
    for seen in contact.lists:
        yield "list", _list(seen)
        yield from (("", f"found by itself: {url}") for url in seen.columns)


def _charset(contact: Contact) -> str:
    charset = contact.charset
    told = (("header", charset.header), ("meta", charset.meta), ("mark", charset.mark))
    declared = ", ".join(f"{place} {name}" for place, name in told if name) or "nothing declared"
    conflict = f"; CONFLICT: {charset.conflict}" if charset.conflict else ""
    lost = f"; {charset.lost} characters lost" if charset.lost else ""
    return f"read as {charset.used}; {declared}{conflict}{lost}"


def _list(seen: SeenList) -> str:
    following = ", ".join(f"{url} ({_fresh(fresh)})" for url, fresh in seen.following) or "nowhere"
    return f"{seen.page.url} {seen.words}: {len(seen.articles)} articles; goes on at {following}"


def _fresh(fresh: int | None) -> str:
    return "no answer" if fresh is None else f"{fresh} more articles"


def _tabulate(contact: Contact) -> Table:
    table = Table("field", "by the profile", "by the general reader")
    for seen in contact.articles:
        table.add_section()
        table.add_row("address", Text(seen.page.url), Text(seen.reason))
        ours, theirs = _fields(seen.profile), _fields(seen.general)
        for name in ours | theirs:
            profile, general = ours.get(name, ""), theirs.get(name, "")
            table.add_row(name, Text(profile), Text("same" if profile == general else general))
    return table


def _fields(article: Article | None) -> dict[str, str]:
    if article is None:
        return {}
    return {
        "read by": article.layout or article.method,
        "title": article.title or "",
        "time": article.published.isoformat(" ", "minutes") if article.published else "",
        "source": article.source or "",
        "author": " ".join(f"{person.name} ({person.role})" for person in article.byline),
        "first": article.text[:_WORDS],
        "last": article.text[-_WORDS:],
        "length": str(len(article.text)),
    }


def _record(contact: Contact) -> dict[str, Any]:
    recognised, charset = contact.recognised, contact.charset
    return {
        "asked": contact.asked,
        "url": contact.front.url,
        "charset": {
            **{name: getattr(charset, name) for name in ("header", "meta", "mark", "used", "lost", "conflict")},
        },
        "robots": {"allowed": True, "crawl_delay": contact.crawl_delay},
        "platform": recognised.system.name.partition(" ")[0] if recognised else None,
        "evidence": list(recognised.evidence) if recognised else [],
        "known_site": contact.owner.name if contact.owner else None,
        "article_urls": [
            {"pattern": form.kind.pattern.pattern, "key": form.kind.key, "headlines": form.headlines}
            for form in contact.forms
        ],
        "lists": [
            {
                "url": seen.page.url,
                "title": seen.words,
                "articles": len(seen.articles),
                "columns": list(seen.columns),
                "next": [{"url": url, "new": fresh} for url, fresh in seen.following],
            }
            for seen in contact.lists
        ],
        "articles": [_readings(seen) for seen in contact.articles],
        "site": contact.site.name,
        "site_file": contact.source or None,
    }


def _readings(seen: SeenArticle) -> dict[str, Any]:
    both = {"profile": seen.profile, "general": seen.general}
    read = {name: as_record(article) if article else None for name, article in both.items()}
    return {"url": seen.page.url, **read, "error": seen.reason or None}
