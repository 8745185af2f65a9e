"""Copies as search-engine mirrors make them: Traditional, character by character, some with the pinyin in brackets."""

import re
from functools import cache
from importlib.resources import files

Table = tuple[dict[int, str], dict[str, str], re.Pattern[str]]


@cache
def _table() -> Table:
    """From `mirror.txt`: Simplified, Traditional and, where mirrors annotate the character, its pinyin.

    Characters that stand for two in Traditional (里, 系, 制 …) are not in the table: mirrors leave them, too.
    """
    tokens = files("nnnews.demo").joinpath("mirror.txt").read_text("utf-8").split()
    traditional = str.maketrans({token[0]: token[1] for token in tokens})
    pinyin = {token[1]: token[2:] for token in tokens if token[2:]}
    return traditional, pinyin, re.compile(f"[{''.join(pinyin)}]")


def to_traditional(text: str) -> str:
    """Traditional without annotations."""
    return text.translate(_table()[0])


def to_mirror(text: str) -> str:
    """Traditional with pinyin: `來(lái)`."""
    _, pinyin, annotated = _table()
    return annotated.sub(lambda match: f"{match[0]}({pinyin[match[0]]})", to_traditional(text))
