"""The piece of an article that shows why it was found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nnnews.storage.bigrams import fold
from nnnews.storage.search import split_words
from nnnews.storage.stored import StoredArticle

_BEFORE, _LENGTH = 20, 80  # characters: before the first word, and of the whole


class Excerpt(NamedTuple):
    """A piece of the text; `hits` are the places of the words in it, from and to."""

    text: str
    hits: tuple[tuple[int, int], ...]


def excerpt(stored: StoredArticle, words: str) -> Excerpt:
    """Around the first of the words; the beginning of the text where they stand in title and credits only."""
    wanted = split_words(words)
    text = stored.article.text
    found = sorted(_hits(text, wanted))
    start = max(0, found[0][0] - _BEFORE) if found else 0
    piece = text[start : start + _LENGTH].replace("\n", " ")
    before, after = "…" if start else "", "…" if start + _LENGTH < len(text) else ""
    shift = len(before) - start
    hits = tuple((first + shift, last + shift) for first, last in found if last <= start + _LENGTH)
    return Excerpt(before + piece + after, hits)


def _hits(text: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Every word at every place, as the text is written: folding may make one character several."""
    folded, origin = _folded(text)
    for word in wanted:
        place = folded.find(word)
        while place >= 0:
            yield origin[place], origin[place + len(word) - 1] + 1
            place = folded.find(word, place + len(word))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as words are compared, and for each of its characters the place it comes from."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text))
    pieces = [fold(character) for character in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]
