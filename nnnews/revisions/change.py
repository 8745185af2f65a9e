"""The nouns of a change."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["real", "boring"]
Op = Literal["same", "out", "in"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came. `same` and `out` together are the old text, `same` and `in` the new one."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after; None on the side where it is not told. The texts are as printed."""

    subject: str
    unit: str | None
    before: float | None
    after: float | None
    before_text: str = ""
    after_text: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in title and text, and in the figures of the text. `grounds` says why a boring one is."""

    kind: Kind
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    figures: tuple[FigureChange, ...] = ()
    grounds: tuple[str, ...] = ()


def before(pieces: tuple[Piece, ...]) -> str:
    """The old text."""
    return "".join(piece.text for piece in pieces if piece.op != "in")


def after(pieces: tuple[Piece, ...]) -> str:
    """The new text."""
    return "".join(piece.text for piece in pieces if piece.op != "out")


def is_changed(pieces: tuple[Piece, ...]) -> bool:
    """Whether anything came or went."""
    return any(piece.op != "same" for piece in pieces)
