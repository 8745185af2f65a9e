"""`nnnews repair`: what is broken, what would mend it, how sure that is, and the site file that says so."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from rich.console import Console
from rich.table import Table

from nnnews.config import Config
from nnnews.crawl.fetch import Fetcher
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI, Article
from nnnews.kit.repair.applying import Rewrite, apply, mended, rewrite, run_tests
from nnnews.kit.repair.evidence import FIELDS, Score, is_right, read_fields
from nnnews.kit.repair.past import broken_since, recall
from nnnews.kit.repair.proposing import Proposal
from nnnews.kit.repair.repairing import Repair, mend
from nnnews.kit.shelf import Shelf
from nnnews.platforms.base import Layout
from nnnews.sites import all_sites

_SHOWN = 2  # pages of which the values are shown
_VALUE = 60  # characters of one


def repair_site(config: Config, name: str, pages: int, before: date | None) -> tuple[Repair, Rewrite | None]:
    """What is proposed for the site; no file where nothing is better. Raises UsageError."""
    if name not in all_sites():
        raise UsageError(f"unknown site {name!r}; known: {', '.join(all_sites())}")
    site, today = all_sites()[name], datetime.now(SHANGHAI).date()
    past = recall(config, site, pages, before or broken_since(config, name))
    if not past.recent:
        raise UsageError(f"the archive holds no page of {name} that a layout read; nothing is known to go by")
    with Fetcher(config) as fetcher:
        found = mend(site, past, fetcher.fetch, today)
    return found, rewrite(found, today) if found.is_better else None


def run_repair(found: Repair, change: Rewrite | None, *, applying: bool, as_json: bool) -> int:
    """Print the repair, apply it if so ordered; 1 when something is broken and nothing better is known."""
    if as_json:
        print(json.dumps(_record(found, change), ensure_ascii=False))
    else:
        _show(found, change)
    if change is None:
        return 1 if found.is_broken else 0
    if not applying:
        return 0
    shelf = Shelf.of_checkout()
    written = [shelf.shown(path) for path in apply(found, change, shelf)]
    passed, told = run_tests(shelf, found.site.name)
    if not as_json:
        print("\n".join([*(f"written: {path}" for path in written), "", told, "", *_advice(found, passed)]))
    return 0 if passed else 1


def _advice(found: Repair, passed: bool) -> Iterator[str]:
    name = found.site.name
    if not passed:
        yield "The tests fail: look at what they say; git restores the files."
        return
    yield f'Read the saved pages, mend their expectations, take out "unread" in tests/sites/{name}/*.json; then:'
    yield f"  pytest tests/test_sites.py -k {name}"
    yield f"  nnnews replay --site {name}"


def _show(found: Repair, change: Rewrite | None) -> None:
    print(f"{found.site.name}: {found.asked} known pages, {found.gone} gone, {found.unchanged} read as before")
    if found.proposal:
        _show_proposal(found.proposal)
        _show_values(found)
    if found.lists:
        lists = found.lists
        print(f"lists: {lists.lost} known articles are led to no more, {lists.found} of them found again")
        print("".join(f"left to you: {line}\n" for line in lists.left), end="")
    if change:
        print(f"\n{change.diff}", end="")
    elif found.is_broken:
        print("Nothing better than what stands was found; nothing is proposed.")
    else:
        print("Nothing is broken: no page is read otherwise than before.")


def _show_proposal(proposal: Proposal) -> None:
    pages = len(proposal.broken_pages)
    print(f"{pages} broken: " + (", ".join(_lost(proposal)) or "the general reader stands in for the layouts"))
    if not proposal.surely:
        print("weaker evidence: the known addresses are gone; today's pages are compared with the general reader")
    table = Table("right", "stands", "proposed", "on pages kept from it", "on pages of the archive")
    for field in FIELDS:
        table.add_row(field, *(_share(score.right[field], score) for score in _scores(proposal)))
    table.add_row("by a layout", *(_share(score.by_layout, score) for score in _scores(proposal)))
    Console(highlight=False, width=100).print(table)
    for layout in proposal.layouts:
        print(f"{layout.name}: " + ", ".join(f"{name}={css!r}" for name, css in _selectors(layout).items()))


def _lost(proposal: Proposal) -> Iterator[str]:
    return (f"{field} wrong on {count}" for field, count in proposal.broken.items() if count)


def _scores(proposal: Proposal) -> tuple[Score, ...]:
    return proposal.now.stands, proposal.now.proposed, proposal.kept.proposed, proposal.past.proposed


def _share(count: int, score: Score) -> str:
    return f"{count} of {score.pages}" if score.pages else "–"


def _selectors(layout: Layout) -> dict[str, str]:
    names = ("title", "published", "source", "author", "info", "body", "drop")
    return {name: value for name in names if (value := getattr(layout, name))}


def _show_values(found: Repair) -> None:
    """Of some broken pages every wrong field: as it was, as it is read now, as it would be."""
    site, better = found.site, mended(found)
    for sample in found.proposal.broken_pages[:_SHOWN] if found.proposal else ():
        print(sample.now.url)
        now, then = read_fields(sample.now, site), read_fields(sample.now, better)
        for field in FIELDS:
            if not is_right(field, sample.known, now):
                known, read, would = (_value(one, field) for one in (sample.known, now, then))
                print(f"  {field}\n    known     {known}\n    read now  {read}\n    proposed  {would}")


def _value(article: Article | None, field: str) -> str:
    value = getattr(article, field, None)
    if field == "byline" and value:
        value = " ".join(f"{person.name} ({person.role})" for person in value)
    return " ".join(str(value or "–").split())[:_VALUE]


def _record(found: Repair, change: Rewrite | None) -> dict[str, Any]:
    proposal, lists = found.proposal, found.lists
    return {
        "site": found.site.name,
        "asked": found.asked,
        "gone": found.gone,
        "unchanged": found.unchanged,
        "broken": dict(proposal.broken) | {"pages": len(proposal.broken_pages)} if proposal else None,
        "surely": proposal.surely if proposal else None,
        "layouts": [{"name": one.name, **_selectors(one)} for one in proposal.layouts] if proposal else [],
        "right": _right(proposal) if proposal else None,
        "lists": {"lost": lists.lost, "found": lists.found, "left": list(lists.left)} if lists else None,
        "diff": change.diff if change else None,
    }


def _right(proposal: Proposal) -> dict[str, Any]:
    names = ("stands", "proposed", "kept", "archive")
    scores = zip(names, _scores(proposal), strict=True)
    return {name: {"pages": one.pages, "by_layout": one.by_layout, **one.right} for name, one in scores}
