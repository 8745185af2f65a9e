"""Which box of the page is the article's: a known one, else the one with the most prose and the fewest menus."""

from dataclasses import dataclass

from nnnews.extract.lines import Reading
from nnnews.extract.marks import is_foreign
from nnnews.extract.weigh import is_menu, is_prose, weigh_all

_KNOWN_SHARE = 0.4  # a known box serves when it has this share of what the best box has; footers use TRS_Editor too
_NEARLY = 0.9
_ACQUITTED = 0.6  # share of the page's prose in one noise box that shows its name to be chance
_ELSEWHERE = " "  # the name of no box
_MAIN_SHARE = 0.75  # one child with this share of the weight is the article; the rest is comments, teasers, a notice


@dataclass(frozen=True, slots=True)
class Container:
    """The half-open range of lines that holds the article, its box (0: the whole page), and how it was found."""

    start: int
    end: int
    box: int
    weight: float
    how: str


def find_container(reading: Reading) -> Container:
    """The article's range of lines, untrimmed."""
    acquit(reading)
    sums = weigh_all(reading)
    best = _scored(reading, sums)
    known = _candidates(reading, sums)
    most = max((found.weight for found in known), default=0.0)
    if most <= 0 or most < _KNOWN_SHARE * best.weight:
        return best
    # Systems nest (#zoom holds TRS_Editor): the tightest of those that hold nearly all of it.
    return min((found for found in known if found.weight >= _NEARLY * most), key=lambda found: found.end - found.start)


def acquit(reading: Reading) -> None:
    """Boxes called «share» or «page» that hold most of the prose are the article's: their lines are no noise.

    They are taken together by name, since the name may stand on every paragraph.
    """
    if not any(line.noise for line in reading.lines):
        return
    prose: dict[str, int] = {}
    for line in reading.lines:
        if is_prose(line.text) and not is_menu(line):
            name = reading.boxes[line.noise].hint if line.noise else _ELSEWHERE
            prose[name] = prose.get(name, 0) + len(line.text)
    total = sum(prose.values())
    mostly = {name for name, size in prose.items() if name and size > _ACQUITTED * total}
    guiltless = {name for name in mostly - {_ELSEWHERE} if not is_foreign(name)}
    for line in reading.lines:
        if line.noise and reading.boxes[line.noise].hint in guiltless:
            line.noise = 0


def _candidates(reading: Reading, sums: list[float]) -> list[Container]:
    """Boxes and comment spans that some publishing system puts around the article."""
    found = [
        Container(box.start, box.end, index, sums[box.end] - sums[box.start], "known")
        for index, box in enumerate(reading.boxes)
        if box.known
    ]
    found += [Container(start, end, 0, sums[end] - sums[start], "comment") for start, end in reading.spans]
    return found


def _scored(reading: Reading, sums: list[float]) -> Container:
    """The box with the highest sum; of equal ones the innermost. Then down, as long as one child has nearly all."""
    boxes = reading.boxes
    weights = [sums[box.end] - sums[box.start] for box in boxes]
    best = max(range(len(boxes)), key=lambda index: (weights[index], boxes[index].depth), default=None)
    if best is None:
        return Container(0, len(reading.lines), 0, sums[-1], "page")
    best = _descend(reading, weights, best)
    box = boxes[best]
    return Container(box.start, box.end, best, weights[best], "scored" if box.depth > 1 else "page")


def _descend(reading: Reading, weights: list[float], best: int) -> int:
    children: dict[int, list[int]] = {}
    for index, box in enumerate(reading.boxes):
        if index != box.parent:
            children.setdefault(box.parent, []).append(index)
    while True:
        inner = children.get(best, [])
        main = max(inner, key=lambda index: weights[index], default=None)
        if main is None or weights[main] < _MAIN_SHARE * weights[best] or _has_twin(reading, weights, inner, main):
            return best
        best = main


def _has_twin(reading: Reading, weights: list[float], inner: list[int], main: int) -> bool:
    """Another child of the same tag and class with prose: the article is cut into equal boxes, keep them all."""
    box = reading.boxes[main]
    return any(
        index != main
        and weights[index] > 0.02 * weights[main]
        and (reading.boxes[index].tag, reading.boxes[index].element.get("class")) == (box.tag, box.element.get("class"))
        for index in inner
    )
