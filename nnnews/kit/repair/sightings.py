"""Where the values that are known of an article stand on a page now."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from nnnews.extract.dates import find_dates
from nnnews.extract.head import Head
from nnnews.extract.source import find_source, source_name
from nnnews.extract.tree import words
from nnnews.items import Article
from nnnews.kit.repair.evidence import same_moment, squeeze
from nnnews.kit.repair.shown import Shown

_LONGEST_BAR = 160  # characters without white space of an info bar
_MEMORABLE = 6  # characters from which a paragraph is not met by chance
_END = 14  # characters of a paragraph's end that tell it where its beginning was cut off as a credit
_LOOSE = 0.12  # share of other text by which a container may be wider than the tightest


class Sighting(NamedTuple):
    """An element that shows the value, or the attribute of it that does."""

    element: etree._Element
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Container:
    """How much of the known body an element holds, and how much it holds at all, in characters."""

    known: int
    total: int


def find_title(shown: Shown, known: Article) -> list[Sighting]:
    """The elements that show the title and nothing else, then the attributes that declare it."""
    title = squeeze(known.title or "")
    visible = [element for span in shown.find(title) for element in shown.around(span, len(title))]
    declared = [meta for meta in shown.root.iter("meta") if shown.clean(meta.get("content", "")) == title]
    return [*map(Sighting, visible), *(Sighting(meta, "content") for meta in declared)]


def find_published(shown: Shown, known: Article) -> list[Sighting]:
    """The elements and attributes of which the first date is the known one, the narrowest first."""
    found = [Sighting(element) for element in _short(shown) if tells_moment(words(element), shown, known)]
    for element in shown.root.iter("time", "meta"):
        name = "datetime" if element.tag == "time" else "content"
        if tells_moment(element.get(name, ""), shown, known):
            found.append(Sighting(element, name))
    return found


def find_source_name(shown: Shown, known: Article) -> list[Sighting]:
    """The elements and attributes that are read as the known source."""
    if not known.source:
        return []
    found = [
        Sighting(element)
        for span in shown.find(squeeze(known.source))
        for element in shown.around(span, _LONGEST_BAR)
        if tells_source(words(element), shown, known)
    ]
    declared = [meta for meta in shown.root.iter("meta") if tells_source(meta.get("content", ""), shown, known)]
    return found + [Sighting(meta, "content") for meta in declared]


def find_bar(shown: Shown, known: Article) -> list[Sighting]:
    """The elements that tell time and source, the narrowest first."""
    sources = {one.element for one in find_source_name(shown, known) if not one.attribute}
    return [one for one in find_published(shown, known) if one.element in sources and not one.attribute]


def find_author(shown: Shown, known: Article) -> list[Sighting]:
    """Short elements that name everybody of the byline."""
    names = [person.name for person in known.byline]
    return [
        Sighting(element)
        for span in (shown.find(names[0]) if names else ())
        for element in shown.around(span, _LONGEST_BAR // 2)
        if all(name in shown.of(element) for name in names)
    ]


def tells_moment(text: str, shown: Shown, known: Article) -> bool:
    """Whether the first date of the text is the known one, as finely as it was known."""
    first = next((dated for _, dated in find_dates(text, shown.page.fetched)), None)
    if first is None or known.published is None:
        return False
    if known.published_precision != "day" and first.precision == "day":
        return False
    return same_moment(known.published, known.published_precision, first.when)


def tells_source(text: str, shown: Shown, known: Article) -> bool:
    """Whether the text is read as the known source, whole or by its label."""
    clean = shown.simplified(text)
    return known.source in (source_name(clean), find_source((clean,), (), Head()))


def find_body(shown: Shown, known: Article) -> list[Sighting]:
    """The containers that hold the most of the known text and little else, the tightest first."""
    measured = measure_bodies(shown, known)
    most = max((one.known for one in measured.values()), default=0)
    whole = {element: one for element, one in measured.items() if one.known >= 0.98 * most > 0}
    tightest = min((one.total for one in whole.values()), default=0)
    kept = [element for element, one in whole.items() if one.total <= tightest * (1 + _LOOSE)]
    return [Sighting(element) for element in sorted(kept, key=lambda element: whole[element].total)]


def measure_bodies(shown: Shown, known: Article) -> dict[etree._Element, Container]:
    """Every element that holds some of the known text."""
    places = known_places(shown, known)
    measured: dict[etree._Element, dict[int, int]] = {}
    for line, start, end in places:
        for element in shown.around((start, end), len(shown.text)):
            measured.setdefault(element, {})[line] = end - start
    spans = shown.spans
    return {
        element: Container(sum(lines.values()), spans[element][1] - spans[element][0])
        for element, lines in measured.items()
        if element.tag != "html"
    }


def known_places(shown: Shown, known: Article) -> list[tuple[int, int, int]]:
    """(number of the paragraph, start, end) wherever a known paragraph stands, or else its end."""
    found = []
    for number, line in enumerate(dict.fromkeys(map(squeeze, known.text.split("\n")))):
        if len(line) >= _MEMORABLE:
            spans = list(shown.find(line)) or list(shown.find(line[-_END:]))
            found += [(number, start, end) for start, end in spans]
    return found


def _short(shown: Shown) -> Iterator[etree._Element]:
    """Elements that may be a bar or a part of one, the shortest first."""
    lengths = {element: end - start for element, (start, end) in shown.spans.items()}
    return iter(sorted((e for e, length in lengths.items() if 6 <= length <= _LONGEST_BAR), key=lengths.__getitem__))
