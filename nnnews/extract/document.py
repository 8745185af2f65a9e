"""One page on its way to an article; every part is read when first asked for, and once."""

from functools import cached_property
from urllib.parse import urljoin

from lxml import etree

from nnnews.errors import BlockPage
from nnnews.extract.declared import declared_titles
from nnnews.extract.decode import decode
from nnnews.extract.head import Head, read_head
from nnnews.extract.lines import Reading
from nnnews.extract.tree import parse, remove
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
        self._mentioned: dict[bytes, bool] = {}
        self._held: dict[tuple[str, str], list[tuple[str, etree._Element]]] = {}

    @cached_property
    def reading(self) -> Reading:
        """All lines a reader sees."""
        return self.read(self.root)

    @cached_property
    def head(self) -> Head:
        """What the page declares."""
        founder = self.root.iter(etree.Comment) if self.mentions(b"<!--enpproperty") else ()
        comments = [node.text for node in founder if node.text and "enpproperty" in node.text]
        return read_head(self._declaring, self.tree.linked_data, comments, self.decoded.data)

    @cached_property
    def _declaring(self) -> list[etree._Element]:
        """The elements of a head, wherever they stand: one search through the tree serves for all of them."""
        return list(self.root.iter("title", "meta", "base"))

    @cached_property
    def titles(self) -> list[str]:
        """The titles that the head declares, the most trustworthy first."""
        return declared_titles(self.head)

    def mentions(self, name: bytes) -> bool:
        """Whether the bytes hold a name, be it as class or id or in other words."""
        if name not in self._mentioned:
            self._mentioned[name] = name in self.decoded.data
        return self._mentioned[name]

    def holding(self, tag: str, attribute: str) -> list[tuple[str, etree._Element]]:
        """The elements of a tag that have the attribute, each behind its value."""
        if (held := self._held.get((tag, attribute))) is None:
            elements = self.root.iter(tag)
            held = [(value, element) for element in elements if (value := element.get(attribute)) is not None]
            self._held[tag, attribute] = held
        return held

    def knows(self, tag: str, attribute: str) -> bool:
        """Whether those elements were looked for already."""
        return (tag, attribute) in self._held

    def remove(self, element: etree._Element) -> None:
        """Takes an element out of the tree and leaves the text behind it."""
        remove(element)
        self._held.clear()

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
        bases = (node for node in self._declaring if node.tag == "base")
        href = next((href for node in bases if (href := node.get("href"))), "")
        try:
            return urljoin(self.page.url, href)
        except ValueError:
            return self.page.url

    @property
    def problems(self) -> tuple[str, ...]:
        """What had to be given up to read the page at all."""
        lost = self.decoded.lost
        return (*self.tree.problems, *((f"{lost} characters lost",) if lost else ()))
