"""How many times likelier what was seen is if something broke than if all is as ever: natural logarithms.

Shares are beta-binomial about the site's own rate, so that a rate which varies from day to day, or is known from few
pages, has wide margins. Against it stands a rate that fell to three quarters, a half, a quarter, or to nothing.
Lengths and links are compared as logarithms, about a normal centre whose variance is that between the days.
"""

from math import exp, lgamma, log, log1p

_FALLEN = (0.0, 0.25, 0.5, 0.75)
_NEVER = 0.002  # a broken selector still matches a page now and then
_LENGTH_SHIFT = log(2.5)
_LINKS_SHIFT = log(2.0)


def of_share(good: int, trials: int, rate: float, strength: float) -> float:
    """`rate` and `strength` are mean and precision of the beta distribution of the past."""
    usual = _log_beta_binomial(good, trials, rate * strength, (1 - rate) * strength)
    fallen = [_log_binomial(good, trials, max(rate * part, _NEVER)) for part in _FALLEN]
    most = max(fallen)
    return most + log(sum(exp(one - most) for one in fallen) / len(fallen)) - usual


def of_length(offset: float, variance: float) -> float:
    """`offset`: of the mean logarithm from the usual one, either way."""
    return (_LENGTH_SHIFT * abs(offset) - _LENGTH_SHIFT**2 / 2) / variance


def of_links(offset: float, variance: float) -> float:
    """`offset`: how far the logarithm lies below the usual one; more links than usual break nothing."""
    return (_LINKS_SHIFT * offset - _LINKS_SHIFT**2 / 2) / variance


def _log_binomial(good: int, trials: int, rate: float) -> float:
    return _log_choose(trials, good) + good * log(rate) + (trials - good) * log1p(-rate)


def _log_beta_binomial(good: int, trials: int, a: float, b: float) -> float:
    return _log_choose(trials, good) + _log_beta(good + a, trials - good + b) - _log_beta(a, b)


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
