"""Characters that a mirror destroyed when it cut the byte pairs of GBK.

Such a mirror works on bytes. In 管理條例 (…C0ED 976C…) it finds 項 (ED97) across two characters, writes `(xiàng)`
behind it, and leaves half a character: 管理?xiàng)l例. The `?` is the orphaned 97, the `l` its other half 6C,
so the pair can be put together again when the reading fits exactly one common character.
"""

import re

from nnnews.text.annotations import LATIN
from nnnews.text.expressions import expression
from nnnews.text.readings import plain_syllable, readings, syllables
from nnnews.text.script import to_simplified

LOST = "\u3013"
"""`〓`, the printer's mark for a missing character."""

_HAN = "\u4e00-\u9fff"
_ORPHAN = expression(rf"(?<=[{_HAN}])\?\(?([{LATIN}]{{1,7}})\)([@-~]?)(?!\?)")
_FOREIGN = expression(rf"(?<=[{_HAN}])(?:[\u0370-\u04ff\u3041-\u30fa〞])+(?=[{_HAN}])")
_LOST_DIGIT = expression(rf"(?<=[{_HAN}])\?(?=\d)")
_CLAUSE = expression(r"[^，。；！,;!\n]*\Z")
_QUESTION = expression(r"什么|怎|哪|吗|呢|吧|几|多少|谁|谁|何|否|么|甚麼|麼|誰|嗎")
_CLAUSE_LENGTH = 40


def mend_pairs(text: str) -> tuple[str, int]:
    """The text with cut pairs restored or marked `〓`, and how many were found."""
    if "?" not in text:
        return text, 0
    found = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal found
        syllable, toned = plain_syllable(match[1])
        if syllable not in syllables() or not toned:
            return match[0]
        found += 1
        return _restored(text[match.start() - 1], syllable, match[2]) or _marked(match[2])

    return _ORPHAN.sub(mend, text), found


def _restored(before: str, syllable: str, half: str) -> str | None:
    """The one character whose first byte makes, with the last of `before`, a character read `syllable`."""
    if not half or len(pair := before.encode("gbk", "ignore")) != 2:
        return None
    fits = {
        character
        for lead in range(0x81, 0xFF)
        if syllable in readings().get(_decoded(bytes((pair[1], lead))), ())
        and (character := _decoded(bytes((lead, ord(half)))))
    }
    common = list(filter(_is_common, fits))
    return common[0] if len(common) == 1 else None


def _is_common(character: str) -> bool:
    """Whether its Simplified form is in the first level of GB 2312, the 3,755 characters of daily use."""
    code = to_simplified(character).encode("gb2312", "ignore")
    return b"\xb0\xa1" <= code <= b"\xd7\xf9"


def _decoded(pair: bytes) -> str:
    return pair.decode("gbk", "ignore") if len(pair) == 2 else ""


def _marked(half: str) -> str:
    """`〓`; the letter behind it is the other half of the character unless it cannot be one."""
    return LOST if half.isalpha() or not half else LOST + half


def mark_debris(text: str) -> str:
    """Marks what is left of lost characters on a mirror page: Cyrillic or kana inside Han, `?` for a digit."""
    marked = _FOREIGN.sub(LOST, text)
    return _LOST_DIGIT.sub(_mark_digit, marked) if "?" in marked else marked


def _mark_digit(match: re.Match[str]) -> str:
    """`人口?70多万` has lost a digit; `怎么办?70多岁的他说` has not."""
    clause = _CLAUSE.search(match.string[max(0, match.start() - _CLAUSE_LENGTH) : match.start()])
    return "?" if clause and _QUESTION.search(clause[0]) else LOST
