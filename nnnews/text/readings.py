"""The characters that Simplified Chinese writes otherwise, with their readings.

`readings.txt` has a line a syllable: the syllable without tone (ü as v), a space, and every character read so.
It was made by this rule: each character from U+4E00 to U+9FA5 that exists in GBK or Big5 and that OpenCC 1.4.2
`t2s` changes, with all readings pypinyin 0.55 gives it (heteronyms included).
"""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

_TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c")


@cache
def _lines() -> tuple[tuple[str, str], ...]:
    """(syllable, characters) pairs of the data file."""
    table = files(__package__).joinpath("readings.txt").read_text(encoding="utf-8")
    return tuple((syllable, characters) for syllable, _, characters in map(_halves, table.splitlines()))


def _halves(line: str) -> tuple[str, str, str]:
    return line.partition(" ")


@cache
def readings() -> MappingProxyType[str, frozenset[str]]:
    """Traditional character to its syllables."""
    found: dict[str, set[str]] = {}
    for syllable, characters in _lines():
        for character in characters:
            found.setdefault(character, set()).add(syllable)
    return MappingProxyType({character: frozenset(syllables) for character, syllables in found.items()})


@cache
def syllables() -> frozenset[str]:
    """The syllables of Mandarin, without tone."""
    return frozenset(syllable for syllable, _ in _lines())


@lru_cache(maxsize=4096)
def plain_syllable(written: str) -> tuple[str, bool]:
    """The syllable without its tone and whether it had one: `Lǘ` gives (`lv`, True), `lai2` gives (`lai`, True)."""
    folded = written.lower().replace("ɑ", "a").replace("ɡ", "g").replace("u:", "ü")
    letters = folded.rstrip("12345")
    parts = unicodedata.normalize("NFD", letters)
    bare = parts.translate(_TONES)
    toned = len(letters) < len(folded) or len(bare) < len(parts)
    return unicodedata.normalize("NFC", bare).replace("ü", "v"), toned
