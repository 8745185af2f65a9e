"""Two texts with one fingerprint say the same: letters, digits and Han characters in the same order."""

import re
import unicodedata
from hashlib import blake2b

# Below this many characters a text does not name its story: 图为会议现场。 stands under many photos.
SHORT = 40

# Letters and digits, and the mark inside a number: 5.9亿元 is not 59亿元, and 3-5人 is not 35人.
_KEPT = re.compile(r"[^\W_]+(?:[.．:：/／⁄~～—–－-](?<=\d.)(?=\d)[^\W_]+)*")
_NOT_HAN = re.compile("[^\u3400-\u9fff]+")


def fold(text: str) -> str:
    """Letters, digits and Han characters only, lower case, half width; marks inside a number stay."""
    kept = "".join(_KEPT.findall("".join(text.split())))
    half = kept if unicodedata.is_normalized("NFKC", kept) else _NOT_HAN.sub(_halved, kept)
    low = half.lower()
    return low if low == kept else "".join(_KEPT.findall(low))


def _halved(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def fingerprint(text: str, title: str | None = None) -> str:
    """Equal for equal folded texts of one script: 128 bits of blake2b, in hex. A short text counts its title too."""
    folded = fold(text)
    if len(folded) < SHORT and title:
        folded = f"{fold(title)}\n{folded}"
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
