"""A Chinese text in pieces that change as one: a number with its unit, a name, a Latin word, else a character."""

import re
from collections.abc import Collection

_NUMERALS = "〇零一二三四五六七八九十百千万亿两"
# 35.6%, 1,200余名, 3—5月, 三十二件, 12:30. A unit is a Han character or a sign; 万 and 亿 belong to the number.
_NUMBER = (
    r"\d+(?:[.．,，:：/~～—–－-]?\d+)*[十百千万亿]*[余多来]?"
    rf"|[{_NUMERALS}]{{2,}}[余多来]?|(?<=第)[{_NUMERALS}]+"
)
_UNIT = r"(?:平方公里|平方米|立方米|公里|公顷|千米|[亩元名人件条个项次位户家年月日时分岁吨株届场批组里米%％‰℃])?"
_WORD = r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-z]+)*"


def split(text: str, names: Collection[str] = ()) -> tuple[str, ...]:
    """The tokens, which joined are the text. `names` are taken whole."""
    return tuple(_tokens(frozenset(name for name in names if len(name) > 1)).findall(text))


def _tokens(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    known = "".join(f"{re.escape(name)}|" for name in longest_first)
    return re.compile(rf"{known}(?:{_NUMBER}){_UNIT}|{_WORD}|[ \t\u3000]+|(?s:.)")
