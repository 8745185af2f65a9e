"""Selectors tried on many pages: how often each gives what is known, and which are the best together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator

from nnnews.extract.source import source_name
from nnnews.extract.tree import nodes, words
from nnnews.items import Article
from nnnews.kit.repair import sightings
from nnnews.kit.repair.evidence import squeeze
from nnnews.kit.repair.selectors import Costs, selectors
from nnnews.kit.repair.shown import Shown
from nnnews.kit.repair.sightings import Sighting

_MODELS = 4  # pages from which selectors are derived
_NEAREST = 5  # sightings of a value on one of them
_BEST = 14  # of each field that are tried together
_EXCESS = 15  # characters matched beside the value that cost as much as a class
_STRANGE, _FALSE = 2.0, 4.0  # what it costs to match on all lists, to be wrong on all old pages
_WIDER = 1.15  # times the tightest container that a body may hold


@dataclass(frozen=True)
class Example:
    """A page as it is now, and what is known of the article on it."""

    shown: Shown
    known: Article

    @cached_property
    def body(self) -> list[Sighting]:
        """Where the known text stands."""
        return sightings.find_body(self.shown, self.known)

    @cached_property
    def bodies(self) -> dict[etree._Element, sightings.Container]:
        """How much of the known text each element holds."""
        return sightings.measure_bodies(self.shown, self.known)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a selector gave on the examples: right, wrong, or nothing (neither). `length`: characters matched."""

    css: str
    cost: float
    length: int = 0
    right: frozenset[int] = frozenset()
    wrong: frozenset[int] = frozenset()


