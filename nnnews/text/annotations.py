"""Pinyin that mirrors of news sites write behind Traditional characters: `來(lái)`, `報(bao)(bao)`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nnnews.text.expressions import expression
from nnnews.text.readings import plain_syllable, readings, syllables

# Latin letters with their accents, combining marks, and the look-alikes ɑ and ɡ; `lu:4` for lǜ.
LATIN = "A-Za-z\u00c0-\u024f\u0251\u0261\u0300-\u030f\u1e00-\u1eff"
_BRACKET = expression(rf"[(（][ \u3000]{{0,2}}([{LATIN}:]{{1,9}}[1-5]?)[ \u3000]{{0,2}}[)）]")
VOTES = 3
# Particles have no tone, so a page that writes tones leaves these without: 代表們(men).
_NEUTRAL = {"們": "men", "麼": "me", "嗎": "ma", "著": "zhe"}


@dataclass(frozen=True, slots=True)
class Unannotated:
    """The text without annotations, and how many were taken out."""

    text: str
    stripped: int


class _Annotation(NamedTuple):
    """One bracket with Latin letters behind a Han character."""

    start: int
    end: int
    host: str
    written: str
    syllable: str
    toned: bool
    repeated: bool = False

    @property
    def converts(self) -> bool:
        """Whether Simplified Chinese writes the character otherwise."""
        return self.host in readings()

    @property
    def read_so(self) -> bool:
        """A listed reading, or any syllable that is said twice: nothing else is written so."""
        if self.repeated:
            return self.syllable in syllables()
        return self.syllable in readings().get(self.host, ())


def strip_annotations(text: str, simplified: bool = False) -> Unannotated:
    """Takes out the pinyin and nothing else: `(次)`, `(GDP)`, `(km)` stay.

    An annotation is a syllable said twice, or a reading of its character where Simplified Chinese writes that one
    otherwise; and then it is toned, or in lower case on a page with three of its kind.
    In a `simplified` text toned ones need that vote too: there 瀧(shuāng) is a gloss.
    """
    if "(" not in text and "（" not in text:
        return Unannotated(text, 0)
    runs = list(_runs(text))
    toned = sum(one.read_so and one.toned for run in runs for one in run)
    jury = _Jury(
        toned=toned >= VOTES,
        plain=_plain_hosts(runs) >= VOTES,
        trusting=not simplified or toned >= VOTES,
    )
    doomed = [one for run in runs for one in jury.doomed(run)]
    return Unannotated(_without(text, doomed), len(doomed))


def _runs(text: str) -> Iterator[list[_Annotation]]:
    """Annotations by the character they stand behind, so that `(bao)(bao)` is one run."""
    run: list[_Annotation] = []
    for match in _BRACKET.finditer(text):
        adjoining = bool(run) and run[-1].end == match.start()
        if run and not adjoining:
            yield _marked(run)
            run = []
        host = run[-1].host if adjoining else text[match.start() - 1 : match.start()]
        if "\u3400" <= host <= "\u9fff":
            syllable, toned = plain_syllable(match[1])
            run.append(_Annotation(match.start(), match.end(), host, match[1], syllable, toned))
    if run:
        yield _marked(run)


def _marked(run: list[_Annotation]) -> list[_Annotation]:
    """The run with those marked that occur in it more than once."""
    seen: set[str] = set()
    twice: set[str] = set()
    for one in run:
        (twice if one.syllable in seen else seen).add(one.syllable)
    return [_Annotation(*one[:-1], one.syllable in twice) for one in run] if twice else run


def _plain_hosts(runs: Sequence[Sequence[_Annotation]]) -> int:
    """How many different characters carry a single reading without tone: 畝(mu) thrice is one unit, no habit."""
    return len({run[0].host for run in runs if len(run) == 1 and _is_bare(run[0])})


def _is_bare(one: _Annotation) -> bool:
    return one.converts and one.read_so and not one.toned and one.written.islower()


@dataclass(frozen=True, slots=True)
class _Jury:
    """What the whole page says: has it the habit of toned annotations, of plain ones; is a toned one believed."""

    toned: bool
    plain: bool
    trusting: bool

    def doomed(self, run: Sequence[_Annotation]) -> Iterator[_Annotation]:
        """The leading annotations of a run; what follows another bracket belongs to that."""
        for one in run:
            if not self._condemns(one):
                return
            yield one

    def _condemns(self, one: _Annotation) -> bool:
        if one.repeated:
            return one.read_so
        if not one.converts:
            return False
        if one.toned:
            # The table lacks a few readings: on an annotated page any toned syllable will do.
            return self.trusting if one.read_so else self.toned and one.syllable in syllables()
        habit = self.plain or (self.toned and _NEUTRAL.get(one.host) == one.syllable)
        return one.read_so and habit and one.written.islower()


def _without(text: str, doomed: Sequence[_Annotation]) -> str:
    pieces = []
    position = 0
    for one in doomed:
        pieces.append(text[position : one.start])
        position = one.end
    return "".join(pieces) + text[position:]
