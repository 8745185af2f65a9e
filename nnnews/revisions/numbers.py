"""Which figures changed: those that stand where the text did."""

from collections.abc import Iterator, Sequence

from nnnews.items import Figure
from nnnews.revisions.change import FigureChange, Piece


def figure_changes(pieces: Sequence[Piece], old: Sequence[Figure], new: Sequence[Figure]) -> tuple[FigureChange, ...]:
    """First those with a before and an after, then what is not told any more, then what is new.

    A figure that only moved, or is only written otherwise (1.2万 for 12000), did not change.
    """
    changes: list[FigureChange] = []
    gone, come = list(old), list(new)
    left: list[Figure] = []
    added: list[Figure] = []
    for out, into in _spots(pieces):
        before, after = _taken(gone, out), _taken(come, into)
        _drop_equal(before, after)
        while pair := _pair(before, after):
            changes.append(_change(*pair))
        left, added = left + before, added + after
    _drop_equal(left, added)
    return (*changes, *(_change(one, None) for one in left), *(_change(None, one) for one in added))


def _spots(pieces: Sequence[Piece]) -> Iterator[tuple[range, range]]:
    """Where the texts differ: offsets in the old one, and in the new one."""
    start = other = out = into = 0
    for piece in (*pieces, Piece("same", "")):
        if piece.op == "out":
            out += len(piece.text)
        elif piece.op == "in":
            into += len(piece.text)
        else:
            if out or into:
                yield range(start, start + out), range(other, other + into)
            start, other = start + out + len(piece.text), other + into + len(piece.text)
            out = into = 0


def _taken(figures: list[Figure], spot: range) -> list[Figure]:
    """Those that reach into the spot; they are taken out of the list, so that none is told twice."""
    met = [one for one in figures if one.start < spot.stop and one.end > spot.start]
    figures[:] = [one for one in figures if one not in met]
    return met


def _drop_equal(before: list[Figure], after: list[Figure]) -> None:
    for one in list(before):
        same = next((other for other in after if _value(other) == _value(one)), None)
        if same:
            before.remove(one)
            after.remove(same)


def _value(figure: Figure) -> tuple[float, float | None, str | None]:
    return figure.value, figure.value_max, figure.unit


def _pair(before: list[Figure], after: list[Figure]) -> tuple[Figure, Figure] | None:
    """The next two that stand for each other, taken out: of one unit and subject, of one unit, or the only two."""
    pairs = [(one, other) for one in before for other in after]
    fitting = [pair for pair in pairs if pair[0].unit == pair[1].unit] or (pairs if len(pairs) == 1 else [])
    if not fitting:
        return None
    best = max(fitting, key=lambda pair: pair[0].subject == pair[1].subject)
    before.remove(best[0])
    after.remove(best[1])
    return best


def _change(before: Figure | None, after: Figure | None) -> FigureChange:
    told = after or before
    assert told is not None
    return FigureChange(
        told.subject or (before.subject if before else ""),
        told.unit,
        before.value if before else None,
        after.value if after else None,
        before.text if before else "",
        after.text if after else "",
    )