@dataclass(slots=True)
class Trials:
    """The pages that a layout shall read, pages that it must not match (lists) or not read wrong (old ones)."""

    examples: Sequence[Example]
    strangers: Sequence[Shown] = ()
    old: Sequence[Example] = ()
    _known: dict[str, list[Trial]] = field(default_factory=dict)

    def of(self, name: str) -> list[Trial]:
        """The selectors of a field that are ever right, the best first."""
        if name not in self._known:
            tried = [self._try(name, css, cost) for css, cost in self._candidates(name).items()]
            self._known[name] = sorted(_without_excess([one for one in tried if one.right]), key=rank)
        return self._known[name]

    def _candidates(self, name: str) -> Costs:
        """Out of a few pages that are far from each other."""
        step = max(1, len(self.examples) // _MODELS)
        found: Costs = {}
        for example in self.examples[::step][:_MODELS]:
            for sighting in _SEEN[name](example)[:_NEAREST]:
                found |= selectors(sighting)
        return found

    def _try(self, name: str, css: str, cost: float) -> Trial:
        path = compiled(css)
        if path is None:
            return Trial(css, cost)
        matches = [nodes(path, example.shown.root) for example in self.examples]
        answers = [_TOLD[name](example, matched) for example, matched in zip(self.examples, matches, strict=True)]
        length = sum(len(words(node)) for matched in matches for node in matched) // max(1, sum(map(bool, matches)))
        cost += self._harm(name, path) if name in ("title", "body") else 0.0
        right = frozenset(number for number, answer in enumerate(answers) if answer)
        wrong = frozenset(number for number, answer in enumerate(answers) if answer is False)
        return Trial(css, cost, length, right, wrong)

    def _harm(self, name: str, path: etree.XPath) -> float:
        """What it costs that a selector matches on lists, and tells old pages wrong."""
        met = sum(bool(nodes(path, page.root)) for page in self.strangers)
        wrong = sum(_TOLD[name](example, nodes(path, example.shown.root)) is False for example in self.old)
        return _STRANGE * met / max(1, len(self.strangers)) + _FALSE * wrong / max(1, len(self.old))


def _without_excess(tried: list[Trial]) -> Iterator[Trial]:
    """A selector that matches more than need be costs more."""
    most = max((len(one.right) for one in tried), default=0)
    least = min((one.length for one in tried if len(one.right) == most), default=0)
    return (replace(one, cost=one.cost + max(0, one.length - least) / _EXCESS) for one in tried)


def rank(trial: Trial) -> tuple[float, float]:
    """Often right first; wrong is worse than silent; then the cheap ones."""
    return 2 * len(trial.wrong) - len(trial.right), trial.cost


@lru_cache(maxsize=4096)
def compiled(css: str) -> etree.XPath | None:
    """The selector as a path; None for one that cssselect does not know."""
    try:
        return etree.XPath(HTMLTranslator().css_to_xpath(css), smart_strings=False)
    except (SelectorError, etree.XPathSyntaxError):
        return None


Matched = list[etree._Element | str]


def _tells_title(example: Example, matched: Matched) -> bool | None:
    """The first match with text counts."""
    first = next((text for node in matched if (text := words(node))), None)
    return None if first is None else example.shown.clean(first) == squeeze(example.known.title or "")


def _tells_published(example: Example, matched: Matched) -> bool | None:
    texts = " ".join(words(node) for node in matched)
    return sightings.tells_moment(texts, example.shown, example.known) if texts else None


def _tells_source(example: Example, matched: Matched) -> bool | None:
    """All matches are read as one text, which is the name or begins with its label."""
    texts = " ".join(words(node) for node in matched)
    return source_name(example.shown.simplified(texts)) == example.known.source if texts else None


def _tells_bar(example: Example, matched: Matched) -> bool | None:
    """Time and source in one, told by their labels."""
    moment, texts = _tells_published(example, matched), " ".join(words(node) for node in matched)
    return moment and sightings.tells_source(texts, example.shown, example.known) if example.known.source else moment


def _tells_author(example: Example, matched: Matched) -> bool | None:
    names = {person.name for person in example.known.byline}
    texts = " ".join(words(node) for node in matched)
    return None if not texts else all(name in texts for name in names)


def _tells_body(example: Example, matched: Matched) -> bool | None:
    """The known text and little else, as the reader takes it: matches inside a match do not count."""
    chosen = {node for node in matched if not isinstance(node, str)}
    outer = [node for node in chosen if chosen.isdisjoint(node.iterancestors())]
    if not outer:
        return None
    if not example.body:
        return False
    best = example.bodies[example.body[0].element]
    held = [example.bodies.get(node, sightings.Container(0, len(example.shown.of(node)))) for node in outer]
    known, total = sum(one.known for one in held), sum(one.total for one in held)
    return known >= 0.97 * best.known and total <= max(_WIDER * best.total, best.total + 40)


_SEEN: dict[str, Callable[[Example], list[Sighting]]] = {
    "title": lambda example: sightings.find_title(example.shown, example.known),
    "published": lambda example: sightings.find_published(example.shown, example.known),
    "source": lambda example: sightings.find_source_name(example.shown, example.known),
    "info": lambda example: sightings.find_bar(example.shown, example.known),
    "author": lambda example: sightings.find_author(example.shown, example.known),
    "body": lambda example: example.body,
}
_TOLD: dict[str, Callable[[Example, Matched], bool | None]] = {
    "title": _tells_title,
    "published": _tells_published,
    "source": _tells_source,
    "info": _tells_bar,
    "author": _tells_author,
    "body": _tells_body,
}


def best_pair(titles: Sequence[Trial], bodies: Sequence[Trial]) -> tuple[Trial, Trial] | None:
    """The title and the body that together read the most pages: a layout takes a page on which both match."""
    pairs = [(title, body) for title in titles[:_BEST] for body in bodies[:_BEST] if title.right & body.right]
    return min(pairs, key=_pair_rank, default=None)


def _pair_rank(pair: tuple[Trial, Trial]) -> tuple[float, float]:
    title, body = pair
    right = title.right & body.right
    taken = (title.right | title.wrong) & (body.right | body.wrong)
    return 2 * len(taken - right) - len(right), title.cost + body.cost
