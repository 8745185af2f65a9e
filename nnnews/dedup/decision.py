"""Whether two texts tell one story, and why.

same        both say what the other says; titles, bylines and slips of the pen aside
excerpt     the first is a cut of the second
expanded    the second is a cut of the first
apart       they contradict each other, are parts of a series, or share too little

The decision looks at nothing but the two texts and their titles: it comes out the same whichever arrives first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from nnnews.dedup.contradictions import NOWHERE, STAGE, Difference, differences
from nnnews.dedup.facts import facts, shared_facts
from nnnews.dedup.fingerprint import SHORT, fold
from nnnews.dedup.series import part_marks
from nnnews.text.alignment import common_runs, gaps
from nnnews.text.damage import LOST

Verdict = Literal["same", "excerpt", "expanded", "apart"]
Ground = Literal["identical", "shared", "contradiction", "facts", "series", "stage", "short", "unlike"]

_BLANK = "囗"  # a letter to `fold`, and in no newspaper
_MIRRORED: Mapping[Verdict, Verdict] = {"excerpt": "expanded", "expanded": "excerpt"}

# Set by hand on the sets `tuning` and `blind` of benchmarks/stories.py (docs/scale.md).
ALIKE = 0.6  # of the shorter text must stand in the longer one
WHOLE = 0.75  # of the longer text, and the two are the same rather than one a cut of the other
LEAD = 0.45  # below this share of the longer text a cut must hold its opening: else it may be one item of a round-up
OPENING = 80  # characters into the longer text at which a cut that holds the opening begins at the latest
SAME_FACTS = 0.5  # of the poorer text's numbers and dates
RELATED = 0.3  # of the shorter text; two that share less are only kept together by a third that holds both
CONTRADICTED = 0.25  # of the small differences; random slips hit a number now and then


@dataclass(frozen=True, slots=True)
class Telling:
    """A folded text and the titles it was met under."""

    folded: str
    titles: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str, titles: Iterable[str] = ()) -> "Telling":
        """Of a text as printed. A destroyed character stays one: what is left of 8〓〓万 is no figure."""
        return cls(fold(text.replace(LOST, _BLANK)), frozenset(titles))


@dataclass(frozen=True, slots=True)
class Decision:
    """`shared` is the share of each text's characters that stands in runs of the other.

    `differences` are those that weighed: contradictions when the texts are apart, else what was overlooked.
    """

    verdict: Verdict
    ground: Ground
    shared: tuple[float, float] = (0.0, 0.0)
    differences: tuple[Difference, ...] = ()

    @property
    def joined(self) -> bool:
        """Whether the two belong to one story."""
        return self.verdict != "apart"

    def turned(self) -> "Decision":
        """The same decision seen from the other text."""
        verdict = _MIRRORED.get(self.verdict, self.verdict)
        turned = tuple(Difference(found.kind, found.there, found.here) for found in self.differences)
        return Decision(verdict, self.ground, self.shared[::-1], turned)


def decide(here: Telling, there: Telling, places: Mapping[str, str] = NOWHERE) -> Decision:
    """`places` gives, for a name of a place, the place: 武鸣 and 武鸣县 are 武鸣区; others show by their endings."""
    if here.folded == there.folded:
        return Decision("same", "identical", (1.0, 1.0))
    if min(len(here.folded), len(there.folded)) < SHORT:
        return Decision("apart", "short")
    if _are_parts(here, there):
        return Decision("apart", "series")
    share = shared_facts(facts(here.folded), facts(there.folded))
    if share is not None and share < SAME_FACTS:
        return Decision("apart", "facts")
    return _compared(here, there, places)


def excludes(here: Telling, there: Telling, places: Mapping[str, str] = NOWHERE) -> bool:
    """Whether no third text may bring the two together: they contradict each other or have nothing in common.

    Two cuts of one text may name other figures, and yet both belong to it.
    """
    decision = _compared(here, there, places)
    apart = decision.ground in ("contradiction", "stage") or max(decision.shared) < RELATED
    return here.folded != there.folded and (apart or _are_parts(here, there))


def _are_parts(here: Telling, there: Telling) -> bool:
    parts, others = part_marks(here.titles), part_marks(there.titles)
    return bool(parts and others) and not parts & others


def _compared(here: Telling, there: Telling, places: Mapping[str, str]) -> Decision:
    """Alignment may break ties by the order of its arguments, so it always gets the shorter text first."""
    if (len(here.folded), here.folded) > (len(there.folded), there.folded):
        return _aligned(there, here, places).turned()
    return _aligned(here, there, places)


def _aligned(cut: Telling, full: Telling, places: Mapping[str, str]) -> Decision:
    """The decision on a text and one that is no shorter."""
    runs = common_runs(cut.folded, full.folded)
    common = sum(run.length for run in runs)
    shared = (common / len(cut.folded), common / len(full.folded))
    between = gaps(runs, len(cut.folded), len(full.folded))
    found = tuple(differences(cut.folded, full.folded, between, places))
    against = tuple(difference for difference in found if difference.kind != "wording")
    if against and len(against) >= CONTRADICTED * len(found):
        return Decision("apart", "contradiction", shared, against)
    if shared[0] < ALIKE or (shared[1] < LEAD and runs[0].other > OPENING):
        return Decision("apart", "unlike", shared)
    if found and _stages(cut) != _stages(full):
        return Decision("apart", "stage", shared)
    return Decision("same" if shared[1] >= WHOLE else "excerpt", "shared", shared, found)


def _stages(telling: Telling) -> frozenset[str]:
    """How far a law has come, by its titles: 草案, 征求意见稿; empty once it is passed."""
    return frozenset(word for title in telling.titles for word in STAGE.findall(title))
