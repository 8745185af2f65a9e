"""For staff: articles that were really changed or withdrawn, and figures that were edited."""

from collections.abc import Iterator

from nnnews.alerts.news import article_subject, matching
from nnnews.alerts.telling import Telling, told_as
from nnnews.alerts.window import Entry, Window
from nnnews.items import SHANGHAI
from nnnews.revisions import FigureChange, Piece
from nnnews.storage import queries, revisions
from nnnews.storage.stored import Revision, StoredArticle

FIGURES, CHANGED, WITHDRAWN, RESTORED = "数字有改动", "报道有修改", "报道已撤下", "报道已恢复"
_SECTIONS = {"edited": CHANGED, "withdrawn": WITHDRAWN, "restored": RESTORED}
_NEWEST = 1000
_WORDS = 30  # characters of what went or came
_PLACES = 5  # changes that are quoted


def due(window: Window) -> Iterator[Entry]:
    """Of articles that the subscription was told of, or asks for now; in the order of the changes."""
    newest = revisions.newest(window.connection, _NEWEST)
    found = [revision for revision in reversed(newest) if revision.at >= window.since]
    asked = matching(window, {revision.article_id for revision in found})
    for revision in found:
        known = revision.article_id in asked or not window.fresh((article_subject(revision.article_id),))
        subjects = (f"revision {revision.number}",)
        if not known or not window.fresh(subjects):
            continue
        if stored := queries.article(window.connection, revision.article_id):
            yield Entry(subjects, _section(revision), told_as(window.subscription.template, _telling(stored, revision)))


def _section(revision: Revision) -> str:
    return FIGURES if _edited(revision) else _SECTIONS[revision.event]


def _edited(revision: Revision) -> list[FigureChange]:
    """Figures that say another number now; what was cut or added with its sentence is a change of the text."""
    return [change for change in revision.figures if change.before is not None and change.after is not None]


def _telling(stored: StoredArticle, revision: Revision) -> Telling:
    if revision.event != "edited":
        return Telling(stored, f"{_SECTIONS[revision.event]}：{revision.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
    parts = [f"标题：{words}" for words in _quoted(revision.title)] + list(_quoted(revision.text))
    more = "……" if len(parts) > _PLACES else ""
    return Telling(stored, "；".join(parts[:_PLACES]) + more, "；".join(map(_figure, _edited(revision))))


def _quoted(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """“旧”改为“新”, 删去“旧”, 加上“新”."""
    out = ""
    for piece in (*pieces, Piece("same", "")):
        if piece.op == "out":
            out += piece.text
        elif piece.op == "in":
            yield f"“{_short(out)}”改为“{_short(piece.text)}”" if out else f"加上“{_short(piece.text)}”"
            out = ""
        elif out:
            yield f"删去“{_short(out)}”"
            out = ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else line[:_WORDS] + "…"


def _figure(change: FigureChange) -> str:
    """代表：50余名 → 60余名."""
    told = f"{change.before_text} → {change.after_text}"
    return f"{change.subject}：{told}" if change.subject else told
