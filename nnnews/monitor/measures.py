"""The counters of a run as measures: what is a share of what, and the field that it speaks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Counts = Mapping[str, Any]

_LIST_PROBLEMS = ("empty-list",)


@dataclass(frozen=True, slots=True)
class Habit:
    """Who makes a field: `pages` that the floor counts for; how `alike` the pages of a day are, as a correlation."""

    pages: float
    alike: float


MACHINE = Habit(6.0, 0.02)  # a template has the field on every page
EDITOR = Habit(1.0, 0.1)  # an editor forgets it all day, and some sites never tell it


@dataclass(frozen=True, slots=True)
class Share:
    """`good` of `trials`. As long as a site has no past of its own, any site should reach `floor`."""

    field: str
    name: str
    good: int
    trials: int
    floor: float
    habit: Habit = MACHINE

    @property
    def key(self) -> str:
        """The name under which its past is kept."""
        return f"{self.field}/{self.name}"


def shares(counts: Counts) -> Iterator[Share]:
    """Every share of the run that had any trial."""
    return (share for share in (*_of_pages(counts), *_of_answers(counts)) if share.trials > 0)


def _of_pages(counts: Counts) -> Iterator[Share]:
    tally = counts.get("tally", {})
    pages = tally.get("pages", 0)
    by_layout = sum(value for name, value in tally.items() if name.startswith("layout/"))
    yield Share("layout", "fits", by_layout, pages, 0.9)
    for field, name, counter, floor, habit in _FOUND:
        yield Share(field, name, tally.get(f"field/{counter}", 0), pages, floor, habit)
    for field, name, witness in _WITNESSES:
        good = tally.get(f"agree/{witness}", 0)
        yield Share(field, name, good, good + tally.get(f"differ/{witness}", 0), 0.9)
    for field, name, counter in _FAULTS:
        yield Share(field, name, pages - tally.get(counter, 0), pages, 0.95)


def _of_answers(counts: Counts) -> Iterator[Share]:
    """Articles that were read of those asked for, and lists; what the run itself gave up is no answer of theirs."""
    tally = counts.get("tally", {})
    pages, failed = tally.get("pages", 0), tally.get("lists_failed", 0)
    problems = sum(
        count for kind, count in counts.get("problems", {}).items() if kind not in ("missing", *_LIST_PROBLEMS)
    )
    yield Share("", "answered", pages, pages + max(problems - failed, 0), 0.8)
    read = tally.get("lists", 0) + tally.get("lists_unchanged", 0)
    yield Share("lists", "answered", read, read + failed, 0.9)


def lengths(counts: Counts) -> dict[int, int]:
    """How many bodies were of each length, in steps of `nnnews.tally.step_of`."""
    tally = counts.get("tally", {})
    return {int(name.removeprefix("length/")): n for name, n in tally.items() if name.startswith("length/")}


def links(counts: Counts) -> dict[str, tuple[int, int]]:
    """By address of a list, its links and how often it was read; a paper's sheets, which change, all as one."""
    tally = counts.get("tally", {})
    urls = [name.removeprefix("read/") for name in tally if name.startswith("read/")]
    if not urls and tally.get("lists"):
        return {"": (tally.get("links", 0), tally["lists"])}
    return {url: (tally.get(f"links/{url}", 0), tally[f"read/{url}"]) for url in urls}


_FOUND = (
    ("title", "found", "title", 0.98, MACHINE),
    ("published", "found", "published", 0.95, MACHINE),
    ("published", "clock", "clock", 0.05, EDITOR),
    ("source", "found", "source", 0.05, EDITOR),
    ("author", "found", "author", 0.05, EDITOR),
    ("text", "found", "text", 0.98, MACHINE),
)
_WITNESSES = (
    ("layout", "stays", "layout"),
    ("title", "agrees", "title"),
    ("published", "agrees", "day"),
    ("text", "agrees", "body"),
)
_FAULTS = (
    ("title", "own", "repeat/title"),
    ("published", "own", "repeat/published"),
    ("text", "own", "repeat/text"),
    ("text", "whole", "damaged"),
)
