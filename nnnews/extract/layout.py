"""A site's layout: the fields where the site file says they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from nnnews.extract.between import bars_between
from nnnews.extract.body import first_prose, read_body
from nnnews.extract.container import Container, acquit, find_container
from nnnews.extract.dates import Dated
from nnnews.extract.declared import join_title
from nnnews.extract.document import Document
from nnnews.extract.draft import Draft
from nnnews.extract.infobar import info_lines
from nnnews.extract.lines import Reading, in_simplified
from nnnews.extract.media import find_attachments, find_images
from nnnews.extract.opinion import second_opinion
from nnnews.extract.published import Evidence, find_published
from nnnews.extract.selector import is_hopeless, select
from nnnews.extract.source import find_source, paper_name, source_name
from nnnews.extract.title import find_headline
from nnnews.extract.tree import words
from nnnews.extract.walk import read_lines
from nnnews.extract.weigh import weigh_all
from nnnews.items import Script
from nnnews.platforms.base import Layout

_CREDITS = {"author": "作者", "editor": "编辑"}


def read_layouts(document: Document, layouts: Iterable[Layout]) -> Draft | None:
    """The article by the first layout that gives a title and a body; None when none does."""
    return next((draft for layout in layouts if (draft := _read(document, layout))), None)


def _read(document: Document, layout: Layout) -> Draft | None:
    if is_hopeless(layout.body, document):
        return None
    match = _Match(document, layout)
    title = match.title() if layout.title else _common_title(document)
    reading = match.body() if title else None
    if title is None or reading is None or not reading.lines:
        return None
    title = in_simplified(title, reading.script)
    start, _, lines = read_body(reading, Container(0, len(reading.lines), 0, 0.0, "layout"), title, 0)
    if not lines:
        return None
    bars = (*match.texts("published"), *match.texts("info"), *(text for _, text in info_lines(reading, 0, start)))
    published = _published(document, bars)
    source = source_name(match.text("source")) or find_source(bars, (), document.head)
    if published is None or source is None:
        bars += bars_between(match.headline, match.bodies[0])
        published = published or _published(document, bars)
        source = source or find_source(bars, (), document.head) or paper_name((document.head.title,))
    draft = Draft(
        title=title,
        kicker=match.text("kicker") or None,
        subtitle=match.text("subtitle") or None,
        lines=tuple(lines),
        info=(*bars, *match.credits()),
        published=published,
        source=source,
        images=find_images(document, reading, 0, len(reading.lines)),
        attachments=tuple(found for body in match.bodies for found in find_attachments(document, body)),
        layout=layout.name,
        method="layout",
        script=reading.script,
    )
    return second_opinion(document, draft)


def _common_title(document: Document) -> str | None:
    """The headline by the common rules, for a layout that leaves it to them."""
    reading = document.reading
    container = find_container(reading)
    return find_headline(reading, document.head, first_prose(reading, container.start, container.end)).title


def _published(document: Document, bars: tuple[str, ...]) -> Dated | None:
    evidence = Evidence(bars, (), (), document.head, document.page.url, document.page.fetched)
    return find_published(evidence)


@dataclass(slots=True)
class _Match:
    """The layout's selectors applied to one page."""

    document: Document
    layout: Layout
    bodies: tuple[etree._Element, ...] = ()
    headline: etree._Element | None = None
    script: Script = "simplified"  # the body tells it

    def _nodes(self, name: str) -> list[etree._Element | str]:
        css: str | None = getattr(self.layout, name)
        return select(css, self.document) if css else []

    def texts(self, name: str) -> tuple[str, ...]:
        """The text of everything a selector matches, white space folded, empty ones left out."""
        return tuple(in_simplified(text, self.script) for node in self._nodes(name) if (text := words(node)))

    def text(self, name: str) -> str:
        """All matches of a selector as one text."""
        return " ".join(self.texts(name))

    def title(self) -> str | None:
        """The first match with text; its lines are joined as the head joins them."""
        for node in self._nodes("title"):
            lines = _lines(node)
            if lines:
                self.headline = None if isinstance(node, str) else node
                return join_title(lines, self.document.titles)
        return None

    def body(self) -> Reading | None:
        """The lines below all matches of `body`, less what `drop` selects."""
        matched = [node for node in self._nodes("body") if not isinstance(node, str)]
        chosen = set(matched)
        self.bodies = tuple(node for node in matched if chosen.isdisjoint(node.iterancestors()))
        for node in self._nodes("drop") if self.bodies else ():
            if not isinstance(node, str):
                self.document.remove(node)
        if not self.bodies:
            return None
        reading = self.document.read(*self.bodies)
        self.script = reading.script
        acquit(reading)
        weigh_all(reading)
        return reading

    def credits(self) -> Iterator[str]:
        """The author and editor fields as labelled lines."""
        for name, label in _CREDITS.items():
            for text in self.texts(name):
                yield text if ":" in text or "：" in text else f"{label}：{text}"


def _lines(node: etree._Element | str) -> list[str]:
    if isinstance(node, str) or not len(node):
        return [text] if (text := words(node)) else []
    return [line.text for line in read_lines(node).lines]
