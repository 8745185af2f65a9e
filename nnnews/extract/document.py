"""One page on its way to an article; every part is read when first asked for, and once."""

from functools import cached_property
from urllib.parse import urljoin

from lxml import etree

from nnnews.errors import BlockPage
from nnnews.extract.decode import decode
from nnnews.extract.head import Head, read_head
from nnnews.extract.lines import Reading
from nnnews.extract.tree import parse
from nnnews.extract.walk import read_lines
from nnnews.items import Page


class Document:
    """A page decoded and parsed. Raises UndecodablePage, and BlockPage for an answer without any markup or text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.decoded = decode(page)
        self.tree = parse(self.decoded.data)
        if self.tree.root is None:
            raise BlockPage(page.url, "empty-template", "the answer is empty")
        self.root: etree._Element = self.tree.root

    @cached_property
    def reading(self) -> Reading:
        """All lines a reader sees."""
        return self.read(self.root)

    @cached_property
    def head(self) -> Head:
        """What the page declares."""
        founder = self.root.iter(etree.Comment) if b"<!--enpproperty" in self.decoded.data else ()
        comments = [node.text for node in founder if node.text and "enpproperty" in node.text]
        return read_head(self.root, self.tree.linked_data, comments, self.decoded.data)

    def read(self, *roots: etree._Element, hidden: bool = False) -> Reading:
        """The lines below elements, in Simplified Chinese."""
        reading = read_lines(*roots, hidden=hidden)
        reading.normalise()
        return reading

    def drafts(self) -> list[etree._Element]:
        """The markup kept in text areas, from which some portals draw the article by script."""
        texts = (area.text or "" for area in self.root.iter("textarea"))
        trees = (parse(text.encode()).root for text in texts if "<p" in text or "<br" in text)
        return [root for root in trees if root is not None]

    @cached_property
    def base(self) -> str:
        """What relative addresses are relative to; `<base target>` without an address is common."""
        href = next((href for node in self.root.iter("base") if (href := node.get("href"))), "")
        try:
            return urljoin(self.page.url, href)
        except ValueError:
            return self.page.url

    @property
    def problems(self) -> tuple[str, ...]:
        """What had to be given up to read the page at all."""
        lost = self.decoded.lost
        return (*self.tree.problems, *((f"{lost} characters lost",) if lost else ()))
