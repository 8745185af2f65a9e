"""Article text → numbers with unit, bound, subject and sentence."""

from nnnews.figures.reading import explain, read_figures
from nnnews.figures.units import canonical

__all__ = ["canonical", "explain", "read_figures"]
