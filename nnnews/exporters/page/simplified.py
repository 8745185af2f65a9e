"""Traditional characters with their Simplified ones, for what is typed into the page's search."""

from functools import cache, partial

from nnnews.exporters.files import File
from nnnews.exporters.page.scripts import script
from nnnews.exporters.page.sources import digest
from nnnews.text.script import to_simplified

NAME = "list/simplified"
_KEPT = frozenset("昇於濛")  # they stand in Simplified names too, as those of GB 2312 do: 乾, 著


@cache
def pairs() -> str:
    """干 after 幹, and so on: characters that only Traditional text has."""
    han = [character for character in map(chr, range(0x3400, 0xA000)) if _is_traditional_only(character)]
    simple = to_simplified("\n".join(han)).split("\n")
    return "".join(one + other for one, other in zip(han, simple, strict=True) if one != other)


def simplified_file() -> File:
    """The pairs as the page's scripts want them."""
    return File(f"{NAME}.js", digest(pairs()), partial(script, NAME, pairs()))


def _is_traditional_only(character: str) -> bool:
    return character not in _KEPT and not character.encode("gb2312", "ignore")
