"""Figures as local news prints them, with the value that a reader must take from each."""

from collections.abc import Callable
from random import Random

from nnnews.demo.truth import FigureTruth
from nnnews.items import Qualifier

_MAGNITUDES = {"万": 10_000, "亿": 100_000_000}
_HAN_DIGITS = "零一两三四五六七八九"
# {n} number, {m} magnitude, {u} unit. The second row fits round numbers only: 300多条, never 7多天 or 93.5多%.
_FORMS: dict[str, tuple[str, ...]] = {
    "exact": ("{n}{m}{u}",),
    "over": ("超过{n}{m}{u}", "不少于{n}{m}{u}", "{n}{m}{u}以上", "逾{n}{m}{u}", "超{n}{m}{u}"),
    "under": ("近{n}{m}{u}", "不足{n}{m}{u}", "不到{n}{m}{u}", "不超过{n}{m}{u}"),
    "about": ("约{n}{m}{u}", "{n}{m}{u}左右"),
}
_ROUND_FORMS = ("{n}{m}多{u}", "{n}{m}余{u}")
_DASHES = ("—", "至", "～")


def invent_figure(rng: Random, qualifier: str, span: str, unit: str) -> FigureTruth:
    """A figure between the bounds of `span` (`12-98`, `1.2-3.9`); `qualifier` is one of ours or `han`."""
    magnitude, rest = (unit[0], unit[1:]) if unit[0] in _MAGNITUDES else ("", unit)
    number = _number_within(rng, span)
    if qualifier == "han":
        digit = int(number())
        return FigureTruth(f"{_HAN_DIGITS[digit]}{unit}", digit, rest, "exact")
    if qualifier == "range":
        return _range(rng, sorted((float(number()), float(number()))), magnitude, rest)
    return _single(rng, _as_qualifier(qualifier), number(), magnitude, rest)


def _number_within(rng: Random, span: str) -> Callable[[], str]:
    low, high = span.split("-")
    decimals = len(low.partition(".")[2])
    scale = 10**decimals
    bounds = round(float(low) * scale), round(float(high) * scale)
    return lambda: f"{rng.randint(*bounds) / scale:.{decimals}f}"


def _as_qualifier(word: str) -> Qualifier:
    known: dict[str, Qualifier] = {"exact": "exact", "over": "over", "under": "under", "about": "about"}
    return known[word]


def _single(rng: Random, qualifier: Qualifier, number: str, magnitude: str, unit: str) -> FigureTruth:
    forms = _FORMS[qualifier]
    if qualifier != "exact" and number.isdigit() and int(number) > 20:
        number = f"{int(number) // 10}0"
    if qualifier == "over" and (magnitude or (number.endswith("0") and number.isdigit())):
        forms += _ROUND_FORMS
    printed = rng.choice(forms).format(n=number, m=magnitude, u=unit)
    return FigureTruth(printed, _scaled(float(number), magnitude), unit, qualifier)


def _range(rng: Random, bounds: list[float], magnitude: str, unit: str) -> FigureTruth:
    low, high = bounds if bounds[0] < bounds[1] else (bounds[0], bounds[0] + 1)
    printed = f"{low:g}{rng.choice(_DASHES)}{high:g}{magnitude}{unit}"
    return FigureTruth(printed, _scaled(low, magnitude), unit, "range", _scaled(high, magnitude))


def _scaled(number: float, magnitude: str) -> float:
    return round(number * _MAGNITUDES.get(magnitude, 1), 4)
