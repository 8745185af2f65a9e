"""`nnnews show ID --revisions`: what became of an article, the words before and after."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nnnews.cli.show import find
from nnnews.config import Config
from nnnews.items import SHANGHAI
from nnnews.revisions import FigureChange, Piece
from nnnews.storage import open_store, reading, revisions
from nnnews.storage.stored import Revision

_AROUND = 20  # characters shown of what stayed, before a change and behind it
_STYLES = {"out": "red strike", "in": "bold green"}
_MARKS = {"out": ("[-", "-]"), "in": ("{+", "+}")}


def show_revisions(config: Config, name: str, *, as_json: bool) -> None:
    """Print all of the article named by number, key or address, oldest first. Raises UsageError when there is none."""
    with reading(open_store(config.database_url)) as connection:
        stored = find(connection, name)
        found = revisions.of_article(connection, stored.id)
    if as_json:
        for one in found:
            print(json.dumps(_row(one), ensure_ascii=False))
        return
    console = Console(highlight=False)
    console.print(Text(stored.article.title or "", "bold"))
    for one in found:
        _print(console, one)
    if not found:
        console.print("nothing has become of it since it was first read")


def _print(console: Console, revision: Revision) -> None:
    when = f"{revision.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    told = " ".join((revision.event, *(["(boring)"] if revision.kind == "boring" else [])))
    note = f" · {revision.note}" if revision.note else ""
    console.print(Text(f"\n{revision.number}  {when}  {told}{note}", "bold cyan"))
    for pieces in (revision.title, revision.text):
        if any(piece.op != "same" for piece in pieces):
            console.print(_marked(pieces, plain=not console.is_terminal))
    if revision.figures:
        console.print(_tabulate(revision.figures))


def _marked(pieces: Sequence[Piece], *, plain: bool) -> Text:
    """The changes within what stands around them; where there is no colour, in brackets."""
    text = Text()
    for index, piece in enumerate(pieces):
        if piece.op == "same":
            text.append(_shortened(piece.text, first=index == 0, last=index == len(pieces) - 1))
        else:
            left, right = _MARKS[piece.op] if plain else ("", "")
            text.append(f"{left}{piece.text}{right}", _STYLES[piece.op])
    return text


def _shortened(words: str, *, first: bool, last: bool) -> str:
    head, tail = "" if first else words[:_AROUND], "" if last else words[-_AROUND:]
    return words if len(words) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def _tabulate(figures: Sequence[FigureChange]) -> Table:
    table = Table("subject", "before", "after", "unit")
    for one in figures:
        table.add_row(one.subject, one.before_text or "–", one.after_text or "–", one.unit or "")
    return table


def _row(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "at": revision.at.astimezone(SHANGHAI).isoformat(timespec="seconds"),
        "event": revision.event,
        "kind": revision.kind,
        "note": revision.note,
        "title": [*_pairs(revision.title)],
        "text": [*_pairs(revision.text)],
        "figures": [{name: getattr(one, name) for name in FigureChange.__slots__} for one in revision.figures],
    }


def _pairs(pieces: Sequence[Piece]) -> Iterator[dict[str, str]]:
    return ({"op": piece.op, "text": piece.text} for piece in pieces)
