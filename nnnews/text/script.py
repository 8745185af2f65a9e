"""Simplified or Traditional: which one a page is in, and the way to Simplified."""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from nnnews.text.expressions import expression
from nnnews.text.readings import readings

if TYPE_CHECKING:
    from opencc import OpenCC

# 昇 lives on in Simplified names (覃昇) but is 升 in these words: 提昇, 昇級.
_NAME_SHENG = expression(r"(?<![提上晉攀直飆回躍推遞擢爬高])昇(?![級旗學溫降值高華空起任遷格平等至為])")
# 濛 lives on in names too, and is 蒙 in 濛濛細雨, 迷濛.
_NAME_MENG = expression("(?<![濛迷空溟])濛(?!濛)")
# 於 is 于, but as a surname it stays: 記者 於文靜.
_NAME_YU = expression(r"(?<=[者員輯影作文圖][ 　:：])於(?=[\u4e00-\u9fff]{1,2}(?:[\s)）、]|$))", re.MULTILINE)
_KEPT = str.maketrans("昇於濛", "\ue000\ue001\ue002")
_GIVEN_BACK = str.maketrans("\ue000\ue001\ue002", "昇於濛")
_QUOTES = str.maketrans("「」『』", "“”‘’")
# OpenCC leaves 著 alone. Kept: 显著, 名著, 著名, 著作, 著书立说, 著《…》; all else is the particle: 沿着, 意味着.
_PARTICLE = expression(
    r"(?<![名显卓昭土执论专巨原编译遗合所撰])著(?![名作述称者录译有《〈姓]|书立|于\d)(?!(?<= 著)[)）])",
)


@cache
def _traditional_only() -> re.Pattern[str]:
    """Characters no Simplified text uses; 後 or 乾, which GB 2312 has too (乾隆), prove nothing."""
    return expression(f"[{''.join(character for character in readings() if not _encodes(character, 'gb2312'))}]")


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _simplified_only() -> re.Pattern[str]:
    """国, 习: in GB 2312 and not in Big5."""
    han = map(chr, range(0x4E00, 0xA000))
    kept = (character for character in han if _encodes(character, "gb2312") and not _encodes(character, "big5"))
    return re.compile(f"[{''.join(kept)}]")


def is_traditional(text: str) -> bool:
    """Whether the page as a whole is Traditional; a quoted 書 or an advertiser's line does not turn it.

    A quarter of its telling characters have to be: mirrors wrap a converted body in menus they did not convert.
    """
    traditional = len(_traditional_only().findall(text))
    if not traditional:
        return False
    outvoted = next(islice(_simplified_only().finditer(text), 4 * traditional + 3, None), None)
    return outvoted is None


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # only a Traditional page pays for loading the dictionaries

    return OpenCC("t2s")


def to_simplified(text: str) -> str:
    """A Traditional text in Simplified characters, names and 著/着 minded; vocabulary is left as it is."""
    guarded = text
    for name in (_NAME_SHENG, _NAME_MENG, _NAME_YU):
        guarded = name.sub(_guard, guarded)
    simplified = _common_forms(guarded, _converter().convert(guarded))
    return _PARTICLE.sub("着", simplified.translate(_GIVEN_BACK)).translate(_QUOTES)


def _guard(match: re.Match[str]) -> str:
    return match[0].translate(_KEPT)


def _common_forms(written: str, simplified: str) -> str:
    """Undoes conversions into characters beyond the first plane (暐 to 𬀩), which no newspaper sets."""
    if len(written) != len(simplified) or max(simplified, default="") <= "\uffff":
        return simplified
    return "".join(
        old if new > "\uffff" and old <= "\uffff" else new for old, new in zip(written, simplified, strict=True)
    )
