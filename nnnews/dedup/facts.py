"""The numbers, dates and sessions of a text as a small set: tells notices of one template apart without aligning them.

A text keeps at most MOST facts, those of the smallest hashes: of a cut and of its full text the same ones are kept.
"""

import re
from struct import pack, unpack
from zlib import crc32

from nnnews.text.numerals import Number, exact

NUMERALS = "〇零一二三四五六七八九十百千万亿两"
# 12, 3.5万, 2024-03-05, 三十二, 十四. The marks inside are those that `fold` keeps.
NUMBER = re.compile(rf"\d+(?:[.．:：/／~～—–－-]\d+)*[十百千万亿]*|[{NUMERALS}]+")
# With what is counted: 12名, 第三次, 五月. A lone 一 counts only where it names a day or a session.
_FACT = re.compile(
    rf"(\d+(?:[.．:：/／~～—–－-]\d+)*[十百千万亿]*|[{NUMERALS}]{{2,}}|(?<=第)[{NUMERALS}])(.?)|([{NUMERALS}])([月日届次期号])"
)

MOST = 48
_FEWEST = 4  # a text with less is told apart by alignment only


def facts(folded: str) -> bytes:
    """Ascending 32-bit numbers, four little-endian bytes each."""
    told = {f"{value(number + lone)}{counted}{unit}" for number, counted, lone, unit in _FACT.findall(folded)}
    found = sorted({crc32(fact.encode("utf-8", "surrogatepass")) for fact in told})[:MOST]
    return pack(f"<{len(found)}I", *found)


def value(number: str) -> Number | str:
    """Equal for 20 and 二十; a number that cannot be read is its characters."""
    read = exact(number)
    return number if read is None else read


def shared_facts(here: bytes, there: bytes) -> float | None:
    """The share of the poorer text's facts that the other has too; None when there are too few to tell."""
    own, others = _unpacked(here), _unpacked(there)
    if MOST in (len(own), len(others)):
        # Only hashes below both cuts were kept by both.
        last = min(values[-1] for values in (own, others) if len(values) == MOST)
        own, others = (tuple(value for value in values if value <= last) for values in (own, others))
    fewest = min(len(own), len(others))
    return len({*own}.intersection(others)) / fewest if fewest >= _FEWEST else None


def _unpacked(stored: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(stored) // 4}I", stored)
