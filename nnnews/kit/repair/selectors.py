"""CSS selectors for an element, each with what it costs: short and stable ones are cheap, positions are dear."""

from collections.abc import Iterator
from itertools import combinations, islice

from lxml import etree

from nnnews.kit.repair.names import LANDMARKS, is_about_looks, is_stable, stable_stem
from nnnews.kit.repair.sightings import Sighting

_ID, _CLASS, _ATTRIBUTE, _STEM, _LANDMARK, _TAG, _LOOK = 1.0, 1.2, 1.3, 1.8, 2.0, 3.0, 3.5
_STEP, _POSITION, _WORDS, _ALONE = 0.4, 4.0, 1.5, 3.0
_SAYING = ("itemprop", "property", "name", "role", "rel")
_LABELS = ("来源", "时间", "日期", "作者", "记者")
_CLOSEST = 6  # ancestors that are looked at
_FEW = 4  # selectors of an ancestor that are combined

Costs = dict[str, float]


def selectors(sighting: Sighting) -> Costs:
    """Every selector worth trying, with its cost."""
    element, attribute = sighting
    found: Costs = {}
    for css, cost in _whole(element):
        found[css] = min(cost + len(css) / 100, found.get(css, cost + 9))
    return {f"{css}::attr({attribute})": cost for css, cost in found.items()} if attribute else found


def _whole(element: etree._Element) -> Iterator[tuple[str, float]]:
    own = _simple(element)
    yield from (
        (css, cost + (_ALONE if cost >= _TAG else 0)) if css == element.tag else (css, cost) for css, cost in own
    )
    yield from _labelled(element, own)
    yield from _below(element, own)
    yield from _beside(element, own)
    yield from _by_position(element)


def _simple(element: etree._Element) -> list[tuple[str, float]]:
    """By what the element itself says, the cheapest first."""
    tag, found = str(element.tag), []
    if is_stable(name := element.get("id", "")):
        found.append((f"#{name}", _ID))
    classes = [word for word in (element.get("class") or "").split() if is_stable(word)]
    telling = [word for word in classes if not is_about_looks(word)]
    found += [(css, cost) for word in telling for css, cost in ((f".{word}", _CLASS), (f"{tag}.{word}", _CLASS + 0.1))]
    found += [(f"{tag}.{word}", _LOOK) for word in classes if is_about_looks(word)]
    found += [(f".{one}.{two}", _CLASS + 0.6) for one, two in combinations(sorted(telling), 2)]
    stems = (stable_stem(word) for word in (element.get("class") or "").split())
    found += [(f'{tag}[class*="{stem}"]', _STEM) for stem in stems if stem]
    for name in _SAYING:
        if (value := element.get(name)) and is_stable(value.replace(":", "-").replace(".", "-")):
            found.append((f'{tag}[{name}="{value}"]', _ATTRIBUTE))
    return sorted([*found, (tag, _cost_of_tag(tag))], key=lambda entry: entry[1])


def _cost_of_tag(tag: str) -> float:
    """An element of the system's own (founder-content) tells as much as an attribute."""
    if tag == "body":
        return 2 * _TAG
    return _LANDMARK if tag in LANDMARKS else _ATTRIBUTE if "-" in tag else _TAG


def _labelled(element: etree._Element, own: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """By the label that it shows."""
    text = "".join(map(str, element.itertext()))
    for label in _LABELS:
        if label in text and len(text) < 60:
            yield from ((f'{css}:contains("{label}")', cost + _WORDS) for css, cost in own[-1:])


def _below(element: etree._Element, own: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """By an ancestor that says something."""
    for depth, ancestor in enumerate(islice(element.iterancestors(), _CLOSEST)):
        if ancestor.tag in ("html", "body"):
            return
        for outer, outer_cost in _simple(ancestor)[:_FEW]:
            if outer_cost >= _TAG:
                continue
            for css, cost in own[:_FEW] + own[-1:]:
                yield f"{outer} {css}", outer_cost + cost * 0.6 + _STEP * (1 + depth / 2)
                if depth == 0:
                    yield f"{outer} > {css}", outer_cost + cost * 0.6 + _STEP * 1.1
            if depth == 0:
                yield f"{outer} > {_numbered(element)}", outer_cost + _POSITION
        yield from _under_landmark(ancestor, own, depth)


def _under_landmark(ancestor: etree._Element, own: list[tuple[str, float]], depth: int) -> Iterator[tuple[str, float]]:
    """By a heading that the ancestor holds, where names say nothing."""
    for child in ancestor:
        if child.tag in LANDMARKS:
            yield f"{ancestor.tag}:has(> {child.tag}) {own[-1][0]}", _LANDMARK + _TAG + _STEP * (2 + depth)


def _beside(element: etree._Element, own: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """By the sibling before it, or by the one before the box that it is in."""
    for depth, box in enumerate([element, *islice(element.iterancestors(), 2)]):
        before = box.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is None or box.tag == "body":
            continue
        inner = "" if box is element else f" > {own[0][0]}" if depth == 1 else f" {own[0][0]}"
        start = own[0][0] if box is element else str(box.tag)
        anchors = [one for one in _simple(before)[:_FEW] if one[1] < _TAG] + list(_holding(before))
        for css, cost in anchors:
            yield f"{css} + {start}{inner}", cost + own[0][1] + _STEP * (2 + 2 * depth)
            if depth == 1:
                yield f"{css} + {start} > {_numbered(element)}", cost + _POSITION + _STEP * 4


def _holding(box: etree._Element) -> Iterator[tuple[str, float]]:
    """A box by the heading in it."""
    for tag in ("h1", "h2", "h3"):
        if box.tag not in LANDMARKS and next(box.iter(tag), None) is not None:
            yield f"{box.tag}:has({tag})", _LANDMARK + 2 * _STEP


def _by_position(element: etree._Element) -> Iterator[tuple[str, float]]:
    """From the body down, where nothing else tells: the whole path, at most six steps of it."""
    path: list[str] = []
    for one in [element, *element.iterancestors()]:
        if one.tag == "body":
            yield " > ".join(["body", *reversed(path)]), _POSITION * (1 + len(path) / 2)
            return
        path.append(_numbered(one))
        if len(path) > _CLOSEST:
            return


def _numbered(element: etree._Element) -> str:
    """The tag with its number among its like, where there are several."""
    parent = element.getparent()
    like = [child for child in parent if child.tag == element.tag] if parent is not None else [element]
    return f"{element.tag}" if len(like) == 1 else f"{element.tag}:nth-of-type({like.index(element) + 1})"
