"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？!?\n]*+[。！？!?\n]*+[”’」』）)]*+")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence in order, its closing marks and quotes with it, outer spaces left out."""
    for found in _SENTENCE.finditer(text):
        raw = found.group()
        body = raw.strip()
        if body:
            start = found.start() + len(raw) - len(raw.lstrip())
            yield start, start + len(body)
