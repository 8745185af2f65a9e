"""Chinese text as overlapping pairs of characters, so that any two of them are found. One cut for index and query.

防汛抗旱3.5亿元 is indexed as 防汛 汛抗 抗旱 旱 亿元 元 3.5 and asked as "防汛 汛抗 抗旱" AND "3.5" AND "亿元".
The last character stands alone too, so that a query of one character is the beginning of some token.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from operator import add

_HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_FOLDING = re.compile("[^㐀-䶿一-鿿。、“”《》\n]+")
_HAN_RUN = re.compile(rf"[{_HAN}]+")
_WORD = re.compile(rf"[^\W_{_HAN}]+(?:\.[0-9]+)*")
_RUN = re.compile(rf"({_HAN_RUN.pattern})|{_WORD.pattern}")


def fold(text: str) -> str:
    """Half width and lower case."""
    # Han characters stand for themselves and join no others: to normalise what lies between takes a fifth of the time.
    return _FOLDING.sub(_normalised, text).lower()


def _normalised(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def is_han(word: str) -> bool:
    """Whether the word holds nothing else."""
    return _HAN_RUN.fullmatch(word) is not None


def index_tokens(text: str) -> str:
    """The text's tokens between spaces, those of Han characters first."""
    folded = fold(text)
    return " ".join([_woven(_HAN_RUN.findall(folded)), *_WORD.findall(folded)])


def _woven(runs: Sequence[str]) -> str:
    """The pairs of all runs and the last character of each: of three characters one is the first, one the second.

    Pair by pair it takes five times as long, a tenth of what it costs to store an article.
    """
    first = "".join([f"{run} " for run in runs])
    second = "".join([f"{run[1:]}  " for run in runs])
    tokens = array("I", ("   " * len(first)).encode("utf-32-le"))
    tokens[0::3] = array("I", first.encode("utf-32-le"))
    tokens[1::3] = array("I", second.encode("utf-32-le"))
    return tokens.tobytes().decode("utf-32-le")


def query(words: str) -> str:
    """An FTS5 query for the texts that hold every run of the words; empty when there is no word in it."""
    return " AND ".join(_phrase(run) for run in _RUN.finditer(fold(words)))


def tsquery(words: str) -> str:
    """A PostgreSQL query for at least those texts."""
    return " & ".join(part for run in _RUN.finditer(fold(words)) for part in _parts(run))


def _parts(run: re.Match[str]) -> list[str]:
    if not run[1]:
        return [f"'{run[0]}'"]
    return [f"'{pair}'" for pair in _pairs(run[1])] or [f"'{run[1]}':*"]


def _phrase(run: re.Match[str]) -> str:
    if not run[1]:
        return f'"{run[0]}"'
    return f'"{" ".join(_pairs(run[1]))}"' if len(run[1]) > 1 else f'"{run[1]}"*'


def _pairs(run: str) -> list[str]:
    return list(map(add, run, run[1:]))
