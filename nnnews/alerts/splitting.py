"""Long texts in parts that a service takes. The parts, joined, are the text."""

from collections.abc import Callable, Iterator

Measure = Callable[[str], int]


def utf8(text: str) -> int:
    """Bytes of the text: a Chinese character is three."""
    return len(text.encode())


def split(text: str, limit: int, measure: Measure = utf8) -> Iterator[str]:
    """Parts of `limit` at most, cut behind a line end, else behind a sentence, else between two characters."""
    while measure(text) > limit:
        most = _longest(text, limit, measure)
        cut = _best(text[:most]) or most
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text


def _longest(text: str, limit: int, measure: Measure) -> int:
    """How many characters fit, one at least."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= limit else (low, middle - 1)
    return low


def _best(part: str) -> int:
    """Behind the last line end or sentence in the second half; 0 where there is none."""
    for marks in ("\n", "。！？；", "，、 "):
        cut = max(part.rfind(mark) for mark in marks) + 1
        if cut > len(part) // 2:
            return cut
    return 0
