"""Reads the invented sentences and scores the figures read out of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nnnews.figures import read_figures
from nnnews.items import Figure

INVENTED = Path(__file__).with_name("invented_figures.txt")


@dataclass(frozen=True)
class Label:
    """A figure as a reader would write it down."""

    text: str
    value: float
    value_max: float | None
    unit: str | None
    qualifier: str
    subject: str

    def same_number(self, figure: Figure) -> bool:
        return abs(figure.value - self.value) <= 1e-4 * max(1, self.value) and figure.unit == self.unit

    def same_bounds(self, figure: Figure) -> bool:
        return figure.qualifier == self.qualifier and figure.value_max == self.value_max

    def same_head(self, figure: Figure) -> bool:
        """Whether the last word of one subject stands in the other."""
        return self.subject[-2:] in figure.subject or figure.subject[-2:] in self.subject


@dataclass
class Score:
    labels: int = 0
    read: int = 0
    right: int = 0
    bounds: int = 0
    heads: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.labels + self.read)


def invented() -> Iterator[tuple[str, list[Label]]]:
    """Each sentence with its labels, from the data file."""
    blocks = INVENTED.read_text(encoding="utf-8").replace("\n    ", "\t")
    for line in blocks.splitlines():
        if line and not line.startswith("#"):
            sentence, *labels = line.split("\t")
            yield sentence, [_label(label) for label in labels]


def _label(line: str) -> Label:
    text, value, unit, qualifier, subject = (part.strip() for part in line.split("|"))
    low, _, high = value.partition("~")
    return Label(text, float(low), float(high) if high else None, None if unit == "-" else unit, qualifier, subject)


def score(texts: Iterator[tuple[str, list[Label]]]) -> Score:
    """Each label takes the figure of the same number, one with the same text first."""
    total = Score()
    for text, labels in texts:
        figures = list(read_figures(text))
        total.labels += len(labels)
        total.read += len(figures)
        for label in labels:
            found = sorted(filter(label.same_number, figures), key=lambda figure: figure.text != label.text)
            if found:
                figures.remove(found[0])
                total.right += 1
                total.bounds += label.same_bounds(found[0])
                total.heads += label.same_head(found[0])
    return total
