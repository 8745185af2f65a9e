"""Which publishing system a site runs on, and by what it is recognised."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from nnnews.platforms import cjyun, founder_epaper, founder_old, gxnews, joyhua, trs
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Site
from nnnews.platforms.markup import Markup
from nnnews.platforms.paper import Paper

_ENOUGH = 3  # weight: of signs and of the form of addresses together


@dataclass(frozen=True, slots=True)
class System:
    """A publishing system of the room `platforms`. `form` is how far the form of its addresses alone tells it."""

    name: str
    base: type[Site]
    module: ModuleType
    urls: tuple[ArticleURL, ...]
    form: int
    signs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A system and the evidence for it, a line each."""

    system: System
    evidence: tuple[str, ...]


# (what it is called in the evidence, expression looked for in the source of a page); each counts 2.
SYSTEMS = (
    System(
        "cjyun (长江云)",
        cjyun.Cjyun,
        cjyun,
        cjyun.ARTICLE_URLS,
        1,  # /p/123.html is the form of many others
        (
            ("assets of a tenant", r"/t/site/\d+/[0-9a-f]{8,}/assets/"),  # res.nnnews.net/t/site/10001/0123…/assets/
            ("its own host", r"//res\.cjyun\.org/|\.cjyun\.org"),
            ("its login box", r"登录[\u4e00-\u9fff]{1,6}云账号"),
            ("its list of more", r"/index/nei/content\?id=\d+|\blistid\s*=\s*[\"']?\d+"),
        ),
    ),
    System(
        "trs (TRS WCM, 海云)",
        trs.Trs,
        trs,
        trs.ARTICLE_URLS,
        3,  # t6593606.html
        (
            ("its editor's box", r"\bTRS_U?EDITOR\b|\bTRS_Editor\b|\btrs_(?:editor|paper)_\w+"),
            ("its pager", r"createPageHTML\("),
            ("its attachments", r"/P0\d{12,}\.(?:pdf|docx?|xlsx?)"),
        ),
    ),
    System(
        "gxnews (广西新闻网)",
        gxnews.Gxnews,
        gxnews,
        gxnews.ARTICLE_URLS[:1],
        3,
        (
            ("its lists", r"/staticmores/\d+/\d+-\d+\.s?html"),
            ("its articles", r"/staticpages/\d{8}/newgx[0-9a-f]{8}-\d+"),
        ),
    ),
    System(
        "founder_epaper (Founder e-paper, current)",
        Paper,
        founder_epaper,
        founder_epaper.ARTICLE_URLS,
        3,
        (("its text element", r"<founder-content|<!--enpcontent"), ("its image map", r"\bPagePicMap\b")),
    ),
    System(
        "founder_old (Founder e-paper, old)",
        Paper,
        founder_old,
        founder_old.ARTICLE_URLS,
        3,
        (("its sheets", r"\bnode_\d+\.html?"), ("its text element", r"<founder-content|id=[\"']?ozoom")),
    ),
    System(
        "joyhua (joyhua e-paper)",
        Paper,
        joyhua,
        joyhua.ARTICLE_URLS,
        3,
        (("its boxes", r"\bbmnr_con\w*|\bbmdh_con\w*"), ("its sheets", r"\bpage_\d{2}\.html?")),
    ),
)


def recognise(markups: Sequence[Markup]) -> Recognised | None:
    """The system with the most evidence on these pages; none without article addresses of its form."""
    weighed = [(weight, found) for system in SYSTEMS for weight, found in _weigh(system, markups)]
    best = max(weighed, key=lambda entry: entry[0], default=None)
    return best[1] if best and best[0] >= _ENOUGH else None


def _weigh(system: System, markups: Sequence[Markup]) -> Iterable[tuple[int, Recognised]]:
    links = {anchor.url for markup in markups for anchor in markup.anchors}
    links |= {markup.url for markup in markups}
    fitting = sorted(url for url in links if any(kind.match(url) for kind in system.urls))
    if not fitting:
        return
    evidence = [f"{len(fitting)} addresses of its form, as {fitting[0]}"]
    weight = system.form if len(fitting) > 1 or system.form < _ENOUGH else system.form - 1
    for name, expression in system.signs:
        met = next((found[0] for markup in markups if (found := re.search(expression, markup.text))), None)
        if met:
            evidence.append(f"{name}: {met}")
            weight += 2
    yield weight, Recognised(system, tuple(evidence))
