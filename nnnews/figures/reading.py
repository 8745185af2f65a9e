"""Text → figures."""

from collections.abc import Iterator

from nnnews.figures.grammar import readings
from nnnews.figures.phrase import Reading
from nnnews.figures.subjects import subjects
from nnnews.items import Figure
from nnnews.text.numerals import plain
from nnnews.text.sentences import sentence_spans


def explain(text: str) -> tuple[tuple[Figure, str], ...]:
    """Each figure with the name of the rule that read it."""
    found = tuple(readings(text))
    if not found:
        return ()
    told = zip(found, subjects(text, found), _sentences(text, found), strict=True)
    return tuple((_figure(text, reading, subject, sentence), reading.rule) for reading, subject, sentence in told)


def _figure(text: str, read: Reading, subject: str, sentence: str) -> Figure:
    top = None if read.value_max is None else plain(read.value_max)
    words = text[read.start : read.end]
    return Figure(words, read.start, read.end, plain(read.value), top, read.name, read.qualifier, subject, sentence)


def _sentences(text: str, found: tuple[Reading, ...]) -> Iterator[str]:
    """The sentence of each reading; the spans are walked once."""
    spans = sentence_spans(text)
    start = end = 0
    sentence = ""
    for read in found:
        while read.end > end:
            start, end = next(spans)
            sentence = text[start:end]
        yield sentence
