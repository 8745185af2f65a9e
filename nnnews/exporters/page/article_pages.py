"""A page an article: its text with the figures marked, what was read out of it, where else it stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from nnnews.exporters import difference
from nnnews.exporters.content import ROLES
from nnnews.exporters.files import File, Pieces, Shelf
from nnnews.exporters.markup import web_address
from nnnews.exporters.page.rows import PAGES, path, shorten
from nnnews.exporters.page.site import Site
from nnnews.exporters.page.sources import digest
from nnnews.exporters.page.template import render
from nnnews.items import Article, Figure
from nnnews.storage import revisions
from nnnews.storage.queries import articles_by_id
from nnnews.storage.stored import Appearance, Revision, StoredArticle
from nnnews.storage.story_queries import Member, stories_of

BOUNDS = {"exact": "", "over": "多于", "under": "少于", "about": "约", "range": "区间"}
KINDS = {"same": "同一报道", "reprint": "转载", "excerpt": "摘编", "expanded": "扩写", "mirror": "繁体或镜像"}


class Piece(NamedTuple):
    """A stretch of text; `mark` is the number of the figure that it is."""

    text: str
    mark: int | None


class Elsewhere(NamedTuple):
    """Another place where the story stands; `page` is our own page of it."""

    title: str
    url: str | None
    page: str | None
    about: str


def shelves(site: Site) -> Iterator[Shelf]:
    """Every article's page."""
    groups = groupby(site.snapshot.stamps, key=lambda article_id: article_id // PAGES)
    for folder, ids in groups:
        files = {article_id: _made_of(site, article_id) for article_id in ids}
        yield Shelf(f"a/{folder}", digest(*files.values()), partial(_files, site, files))


def paragraphs(text: str, figures: Sequence[Figure]) -> list[list[Piece]]:
    """The text's lines in pieces; a figure over the end of a line is not marked."""
    lines, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        own = [(i, figure) for i, figure in enumerate(figures, 1) if start <= figure.start and figure.end <= end]
        lines.append(list(_pieces(text, (start, end), own)))
        start = end + 1
    return lines


def _pieces(text: str, span: tuple[int, int], figures: Sequence[tuple[int, Figure]]) -> Iterator[Piece]:
    place, end = span
    for mark, figure in figures:
        if place < figure.start:
            yield Piece(text[place : figure.start], None)
        yield Piece(text[figure.start : figure.end], mark)
        place = figure.end
    if place < end:
        yield Piece(text[place:end], None)


def _made_of(site: Site, article_id: int) -> str:
    """Its record, its other places, and the names that the page shows."""
    return digest(site.made_of, site.snapshot.stamps[article_id].digest, site.stories.get(article_id, ""))


def _files(site: Site, made_of: Mapping[int, str]) -> Iterator[File]:
    for article_id, made in made_of.items():
        name = path(article_id).rpartition("/")[2]
        yield File(name, made, partial(_render, site, article_id))


def _render(site: Site, article_id: int) -> Pieces:
    (stored,) = articles_by_id(site.snapshot.connection, [article_id])
    article = stored.article
    return render(
        "article.html",
        above="../../",
        site=site,
        stored=stored,
        article=article,
        title=shorten((difference.MARKS["withdrawn"] if stored.withdrawn else "") + (article.title or "无题")),
        credits=credits(article),
        paragraphs=paragraphs(article.text, article.figures),
        bounds=BOUNDS,
        elsewhere=list(_elsewhere(site, stored)),
        history=_history(site, article_id),
        difference=difference,
    )


def _history(site: Site, article_id: int) -> list[Revision]:
    """What became of it, the newest first."""
    if article_id not in site.snapshot.revised:
        return []
    found = revisions.of_article(site.snapshot.connection, article_id)
    return [revision for revision in reversed(found) if revision.kind == "real"]


def credits(article: Article) -> list[tuple[str, str]]:
    """Role and names, the roles in their usual order."""
    people = sorted(article.byline, key=lambda person: list(ROLES).index(person.role))
    return [
        (ROLES[role], "、".join(person.name for person in group))
        for role, group in groupby(people, key=lambda person: person.role)
    ]


def _elsewhere(site: Site, stored: StoredArticle) -> Iterator[Elsewhere]:
    """The members of its story, or, before it is in one, the places of its own text."""
    connection = site.snapshot.connection
    story = stories_of(connection, [stored.id]).get(stored.id) if stored.id in site.stories else None
    for place in story.members if story else stored.appearances:
        if place.key != stored.article.key:
            yield _place(site, stored, place)


def _place(site: Site, stored: StoredArticle, place: Member | Appearance) -> Elsewhere:
    own = isinstance(place, Member) and place.article_id != stored.id
    kind = KINDS.get(place.kind, "") if isinstance(place, Member) else ""
    day = f"{place.published:%Y-%m-%d}" if place.published else ""
    about = [place.source or site.sites.get(place.site or "", ""), day, kind]
    return Elsewhere(
        title=shorten(place.title or place.url or place.key),
        url=web_address(place.url),
        page=path(place.article_id) if isinstance(place, Member) and own else None,
        about=" · ".join(filter(None, about)),
    )
