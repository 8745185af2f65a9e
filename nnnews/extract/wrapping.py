"""Text of the source → lines as shown: white space folded, wrapped lines joined, indents taken as line ends."""

import re
from collections.abc import Iterable

_WRAPPED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[^\S\u3000\xa0]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_INDENT = re.compile(r"(?<=[。！？：”；）)])[ \t]*(?:\u3000{2,}|(?:\xa0[ ]?){4,})")


def shown(raw: str) -> Iterable[str]:
    """The lines of a text node run: white space folded, wrapped source lines joined, indents in mid-line broken."""
    if "\n" in raw or "\r" in raw:
        raw = _WRAPPED.sub("", raw.strip())
    if "\u3000\u3000" in raw or ("\xa0" in raw and ("\xa0\xa0" in raw or "\xa0 \xa0" in raw)):
        return [text for piece in _INDENT.split(raw) if (text := " ".join(piece.split()))]
    text = " ".join(raw.split())
    return (text,) if text else ()
