"""Lessons → layouts: where the fields of each template stand now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from nnnews.extract.tree import nodes
from nnnews.kit.repair.choosing import Lesson, School, Trial, best_pair, compiled
from nnnews.kit.repair.evidence import FIELDS, is_right, read_fields, score, trial
from nnnews.kit.repair.selectors import Costs, selectors
from nnnews.kit.repair.shown import Shown
from nnnews.kit.repair.sightings import Sighting, known_places
from nnnews.platforms.base import Layout, Site

_MOST_TEMPLATES = 4
_MOST_DROPS = 4
_TELLING = 0.8  # share of a template's pages on which a field's selector must be right
_FEW = 6  # pages on which a `drop` is tried
_NO_TITLE = Trial("", 3.0)  # the common rules find it


@dataclass(frozen=True, slots=True)
class Class:
    """What the layouts are derived from and for; `strangers` and `old` are pages as a School has them."""

    site: Site
    lessons: Sequence[Lesson]
    strangers: Sequence[Shown]
    old: Sequence[Lesson] = ()

    def score_of(self, layout: Layout) -> tuple[int, int, int]:
        """How the layout alone reads the lessons: whole pages, fields, bodies."""
        found = score(trial(self.site, layouts=(layout,)), [(one.known, one.shown.page) for one in self.lessons])
        return found.whole, sum(found.right.values()), found.right["text"]


def derive(class_: Class, name: str) -> tuple[Layout, ...]:
    """A layout for each template, the one of the most pages first."""
    layouts: list[Layout] = []
    rest = list(class_.lessons)
    while rest and len(layouts) < _MOST_TEMPLATES:
        layout = _design(replace(class_, lessons=rest), f"{name}-{'abcd'[len(layouts)]}" if layouts else name)
        if layout is None:
            break
        tried = trial(class_.site, layouts=(layout,))
        left = [lesson for lesson in rest if not _reads(tried, lesson)]
        if len(left) == len(rest):
            break
        layouts.append(layout)
        rest = left
    return tuple(layouts)


def _reads(site: Site, lesson: Lesson) -> bool:
    """Whether the page is read by a layout, its title and text right."""
    now = read_fields(lesson.shown.page, site)
    return (
        now is not None
        and now.method == "layout"
        and all(is_right(one, lesson.known, now) for one in ("title", "text"))
    )


def _design(class_: Class, name: str) -> Layout | None:
    """The layout of the template that the most lessons have."""
    school = School(class_.lessons, class_.strangers, class_.old)
    pair = best_pair(school.trials("title") or [_everywhere(class_.lessons)], school.trials("body"))
    if pair is None:
        return None
    title, body = pair
    own = [lesson for number, lesson in enumerate(class_.lessons) if number in title.right & body.right]
    template = replace(class_, lessons=own)
    layout = _with_bars(template, Layout(name, body=body.css, title=title.css))
    return _with_author(template, _with_drops(template, layout))


def _everywhere(lessons: Sequence[Lesson]) -> Trial:
    return replace(_NO_TITLE, right=frozenset(range(len(lessons))))


def _with_bars(class_: Class, layout: Layout) -> Layout:
    """With time and source, in one bar where one holds both; a field without which all is read as well is left out."""
    school = School(class_.lessons)
    bar, published, source = (_telling(school, name) for name in ("info", "published", "source"))
    apart = replace(layout, published=published, source=source)
    variants = [replace(layout, info=bar)] if bar else []
    variants += [apart, replace(apart, source=""), replace(apart, published=""), layout]
    return max(variants, key=class_.score_of)


def _telling(school: School, name: str) -> str:
    best = next(iter(school.trials(name)), None)
    return best.css if best and len(best.right) - len(best.wrong) >= _TELLING * len(school.lessons) else ""


def _with_author(class_: Class, layout: Layout) -> Layout:
    """With the author's place where the byline is not read without it."""
    found = score(trial(class_.site, layouts=(layout,)), [(one.known, one.shown.page) for one in class_.lessons])
    if found.right["byline"] == found.pages:
        return layout
    author = _telling(School([one for one in class_.lessons if one.known.byline]), "author")
    return max((layout, replace(layout, author=author)), key=class_.score_of)


def _with_drops(class_: Class, layout: Layout) -> Layout:
    """Without the boxes in the body that are no text, as far as the reader does not tell them by itself."""
    tried = trial(class_.site, layouts=(layout,))
    spoilt = [one for one in class_.lessons if not is_right("text", one.known, read_fields(one.shown.page, tried))]
    sample = replace(class_, lessons=spoilt[:_FEW])
    best, reached = layout, sample.score_of(layout)
    for css in _droppable(class_, layout, spoilt[:_FEW]):
        if reached[0] == len(sample.lessons) or best.drop.count(",") + 1 >= _MOST_DROPS:
            break
        more = replace(best, drop=", ".join(filter(None, (best.drop, css))))
        if (now := sample.score_of(more)) > reached:
            best, reached = more, now
    return best if class_.score_of(best) > class_.score_of(layout) else layout


def _droppable(class_: Class, layout: Layout, spoilt: Iterable[Lesson]) -> list[str]:
    """Selectors of boxes in the body without known text, that touch known text on no page; the cheap ones first."""
    costs: Costs = {}
    for lesson in spoilt:
        for element in _aliens(lesson, layout.body):
            costs |= selectors(Sighting(element))
    harmless = (css for css in sorted(costs, key=costs.__getitem__) if not _harms(css, class_.lessons))
    return [css for _, css in zip(range(_FEW * 4), harmless, strict=False)]


def _aliens(lesson: Lesson, body: str) -> Iterator[etree._Element]:
    """The largest elements in the body that show something and none of the known text."""
    known = [(start, end) for _, start, end in known_places(lesson.shown, lesson.known)]
    path = compiled(body)
    waiting = [node for node in (nodes(path, lesson.shown.root) if path else ()) if not isinstance(node, str)]
    while waiting:
        for child in waiting.pop().iterchildren("*"):
            start, end = lesson.shown.spans[child]
            if any(start < stop and begin < end for begin, stop in known):
                waiting.append(child)
            elif end > start:
                yield child


def _harms(css: str, lessons: Sequence[Lesson]) -> bool:
    path = compiled(css)
    return path is None or any(_touches(lesson, nodes(path, lesson.shown.root)) for lesson in lessons)


def _touches(lesson: Lesson, matched: list[etree._Element | str]) -> bool:
    return any(not isinstance(node, str) and node in lesson.bodies for node in matched)


def fields_lost(site: Site, lessons: Iterable[Lesson]) -> list[str]:
    """The fields that the site reads wrong on some lesson, in their order."""
    readings = [(one.known, read_fields(one.shown.page, site)) for one in lessons]
    return [field for field in FIELDS if not all(is_right(field, known, now) for known, now in readings)]
