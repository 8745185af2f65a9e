"""Selectors tried on many pages: how often each gives what is known, and which are the best together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from cssselect import SelectorError
from lxml import etree
from parsel.csstranslator import HTMLTranslator

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
class Lesson:
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
    """What a selector gave on the lessons: right, wrong, or nothing (neither). `length`: characters matched."""

    css: str
    cost: float
    length: int = 0
    right: frozenset[int] = frozenset()
    wrong: frozenset[int] = frozenset()


@dataclass(slots=True)
class School:
    """The pages that a layout shall read, pages that it must not match (lists) or not read wrong (old ones)."""

    lessons: Sequence[Lesson]
    strangers: Sequence[Shown] = ()
    old: Sequence[Lesson] = ()
    _tried: dict[str, list[Trial]] = field(default_factory=dict)

    def trials(self, name: str) -> list[Trial]:
        """The selectors of a field that are ever right, the best first."""
        if name not in self._tried:
            tried = [self._try(name, css, cost) for css, cost in self._candidates(name).items()]
            self._tried[name] = sorted(_without_excess([one for one in tried if one.right]), key=rank)
        return self._tried[name]

    def _candidates(self, name: str) -> Costs:
        """Out of a few pages that are far from each other."""
        step = max(1, len(self.lessons) // _MODELS)
        found: Costs = {}
        for lesson in self.lessons[::step][:_MODELS]:
            for sighting in _SEEN[name](lesson)[:_NEAREST]:
                found |= selectors(sighting)
        return found

    def _try(self, name: str, css: str, cost: float) -> Trial:
        path = compiled(css)
        if path is None:
            return Trial(css, cost)
        matches = [nodes(path, lesson.shown.root) for lesson in self.lessons]
        answers = [_TOLD[name](lesson, matched) for lesson, matched in zip(self.lessons, matches, strict=True)]
        length = sum(len(words(node)) for matched in matches for node in matched) // max(1, sum(map(bool, matches)))
        cost += self._harm(name, path) if name in ("title", "body") else 0.0
        right = frozenset(number for number, answer in enumerate(answers) if answer)
        wrong = frozenset(number for number, answer in enumerate(answers) if answer is False)
        return Trial(css, cost, length, right, wrong)

    def _harm(self, name: str, path: etree.XPath) -> float:
        """What it costs that a selector matches on lists, and tells old pages wrong."""
        met = sum(bool(nodes(path, page.root)) for page in self.strangers)
        wrong = sum(_TOLD[name](lesson, nodes(path, lesson.shown.root)) is False for lesson in self.old)
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


def _tells_title(lesson: Lesson, matched: Matched) -> bool | None:
    """The first match with text counts."""
    first = next((text for node in matched if (text := words(node))), None)
    return None if first is None else lesson.shown.clean(first) == squeeze(lesson.known.title or "")


def _tells_published(lesson: Lesson, matched: Matched) -> bool | None:
    texts = " ".join(words(node) for node in matched)
    return sightings.tells_moment(texts, lesson.shown, lesson.known) if texts else None


def _tells_source(lesson: Lesson, matched: Matched) -> bool | None:
    """All matches are read as one text."""
    texts = " ".join(words(node) for node in matched)
    return sightings.tells_source(texts, lesson.shown, lesson.known) if texts else None


def _tells_bar(lesson: Lesson, matched: Matched) -> bool | None:
    """Time and source in one."""
    moment = _tells_published(lesson, matched)
    return moment and _tells_source(lesson, matched) if lesson.known.source else moment


def _tells_author(lesson: Lesson, matched: Matched) -> bool | None:
    names = {person.name for person in lesson.known.byline}
    texts = " ".join(words(node) for node in matched)
    return None if not texts else all(name in texts for name in names)


def _tells_body(lesson: Lesson, matched: Matched) -> bool | None:
    """The known text and little else, as the reader takes it: matches inside a match do not count."""
    chosen = {node for node in matched if not isinstance(node, str)}
    outer = [node for node in chosen if chosen.isdisjoint(node.iterancestors())]
    if not outer:
        return None
    if not lesson.body:
        return False
    best = lesson.bodies[lesson.body[0].element]
    held = [lesson.bodies.get(node, sightings.Container(0, len(lesson.shown.of(node)))) for node in outer]
    known, total = sum(one.known for one in held), sum(one.total for one in held)
    return known >= 0.97 * best.known and total <= max(_WIDER * best.total, best.total + 40)


_SEEN: dict[str, Callable[[Lesson], list[Sighting]]] = {
    "title": lambda lesson: sightings.find_title(lesson.shown, lesson.known),
    "published": lambda lesson: sightings.find_published(lesson.shown, lesson.known),
    "source": lambda lesson: sightings.find_source_name(lesson.shown, lesson.known),
    "info": lambda lesson: sightings.find_bar(lesson.shown, lesson.known),
    "author": lambda lesson: sightings.find_author(lesson.shown, lesson.known),
    "body": lambda lesson: lesson.body,
}
_TOLD: dict[str, Callable[[Lesson, Matched], bool | None]] = {
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
