"""Examples → layouts: where the fields of each template stand now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from nnnews.extract.tree import nodes
from nnnews.kit.repair.choosing import Example, Trial, Trials, best_pair, compiled
from nnnews.kit.repair.evidence import is_right, read_fields, score, trial
from nnnews.kit.repair.selectors import Costs, selectors
from nnnews.kit.repair.shown import Shown
from nnnews.kit.repair.sightings import Sighting, known_places
from nnnews.platforms.base import Layout, Site

_MOST_TEMPLATES = 4
_MOST_DROPS = 4
_TELLING = 0.5  # share of a template's pages on which a field's selector is right, for the reader to try it
_FEW = 6  # pages on which a `drop` is tried
_NO_TITLE = Trial("", 3.0)  # the common rules find it


@dataclass(frozen=True, slots=True)
class Task:
    """What the layouts are derived from and for; `strangers` and `old` are pages as Trials have them."""

    site: Site
    examples: Sequence[Example]
    strangers: Sequence[Shown]
    old: Sequence[Example] = ()

    def score_of(self, layout: Layout) -> tuple[int, int, int]:
        """How the layout alone reads the examples: whole pages, fields, bodies."""
        found = score(trial(self.site, layouts=(layout,)), [(one.known, one.shown.page) for one in self.examples])
        return found.whole, sum(found.right.values()), found.right["text"]


def derive(task: Task, name: str) -> tuple[Layout, ...]:
    """A layout for each template, the one of the most pages first."""
    layouts: list[Layout] = []
    rest = list(task.examples)
    while rest and len(layouts) < _MOST_TEMPLATES:
        layout = _design(replace(task, examples=rest), f"{name}-{'abcd'[len(layouts)]}" if layouts else name)
        if layout is None:
            break
        tried = trial(task.site, layouts=(layout,))
        left = [example for example in rest if not _reads(tried, example)]
        if len(left) == len(rest):
            break
        layouts.append(layout)
        rest = left
    return tuple(layouts)


def _reads(site: Site, example: Example) -> bool:
    """Whether the page is read by a layout, its title and text right."""
    now = read_fields(example.shown.page, site)
    return (
        now is not None
        and now.method == "layout"
        and all(is_right(one, example.known, now) for one in ("title", "text"))
    )


def _design(task: Task, name: str) -> Layout | None:
    """The layout of the template that the most examples have."""
    trials = Trials(task.examples, task.strangers, task.old)
    pair = best_pair(trials.of("title") or [_everywhere(task.examples)], trials.of("body"))
    if pair is None:
        return None
    title, body = pair
    own = [example for number, example in enumerate(task.examples) if number in title.right & body.right]
    template = replace(task, examples=own)
    layout = _with_bars(template, Layout(name, body=body.css, title=title.css))
    return _with_author(template, _with_drops(template, layout))


def _everywhere(examples: Sequence[Example]) -> Trial:
    return replace(_NO_TITLE, right=frozenset(range(len(examples))))


def _with_bars(task: Task, layout: Layout) -> Layout:
    """With time and source, in one bar where one holds both; a field without which all is read as well is left out."""
    trials = Trials(task.examples)
    bar, published, source = (_telling(trials, name) for name in ("info", "published", "source"))
    apart = replace(layout, published=published, source=source)
    variants = [replace(layout, info=bar)] if bar else []
    variants += [apart, replace(apart, source=""), replace(apart, published=""), layout]
    return max(variants, key=task.score_of)


def _telling(trials: Trials, name: str) -> str:
    best = next(iter(trials.of(name)), None)
    return best.css if best and len(best.right) - len(best.wrong) >= _TELLING * len(trials.examples) else ""


def _with_author(task: Task, layout: Layout) -> Layout:
    """With the author's place where the byline is not read without it."""
    found = score(trial(task.site, layouts=(layout,)), [(one.known, one.shown.page) for one in task.examples])
    if found.right["byline"] == found.pages:
        return layout
    author = _telling(Trials([one for one in task.examples if one.known.byline]), "author")
    return max((layout, replace(layout, author=author)), key=task.score_of)


def _with_drops(task: Task, layout: Layout) -> Layout:
    """Without the boxes in the body that are no text, as far as the reader does not tell them by itself."""
    tried = trial(task.site, layouts=(layout,))
    spoilt = [one for one in task.examples if not is_right("text", one.known, read_fields(one.shown.page, tried))]
    sample = replace(task, examples=spoilt[:_FEW])
    best, reached = layout, sample.score_of(layout)
    for css in _droppable(task, layout, spoilt[:_FEW]):
        if reached[0] == len(sample.examples) or best.drop.count(",") + 1 >= _MOST_DROPS:
            break
        more = replace(best, drop=", ".join(filter(None, (best.drop, css))))
        if (now := sample.score_of(more)) > reached:
            best, reached = more, now
    return best if task.score_of(best) > task.score_of(layout) else layout


def _droppable(task: Task, layout: Layout, spoilt: Iterable[Example]) -> list[str]:
    """Selectors of boxes in the body without known text, that touch known text on no page; the cheap ones first."""
    costs: Costs = {}
    for example in spoilt:
        for element in _aliens(example, layout.body):
            costs |= selectors(Sighting(element))
    harmless = (css for css in sorted(costs, key=costs.__getitem__) if not _harms(css, task.examples))
    return [css for _, css in zip(range(_FEW * 4), harmless, strict=False)]


def _aliens(example: Example, body: str) -> Iterator[etree._Element]:
    """The largest elements in the body that show something and none of the known text."""
    known = [(start, end) for _, start, end in known_places(example.shown, example.known)]
    path = compiled(body)
    waiting = [node for node in (nodes(path, example.shown.root) if path else ()) if not isinstance(node, str)]
    while waiting:
        for child in waiting.pop().iterchildren("*"):
            start, end = example.shown.spans[child]
            if any(start < stop and begin < end for begin, stop in known):
                waiting.append(child)
            elif end > start:
                yield child


def _harms(css: str, examples: Sequence[Example]) -> bool:
    path = compiled(css)
    return path is None or any(_touches(example, nodes(path, example.shown.root)) for example in examples)


def _touches(example: Example, matched: list[etree._Element | str]) -> bool:
    return any(not isinstance(node, str) and node in example.bodies for node in matched)
