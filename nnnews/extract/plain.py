"""An article that came as plain text: headline, head rows and body have to be told by their looks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nnnews.byline.labels import is_label_row, read_labels
from nnnews.byline.leads import read_lead
from nnnews.byline.tails import read_signature, read_tail
from nnnews.extract.dates import Dated, read_date
from nnnews.items import Article
from nnnews.text.boilerplate import is_boilerplate, is_paragraph
from nnnews.text.normalise import normalise

_DATE_ROW = re.compile(
    r"[ \u3000（(]*[\d〇○一二三四五六七八九十年月日时分秒:：./ -]{8,30}(?:(?:星期|周)[一二三四五六日天])?[ \u3000）)]*"
)
# 一、 （二） 1. 第三章 各位代表： （2023年8月24日主任会议通过）
_BODY_LIKE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]|第.{1,3}[章节条]).*|.*[:：]|[（(].*[)）]"
)
_LONGEST_TITLE = 80
_LONGEST_MOTTO = 20
_NEARLY = 0.6
_HAN_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")
_COMPARED = 3000


@dataclass(frozen=True, slots=True)
class _Head:
    """What stood before the first paragraph; `rest` is what stays for the body, `dropped` is no part of it."""

    title: str | None
    kicker: str | None
    subtitle: str | None
    info: tuple[str, ...]
    dropped: tuple[str, ...]
    rest: tuple[str, ...]


def extract_text(raw: str, url: str | None = None) -> Article:
    """The article in a text. Its furniture and credits are still in `text`, but for the rows of the head.

    Those are in `info`, for the byline reader, and in `removed`. A text without headline has `title` None.
    """
    normalised = normalise(raw)
    lines = [line for line in normalised.text.split("\n") if line]
    start = _first_paragraph(lines)
    head = _read_head(lines[:start], lines[start:])
    dated = _published(head.info, lines[start:])
    return Article(
        key=url or "",
        url=url,
        title=head.title,
        kicker=head.kicker,
        subtitle=head.subtitle,
        published=dated.when if dated else None,
        published_precision=dated.precision if dated else None,
        source=next((source for row in head.info if (source := read_labels(row).source)), None),
        script=normalised.script,
        text="\n".join((*head.rest, *lines[start:])),
        removed=head.info + head.dropped,
        info=head.info,
    )


def _first_paragraph(lines: Sequence[str]) -> int:
    """The index of the first line of running text; without any, of the second line."""
    paragraphs = (i for i, line in enumerate(lines) if is_paragraph(line) and not is_boilerplate(line))
    return next(paragraphs, min(1, len(lines)))


def _read_head(head: Sequence[str], body: Sequence[str]) -> _Head:
    info = tuple(line for line in head if _is_info(line))
    others = [line for line in head if line not in info]
    pairs = _pairs(body)
    told = {line: len(_pairs((line,)) & pairs) for line in others if _may_be_title(line)}
    title = _headline(told, others)
    if title is None:
        return _Head(None, None, None, info, (), tuple(others))
    subtitle = next((line for line in others if line.startswith(("——", "--"))), None)
    above = others[: others.index(title)]
    dropped = tuple(line for line in told if line != title and (line in above or _is_motto(line, told[line])))
    rest = tuple(line for line in others if line not in (title, subtitle) and line not in dropped)
    kicker = next((line for line in reversed(above) if told.get(line)), None)
    return _Head(title, kicker, subtitle.lstrip("—- ") if subtitle else None, info, dropped, rest)


def _headline(told: Mapping[str, int], lines: Sequence[str]) -> str | None:
    """The line that is repeated; else the first that has nearly as much in common with the text as any; else the last.

    `told` counts that for each line that may be a headline. A motto has nothing in common; nor has 写在大地上的答卷,
    but a headline stands nearest to the text.
    """
    if repeated := [line for line in told if _repeats(line, lines)]:
        return repeated[0]
    most = max(told.values(), default=0)
    near = [line for line, shared in told.items() if shared >= most * _NEARLY]
    return (near[0] if most else near[-1]) if near else None


def _is_info(line: str) -> bool:
    """来源：… 作者：…, a date with an outlet beside it, a date alone."""
    return is_label_row(line) or bool(_DATE_ROW.fullmatch(line) and read_date(line))


def _may_be_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or line.startswith(("——", "--")) or is_boilerplate(line):
        return False
    if _BODY_LIKE.fullmatch(line):
        return False
    if read_labels(line).found or read_signature(line):
        return False
    return read_lead(line) is None and read_tail(line, closing=False) is None


def _repeats(title: str, lines: Iterable[str]) -> bool:
    """Whether another line begins with the headline, as a caption or a window title does."""
    return len(title) > 5 and sum(line.startswith(title) for line in lines) > 1


def _is_motto(line: str, shared: int) -> bool:
    """Whether a short line has no word in common with the text: the motto of a site, the name of a column."""
    return not shared and len(line) <= _LONGEST_MOTTO and not _BODY_LIKE.fullmatch(line)


def _pairs(lines: Sequence[str]) -> set[str]:
    """The pairs of neighbouring Han characters: headline and text share them, a motto shares none."""
    return set(_HAN_PAIR.findall("\n".join(lines)[:_COMPARED]))


def _published(info: Sequence[str], body: Sequence[str]) -> Dated | None:
    """The date of the head; else a labelled one behind the text; else the one a notice is signed with."""
    labelled = (labels.published for line in (*info, *filter(is_label_row, body)) if (labels := read_labels(line)))
    signed = (line for line in reversed(body) if _DATE_ROW.fullmatch(line))
    dates = (read_date(written) for written in (*labelled, *info, *signed) if written)
    return next((dated for dated in dates if dated), None)
