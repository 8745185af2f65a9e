"""The recipe: a page becomes an article, step by step.

The pipelines run the same steps one by one; `read` runs them all, for files and for the archive.
"""

from collections.abc import Sequence
from dataclasses import replace

from nnnews.byline import read_credits
from nnnews.districts import locate
from nnnews.errors import MissingField
from nnnews.extract import extract, extract_text, join_parts
from nnnews.figures import read_figures
from nnnews.items import Article, Page
from nnnews.platforms.base import Link, Site
from nnnews.text.boilerplate import strip_boilerplate
from nnnews.topics import weigh


def read(page: Page, site: Site | None = None) -> Article:
    """The article on a page. Raises PageError when the page holds none."""
    return refine(check(extract(page, site)))


def read_text(raw: str, url: str | None = None) -> Article:
    """The article in a plain text, which may carry portal lines, credits and annotations but no markup."""
    return refine(extract_text(raw, url))


def assemble(parts: Sequence[Article], link: Link, site: Site) -> Article:
    """One article of its parts, under the link's key; a missing title is the one that the list gave."""
    article = join_parts(parts) if len(parts) > 1 else parts[0]
    url = site.canonical(parts[0].url or link.url)
    return replace(article, key=link.key, url=url, title=article.title or link.title or None)


def check(article: Article) -> Article:
    """The article as it is. Raises MissingField when it has no title or no body."""
    for field in ("title", "text"):
        if not getattr(article, field):
            raise MissingField(article.url or article.key, "body" if field == "text" else field)
    return article


def strip(article: Article) -> Article:
    """Lines of the portal and its furniture go from `text` to `removed`."""
    stripped = strip_boilerplate(article.text.split("\n"))
    return replace(article, text="\n".join(stripped.kept), removed=article.removed + stripped.removed)


def credit(article: Article) -> Article:
    """Who wrote, photographed and edited it. Raises MissingField when nothing but credits is left of the body."""
    found = read_credits(article.text.split("\n"), article.info, article.title)
    text = "\n".join(found.lines)
    if not text:
        raise MissingField(article.url or article.key, "body")
    return replace(
        article,
        text=text,
        byline=found.people,
        source=article.source or found.source,
        removed=article.removed + found.removed,
        credits=found.read,
    )


def place(article: Article) -> Article:
    """Which places it names and which district it is about."""
    located = locate(article.title, article.text, article.source)
    return replace(article, places=located.places, district=located.district)


def count(article: Article) -> Article:
    """Every number with its unit."""
    return replace(article, figures=read_figures(article.text))


def judge(article: Article) -> Article:
    """Whether it is about a people's congress, and which of its work."""
    return replace(article, congress=weigh(article.title, article.text))


def refine(article: Article) -> Article:
    """All that follows on `check`."""
    for step in (strip, credit, place, count, judge):
        article = step(article)
    return article
