"""What became of articles after they were first read. Functions inside the caller's transaction."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from nnnews.revisions import Change, FigureChange, Piece
from nnnews.revisions.change import Op
from nnnews.storage import former_records, records, waiting
from nnnews.storage.revision_tables import revisions
from nnnews.storage.stored import Revision
from nnnews.storage.story_tables import unsettled
from nnnews.storage.tables import articles

_COLUMNS = [revisions.c.id, *[revisions.c[name] for name in Revision.__slots__ if name != "number"]]
_PLAIN: dict[str, Any] = {"kind": "real", "title": [], "text": [], "figures": [], "note": ""}


def edited(connection: Connection, article_id: int, change: Change, at: datetime, note: str = "") -> None:
    """The article's title or text changed; the note of a boring change says why it is."""
    row = {
        "kind": change.kind,
        "title": _pairs(change.title),
        "text": _pairs(change.text),
        "figures": [asdict(figure) for figure in change.figures],
        "note": note or ", ".join(change.grounds),
    }
    _add(connection, article_id, "edited", at, row)


def withdrawn(connection: Connection, article_id: int, at: datetime, note: str = "") -> bool:
    """The article is gone from its site; it is kept and marked. Whether it stood until now."""
    stood = _mark(connection, article_id, at)
    if stood:
        _add(connection, article_id, "withdrawn", at, {"note": note})
    return stood


def restored(connection: Connection, article_id: int, at: datetime, note: str = "") -> bool:
    """The article stands where it stood; whether it had been withdrawn."""
    was_gone = _mark(connection, article_id, None)
    if was_gone:
        _add(connection, article_id, "restored", at, {"note": note})
    return was_gone


def of_article(connection: Connection, article_id: int) -> tuple[Revision, ...]:
    """All of one article, the oldest first, boring ones too."""
    chosen = select(*_COLUMNS).where(revisions.c.article_id == article_id).order_by(revisions.c.id)
    return _read(connection, chosen)


def newest(connection: Connection, limit: int = 20, *, boring: bool = False) -> tuple[Revision, ...]:
    """Of all articles, the newest first; boring ones only when wanted."""
    chosen = _wanted(boring).order_by(revisions.c.at.desc(), revisions.c.id.desc()).limit(limit)
    return _read(connection, chosen)


def since(connection: Connection, number: int, limit: int = 1000, *, boring: bool = False) -> tuple[Revision, ...]:
    """Those with a higher number, in their order: what came after the last one that was seen."""
    return _read(connection, _wanted(boring).where(revisions.c.id > number).order_by(revisions.c.id).limit(limit))


class Revised(NamedTuple):
    """How often an article was really changed, withdrawn or restored, and when last."""

    times: int
    at: datetime


def revised(connection: Connection) -> dict[int, Revised]:
    """By id, the articles of which something became."""
    chosen = select(revisions.c.article_id, func.count(), func.max(revisions.c.at)).where(revisions.c.kind == "real")
    rows = connection.execute(chosen.group_by(revisions.c.article_id))
    return {article_id: Revised(count, at) for article_id, count, at in rows}


class Numbered(NamedTuple):
    """A revision, and which one of its article it is, from 1."""

    revision: Revision
    ordinal: int


def newest_numbered(connection: Connection, limit: int) -> tuple[Numbered, ...]:
    """As `newest`."""
    found = newest(connection, limit)
    ordinals = _ordinals(connection, {revision.article_id for revision in found})
    return tuple(Numbered(revision, ordinals[revision.number]) for revision in found)


def _ordinals(connection: Connection, article_ids: Collection[int]) -> dict[int, int]:
    place = func.row_number().over(partition_by=revisions.c.article_id, order_by=revisions.c.id)
    chosen = select(revisions.c.id, place).where(revisions.c.kind == "real")
    return dict(connection.execute(chosen.where(revisions.c.article_id.in_(article_ids))).all())


def _wanted(boring: bool) -> Select[Any]:
    chosen = select(*_COLUMNS)
    return chosen if boring else chosen.where(revisions.c.kind == "real")


def _add(connection: Connection, article_id: int, event: str, at: datetime, row: dict[str, Any]) -> None:
    connection.execute(insert(revisions), _PLAIN | row | {"article_id": article_id, "event": event, "at": at})


def _mark(connection: Connection, article_id: int, at: datetime | None) -> bool:
    """Whether that is news. The record's stamp moves, so that exports see it; another text may stand for the story."""
    unmarked = articles.c.withdrawn.is_(None) if at else articles.c.withdrawn.is_not(None)
    here = update(articles).where(articles.c.id == article_id, unmarked).values(withdrawn=at)
    row = connection.execute(here.returning(articles.c.first_seen, articles.c.updated)).first()
    if row:
        former_records.keep(connection, article_id, withdrawn=at is None)
        records.mark(connection, article_id, records.Sight(row.first_seen, row.updated, at))
        waiting.add(connection, unsettled, article_id)
    return row is not None


def _pairs(pieces: Iterable[Piece]) -> list[list[str]]:
    return [[piece.op, piece.text] for piece in pieces]


def _read(connection: Connection, chosen: Select[Any]) -> tuple[Revision, ...]:
    return tuple(map(_revision, connection.execute(chosen)))


def _revision(row: Row[Any]) -> Revision:
    number, article_id, at, event, kind, title, text, figures, note = tuple(row)
    told = tuple(FigureChange(**figure) for figure in figures)
    return Revision(number, article_id, at, event, kind, _pieces(title), _pieces(text), told, note)


def _pieces(pairs: Iterable[tuple[Op, str]]) -> tuple[Piece, ...]:
    return tuple(Piece(op, words) for op, words in pairs)
