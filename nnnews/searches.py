"""Saved searches, the tables `[feeds.<name>]` of nnnews.toml: each is a feed of its own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nnnews.errors import ConfigError
from nnnews.keys import check_keys

Comparison = Literal[">", ">=", "<", "<=", "="]

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_RULE = re.compile(
    r"(?P<subject>[^<>=]*?)\s*(?P<comparison>>=|<=|[<>=])\s*(?P<number>\d+(?:\.\d+)?)(?P<power>[万亿]?)(?P<unit>\D*)"
)
_POWERS = {"": 1, "万": 10**4, "亿": 10**8}
_LISTS = {"all": "every", "any": "some", "none": "none", "districts": "districts", "topics": "topics"}
_KEYS = ("title", *_LISTS, "figure")


@dataclass(frozen=True, slots=True)
class FigureRule:
    """A number to be told in the article: what is counted holds `subject`; an empty `unit` is any."""

    subject: str
    comparison: Comparison
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Articles that hold all of `every`, one of `some`, none of `none`, and so on; what is empty asks nothing."""

    name: str
    title: str
    every: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    figure: FigureRule | None = None


def read_searches(tables: Any, origin: str) -> tuple[SavedSearch, ...]:
    """The searches of a `[feeds]` table. Raises ConfigError that names the table and the key."""
    if isinstance(tables, tuple) and all(isinstance(search, SavedSearch) for search in tables):
        return tables
    if not isinstance(tables, Mapping):
        raise ConfigError(f"{origin}: setting 'feeds' wants tables in the settings file, like [feeds.budget]")
    return tuple(_read(name, table, f"{origin}: [feeds.{name}]") for name, table in tables.items())


def _read(name: str, table: Any, place: str) -> SavedSearch:
    if not _NAME.fullmatch(name):
        raise ConfigError(f"{place}: the name is part of an address; write it in a-z, 0-9, - and _")
    check_keys(table, _KEYS, place)
    lists = {field: _words(table.get(key, ()), f"{place}: {key!r}") for key, field in _LISTS.items()}
    rule = _rule(table["figure"], place) if "figure" in table else None
    if not rule and not any(lists.values()):
        raise ConfigError(f"{place} asks for nothing; give it one of {', '.join(_KEYS[1:])}")
    return SavedSearch(name, _text(table.get("title", name), f"{place}: 'title'"), figure=rule, **lists)


def _words(value: Any, place: str) -> tuple[str, ...]:
    """Each with a letter or a digit in it: nothing else can be found."""
    words = (value,) if isinstance(value, str) else value
    if not isinstance(words, Iterable) or not all(isinstance(word, str) and re.search(r"\w", word) for word in words):
        raise ConfigError(f'{place} wants a list of words, like ["预算", "决算"], not {value!r}')
    return tuple(words)


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{place} wants a text, not {value!r}")
    return value


def _rule(value: Any, place: str) -> FigureRule:
    """`投资 > 1亿元`: what is counted, how it compares, a number with 万 or 亿, a unit."""
    found = _RULE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise ConfigError(f"{place}: 'figure' wants a rule like \"投资 > 1亿元\", not {value!r}")
    number = float(found["number"]) * _POWERS[found["power"]]
    comparison: Any = found["comparison"]
    return FigureRule(found["subject"].strip(), comparison, number, found["unit"].strip())
