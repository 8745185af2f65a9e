"""What was found of a site, put as a site file: what its platform declares already is left out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from nnnews.errors import PageError
from nnnews.items import SHANGHAI, Page
from nnnews.kit.finding import Found
from nnnews.kit.lists import SeenList, find_columns, is_front, see_list
from nnnews.kit.names import propose_name, twins
from nnnews.kit.recognise import Recognised
from nnnews.kit.repair.choosing import Example
from nnnews.kit.repair.deriving import Task, derive
from nnnews.kit.repair.shown import Shown
from nnnews.kit.site_file import Declaration, code_lines, load, render
from nnnews.kit.titles import site_title
from nnnews.kit.visit import Visit
from nnnews.platforms.addresses import host_of
from nnnews.platforms.base import Layout, Site
from nnnews.platforms.paper import Paper
from nnnews.reading import read

_KNOWN, _UNKNOWN = 12, 30  # lines of code of a site on a known platform and of any other
_NUMBER = re.compile(r"index_([12])\.s?html?$")
_ISSUE = re.compile(r"(?P<folder>.*?/)(?:20\d{4}/\d|20\d{6}/|20\d\d-\d\d/\d)")


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a declaration is made of: the visit, the address asked for, the list found, and articles of it."""

    visit: Visit
    asked: str
    found: Found
    articles: Sequence[Page]

    @property
    def recognised(self) -> Recognised | None:
        """The publishing system."""
        return self.found.recognise(self.articles)


def declare(discovery: Discovery, name: str) -> tuple[Declaration, tuple[SeenList, ...]]:
    """The declaration, and the lists as the site would read them."""
    draft = _outline(discovery, name)
    draft = replace(draft, layouts=_layouts(discovery, draft))
    site, page = load(render(draft)), discovery.found.page
    lists = [see_list(discovery.visit, site, page)]
    if is_front(page.url) and not isinstance(site, Paper):
        lists += find_columns(discovery.visit, site, page)
    rates = [one.daily for one in lists if one.daily]
    draft = replace(
        draft,
        lists=draft.lists if draft.system else tuple(one.page.url for one in lists),
        numbering=() if discovery.recognised else _numbering(lists),
        daily=max(rates, default=0.0),
    )
    return _shortened(draft, _KNOWN if discovery.recognised else _UNKNOWN), tuple(lists)


def _outline(discovery: Discovery, name: str) -> Declaration:
    """What addresses and titles tell."""
    page, recognised = discovery.found.page, discovery.recognised
    fronts = discovery.visit.pages([urljoin(page.url, "/")])
    hosts = dict.fromkeys((*twins(host_of(page.url)), *map(host_of, discovery.found.articles)))
    own_forms = tuple(
        form.kind
        for form in discovery.found.forms
        if not recognised or not any(kind.match(form.example) for kind in recognised.system.urls)
    )
    system = recognised.system if recognised else None
    is_paper = bool(system and issubclass(system.base, Paper))
    issue = _ISSUE.match(page.url) if is_paper else None
    return Declaration(
        name=name or propose_name(page.url),
        title=site_title((*fronts, page), discovery.articles, _outlet(discovery) if is_paper else host_of(page.url)),
        base=system.base if system else Site,
        hosts=tuple(hosts),
        history=_history(recognised),
        about="Read as its system is." if system else "A system of its own: addresses and layouts stand here.",
        lists=(discovery.asked,) if is_paper else (page.url,),
        article_urls=() if is_paper else own_forms,
        rooted_links=discovery.found.rooted,
        system=system.module if system and is_paper else None,
        sheets=issue["folder"] if issue else page.url,
    )


def _outlet(discovery: Discovery) -> str:
    """The paper that its articles name as their source."""
    named = Counter(source for page in discovery.articles if (source := read(page).source))
    return next(iter(named), host_of(discovery.asked))


def _history(recognised: Recognised | None) -> tuple[str, ...]:
    today = datetime.now(SHANGHAI).date()
    if recognised:
        return f"on {recognised.system.name}.", f"{today}: first seen; {recognised.evidence[-1]}."
    return "on a system of its own.", f"{today}: first seen; the forms of its addresses are told by its headlines."


def _layouts(discovery: Discovery, draft: Declaration) -> tuple[Layout, ...]:
    """None where a layout of the platform serves; else what puts the values of the general reader where they stand."""
    site = load(render(draft))
    if all(_is_served(page, site) for page in discovery.articles):
        return ()
    examples = [Example(Shown(page), read(page, None)) for page in discovery.articles]
    return derive(Task(site, examples, _strangers(discovery.found.page)), draft.name.replace("_", "-"))


def _is_served(page: Page, site: Site) -> bool:
    try:
        return read(page, site).method == "layout"
    except PageError:
        return False


def _strangers(page: Page) -> list[Shown]:
    """The list, on which no layout shall match, unless it is JSON."""
    try:
        return [Shown(page)] if page.body.lstrip()[:1] == b"<" else []
    except PageError:
        return []


def _numbering(lists: Sequence[SeenList]) -> tuple[int, ...]:
    """Counted from 0 where index_1 brings articles that the list lacks; else from 1 where index_2 does."""
    fresh = {int(number[1]) for one in lists for url, new in one.following if new and (number := _NUMBER.search(url))}
    return (min(fresh),) if fresh & {1, 2} else ()


def _shortened(draft: Declaration, most: int) -> Declaration:
    """With as many lists as the length of the file allows."""
    while code_lines(render(draft)) > most and len(draft.lists) > 1:
        draft = replace(draft, lists=draft.lists[:-1])
    return draft
