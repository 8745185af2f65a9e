"""Who wrote an article and where it comes from: every line of a text read for credits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nnnews.byline.credit import Credit, parse_credit
from nnnews.byline.labels import Labels, is_label_row, read_labels
from nnnews.byline.leads import read_lead
from nnnews.byline.roles import has_role
from nnnews.byline.tails import read_remark, read_signature, read_tail
from nnnews.items import CreditLine, Person, Role
from nnnews.text.expressions import expression

_LONGEST_ROW = 120
_PARAGRAPH = 20
_COLON = expression("[:：|｜丨/]")
_DECORATION = " \u3000□■◎●○▲△◆◇★☆▌※—-|｜[]【】［］()（）《》"
# A writer who is credited more closely elsewhere is not credited again by these.
_GENERAL: dict[Role, tuple[Role, ...]] = {
    "author": ("reporter", "correspondent"),
    "contributor": ("reporter", "correspondent", "author"),
}


@dataclass(frozen=True, slots=True)
class Credits:
    """The people and the source; the body without its credits; the lines that were credits and nothing else.

    `read` are the words that people and source were read from, in order.
    """

    people: tuple[Person, ...]
    source: str | None
    lines: tuple[str, ...]
    removed: tuple[str, ...]
    read: tuple[CreditLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: before the first paragraph, from the last one on."""

    heading: bool
    closing: bool


@dataclass(slots=True)
class _Reading:
    """What was read so far. Sources are kept by where they stood; a label outweighs a dateline, that an office."""

    people: list[Person] = field(default_factory=list)
    labelled: list[str] = field(default_factory=list)
    dateline: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    read: list[CreditLine] = field(default_factory=list)

    def take(self, found: Credit | Labels, sources: list[str], line: CreditLine) -> None:
        self.people += found.people
        if found.source:
            sources.append(found.source)
        if found.people or found.source:
            self.read.append(line)


def read_credits(lines: Sequence[str], info: Sequence[str] = (), title: str | None = None) -> Credits:
    """Reads the body `lines` and the credit lines found outside it (`info`).

    Nobody is credited who only occurs in the story: a name counts behind a role, or in brackets where the text ends.
    """
    reading = _Reading()
    for row in info:
        _read_info(reading, row)
    first, last = _paragraphs(lines)
    for index, line in enumerate(lines):
        _read_line(reading, line, _Place(heading=index < first, closing=index >= last), title)
    sources = [*reading.labelled, *reading.dateline, *reading.closing]
    return Credits(
        _told_once(reading.people),
        sources[0] if sources else None,
        tuple(reading.lines),
        tuple(reading.removed),
        tuple(reading.read),
    )


def _paragraphs(lines: Sequence[str]) -> tuple[int, int]:
    """Where the text begins and ends: the first and the last line that is a whole sentence."""
    sentences = [index for index, line in enumerate(lines) if len(line) > _PARAGRAPH and "。" in line]
    return (sentences[0], sentences[-1]) if sentences else (len(lines), 0)


def _read_info(reading: _Reading, row: str) -> None:
    labels = read_labels(row)
    reading.take(labels, reading.labelled, CreditLine(row, "labels beside the text"))
    if not labels.found and (tail := read_tail(row, closing=False)):
        reading.take(tail.credit, [], CreditLine(row, "credit beside the text"))


def _read_line(reading: _Reading, line: str, place: _Place, title: str | None) -> None:
    if title and _is_echo(line, title):
        reading.removed.append(line)
        return
    if len(line) <= _LONGEST_ROW and _read_row(reading, line, place.heading):
        reading.removed.append(line)
        return
    rest = _without_tail(reading, _without_leads(reading, line), place.closing)
    if rest:
        reading.lines.append(rest)
    else:
        reading.removed.append(line)


def _is_echo(line: str, title: str) -> bool:
    """The headline said again, as the caption of a picture may do."""
    return line.startswith(title) and len(line) <= len(title) + 10 and "。" not in line


def _read_row(reading: _Reading, line: str, heading: bool) -> bool:
    """Whether the whole line is credits: labelled fields, or a credit by itself."""
    if is_label_row(line):
        labels = read_labels(line)
        if labels.sure and _is_credit_row(labels, line, heading):
            reading.take(labels, reading.labelled, CreditLine(line, "row of labels"))
            return True
    if heading and (signed := read_signature(line)):
        reading.take(signed, reading.closing, CreditLine(line, "signature"))
        return True
    if "。" in line[:-1] or not has_role(line):
        return False
    words = line.strip(_DECORATION)
    remark = read_remark(words)
    credit = remark or parse_credit(words)
    if credit is None or (remark is None and credit.blank and not _COLON.search(line)):
        return False
    reading.take(credit, reading.closing, CreditLine(line, "line of its own"))
    return True


def _is_credit_row(labels: Labels, line: str, heading: bool) -> bool:
    """时间：2024年5月20日 dates an article in its head; further down it announces a meeting."""
    if labels.people or labels.source or labels.credits:
        return True
    return labels.published is not None and (heading or not line.lstrip(_DECORATION).startswith(("时间", "日期")))


def _without_leads(reading: _Reading, line: str) -> str:
    """Twice, as （记者 张三） may stand before 本报讯."""
    for _ in range(2):
        lead = read_lead(line)
        if lead is None:
            break
        words = line.removesuffix(lead.rest).strip()
        reading.take(lead.credit, reading.dateline, CreditLine(words, "before the text"))
        line = lead.rest
    return line


def _without_tail(reading: _Reading, line: str, closing: bool) -> str:
    """Twice, as （编辑：张三） may stand behind （记者 李四）."""
    for _ in range(2):
        tail = read_tail(line, closing)
        if tail is None:
            break
        words = line.removeprefix(tail.rest).strip()
        reading.take(tail.credit, reading.closing, CreditLine(words, "caption" if tail.caption else "behind the text"))
        line = "" if tail.caption else tail.rest
    return line


def _told_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once a role, without the general role of one who has a closer one."""
    unique = tuple(dict.fromkeys(people))
    held = {(one.name, one.role) for one in unique}
    return tuple(one for one in unique if not any((one.name, closer) in held for closer in _GENERAL.get(one.role, ())))
