"""Expressions that are compiled when first used: many a command imports the rooms and reads no text."""

import re
from typing import cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Expression:
    """Stands for a compiled expression; at first use it takes over the methods, so later calls cost nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later; an error in it shows at first use."""
    return cast("re.Pattern[str]", _Expression(source, flags))
