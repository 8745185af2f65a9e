"""The recipe: a page becomes an article, by its site's layout or by the common rules."""

from collections.abc import Iterable

from nnnews.extract.decode import LOST
from nnnews.extract.document import Document
from nnnews.extract.draft import Draft
from nnnews.extract.generic import read_generic
from nnnews.extract.layout import read_layouts
from nnnews.items import Article, Page, Script
from nnnews.platforms.base import Site
from nnnews.text.normalise import normalise


def extract(page: Page, site: Site | None = None) -> Article:
    """The article on a page, before boilerplate and credits are told apart. Raises UndecodablePage or BlockPage."""
    document = Document(page)
    draft = (read_layouts(document, site.layouts) if site else None) or read_generic(document)
    missed = site is not None and bool(site.layouts) and draft.layout is None
    return _finished(document, draft, site, ("no layout fits",) if missed else ())


def _finished(document: Document, draft: Draft, site: Site | None, problems: Iterable[str]) -> Article:
    published = draft.published
    return Article(
        key=identity(document.page.url, site),
        url=document.page.url or None,
        site=site.name if site else None,
        layout=draft.layout,
        method=draft.method,
        title=_tidy(draft.title, draft.script),
        kicker=_tidy(draft.kicker, draft.script),
        subtitle=_tidy(draft.subtitle, draft.script),
        published=published.when if published else None,
        published_precision=published.precision if published else None,
        source=_tidy(draft.source, draft.script),
        script=draft.script,
        text="\n".join(line for line in draft.lines if line),
        images=draft.images,
        attachments=draft.attachments,
        info=draft.info,
        problems=(*problems, *document.problems, *draft.problems, *_doubts(draft)),
    )


def identity(url: str, site: Site | None) -> str:
    """The name of the article wherever it is met: the platform's id, else the address without tracking.

    Empty for a file of which no address is known.
    """
    if not url:
        return ""
    try:
        return (site.article_key(url) if site else None) or (site or Site()).canonical(url)
    except ValueError:  # a host or port that is none
        return url


def _tidy(text: str | None, script: Script) -> str | None:
    """A field that was declared and not shown has not met the normaliser yet; most have no need of it."""
    if not text:
        return None
    if script == "simplified" and text.isprintable():
        return text.replace("\ufffd", LOST)
    return normalise(text).text.replace("\n", " ").strip() or None


def _doubts(draft: Draft) -> Iterable[str]:
    if draft.published is None:
        yield "published: not found"
    elif draft.published.inferred:
        yield "published: year inferred"
