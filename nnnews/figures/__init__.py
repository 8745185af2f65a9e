"""Article text → numbers with unit, bound, subject and sentence.

The grammar is imported at the first call: building its tables would double the start-up of commands that read nothing.
"""

from nnnews.items import Figure


def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures of the text in order; none overlaps another."""
    return tuple(figure for figure, _ in explain(text))


def explain(text: str) -> tuple[tuple[Figure, str], ...]:
    """Each figure with the name of the rule that read it."""
    from nnnews.figures import reading

    return reading.explain(text)


def canonical(unit: str | None) -> str | None:
    """The word under which a unit can be added up: 名, 位, 人 → 人; 人(次) → 人次; 千米 → 公里."""
    from nnnews.figures import units

    return units.canonical(unit)
