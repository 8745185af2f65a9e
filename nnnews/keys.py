"""Words of the settings that nobody knows, and which were probably meant."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from nnnews.errors import ConfigError


def hint(word: str, known: Collection[str], most: int | None = None) -> str:
    """The known word that is nearest, else all of them in their order, or the first `most`."""
    near = get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(list(known)[:most])}"


def check_keys(table: Any, known: Collection[str], place: str) -> None:
    """Raises ConfigError for what is no table, and for a key that is not known."""
    if not isinstance(table, Mapping):
        raise ConfigError(f"{place} wants keys: {', '.join(known)}")
    for key in table:
        if key not in known:
            raise ConfigError(f"{place}: unknown key {key!r}; {hint(key, known)}")
