"""Filling templates: `{place}` takes a word, `{over 100-900 条}` invents a figure and writes down its truth."""

import re
from collections.abc import Mapping
from random import Random

from nnnews.demo.numbers import invent_figure
from nnnews.demo.truth import FigureTruth

_SLOT = re.compile(r"\{(\w+)(?: ([\d.]+-[\d.]+) ([^}]+))?\}")


class Filler:
    """Fills the templates of one story; `figures` grows in the order of the text."""

    def __init__(self, rng: Random, words: Mapping[str, str]) -> None:
        self.rng = rng
        self.words = words
        self.figures: list[FigureTruth] = []

    def fill(self, template: str) -> str:
        """Raises KeyError for a word that the story does not have."""
        return _SLOT.sub(self._value, template)

    def _value(self, slot: re.Match[str]) -> str:
        name, span, unit = slot.groups()
        if span is None:
            # A word may itself hold slots: {gain} brings the figures of its topic.
            return self.fill(self.words[name])
        figure = invent_figure(self.rng, name, span, unit)
        self.figures.append(figure)
        return figure.text
