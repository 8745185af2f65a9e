"""What became of an article, in Chinese: marks before titles, sentences, and the changed paragraphs of its text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from nnnews.exporters.markup import clean, element, inner
from nnnews.items import SHANGHAI
from nnnews.revisions import FigureChange, Piece
from nnnews.revisions.change import is_changed
from nnnews.storage.stored import Revision

MARKS = {"edited": "【有修改】", "withdrawn": "【已撤稿】", "restored": "【已恢复】"}
_TAGS = {"out": "del", "in": "ins"}
_AROUND = 40  # characters of unchanged words beside a change
_SPARED = 20  # fewer are not worth an ellipsis
Paragraph = tuple[Piece, ...]


def notice(withdrawn: datetime) -> str:
    """What stands in place of a text that its site has taken back."""
    return f"这篇文章已从原网站撤下（{_day(withdrawn)}查知），这里只留标题和出处。"


def told(revision: Revision) -> str:
    """One line: what happened, the figures first."""
    if revision.event == "withdrawn":
        return notice(revision.at)
    if revision.event == "restored":
        return f"这篇文章又出现在原网站上（{_day(revision.at)}查知）。"
    parts = [*map(figure, revision.figures), "标题有改动" if is_changed(revision.title) else "", _count(revision.text)]
    return "；".join(filter(None, parts)) + "。"


def as_html(revision: Revision) -> str:
    """The body of its entry in the feed of updates: the line, then what went and what came."""
    blocks = [element("p", told(revision))]
    if is_changed(revision.title):
        blocks.append(f"<p>标题：{_marked(revision.title)}</p>")
    for part in changed(revision.text):
        blocks.append(element("p", skipped(part)) if isinstance(part, int) else f"<p>{_marked(part)}</p>")
    if len(blocks) > 1:
        blocks.append("<p>（删除线为删去的字，下划线为增加的字。）</p>")
    return "\n".join(blocks)


def figure(change: FigureChange) -> str:
    """建议：36条改为63条."""
    before, after = clean(change.before_text), clean(change.after_text)
    subject = f"{clean(change.subject)}：" if change.subject else ""
    if before and after:
        return f"{subject}{before}改为{after}"
    return f"{subject}增加{after}" if after else f"{subject}删去{before}"


def changed(pieces: Paragraph) -> Iterator[Paragraph | int]:
    """The paragraphs in which something changed, their unchanged words shortened; between them, how many did not."""
    unchanged = 0
    for paragraph in _paragraphs(pieces) if is_changed(pieces) else ():
        if not is_changed(paragraph):
            unchanged += 1
            continue
        if unchanged:
            yield unchanged
        yield tuple(_shortened(paragraph))
        unchanged = 0
    if unchanged:
        yield unchanged


def skipped(count: int) -> str:
    """Paragraphs that are left out."""
    return f"……（{count}段未改）……"


def _paragraphs(pieces: Paragraph) -> Iterator[Paragraph]:
    """A line that ends in the old or in the new text ends a paragraph; one without words is none."""
    own: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        own.append(replace(piece, text=first))
        for line in others:
            yield from _whole(tuple(own))
            own = [replace(piece, text=line)]
    yield from _whole(tuple(own))


def _whole(pieces: Paragraph) -> Iterator[Paragraph]:
    kept = tuple(piece for piece in pieces if piece.text)
    if kept:
        yield kept


def _shortened(paragraph: Paragraph) -> Iterator[Piece]:
    """Unchanged words are kept near the changes only."""
    last = len(paragraph) - 1
    for place, piece in enumerate(paragraph):
        text = piece.text
        before, after = _AROUND * (place > 0), _AROUND * (place < last)
        if piece.op == "same" and len(text) > before + after + _SPARED:
            piece = Piece("same", text[:before] + "…" + text[len(text) - after :])
        yield piece


def _marked(pieces: Paragraph) -> str:
    return "".join(
        element(_TAGS[piece.op], piece.text) if piece.op in _TAGS else inner(clean(piece.text)) for piece in pieces
    )


def _count(pieces: Paragraph) -> str:
    count = sum(not isinstance(part, int) for part in changed(pieces))
    return f"正文改动{count}段" if count else ""


def _day(when: datetime) -> str:
    own = when.astimezone(SHANGHAI)
    return f"{own.year}年{own.month}月{own.day}日"
