"""Page text in, clean Simplified Chinese out; figures, names and punctuation stay as they are written."""

import re
from dataclasses import dataclass

from nnnews.items import Script
from nnnews.text.annotations import strip_annotations
from nnnews.text.damage import LOST, mark_debris, mend_pairs
from nnnews.text.expressions import expression
from nnnews.text.script import is_traditional, to_simplified

_LINE_END = expression(r"[\r\u0085\u2028\u2029\v\f]")
# The last range: half an emoji, as JSON may hold it.
_INVISIBLE = expression(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
_SPACE = expression(r"[\t\u00a0\u2002-\u200a\u202f]")
_ODD = re.compile("|".join(pattern.pattern for pattern in (_LINE_END, _INVISIBLE, _SPACE)))
_EDGES = " \u3000"
# `????` at the head of a line: the indentation, two full-width spaces that lost their charset.
_INDENTATION = expression(r"^[ \u3000]*\?{2,}[ \u3000]*(?=[^?\s])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Clean text, the script it was written in, and how many `〓` stand in it for destroyed characters."""

    text: str
    script: Script
    damaged: int


def normalise(raw: str) -> Normalised:
    """Normalising twice is normalising once; Simplified text without pinyin changes in nothing but white space."""
    tidy = _tidied(raw)
    traditional = is_traditional(tidy)
    unannotated = strip_annotations(tidy, simplified=not traditional)
    mended, cuts = mend_pairs(unannotated.text)
    if unannotated.stripped + cuts > 0:
        return _read(to_simplified(mark_debris(mended)), "mirror-pinyin")
    return _read(to_simplified(mended), "traditional") if traditional else _read(mended, "simplified")


def _read(text: str, script: Script) -> Normalised:
    return Normalised(text, script, text.count(LOST))


def _tidied(raw: str) -> str:
    """Line feeds for all line ends, plain spaces for odd ones, nothing invisible, no space at a line's edge."""
    text = raw
    if _ODD.search(raw):
        text = _SPACE.sub(" ", _INVISIBLE.sub("", _LINE_END.sub("\n", raw.replace("\r\n", "\n"))))
    edged = "\n".join(line.strip(_EDGES) for line in text.split("\n"))
    return _INDENTATION.sub("", edged) if "??" in edged else edged
