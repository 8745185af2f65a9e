"""Lines that are no part of the article: menus, paths, licences, share bars, captions, what else to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from nnnews.text.expressions import expression
from nnnews.text.furniture import CONTACTS, OTHERS, OWNERS, RELATED, RULES, Rule, Where, alternatives, fold

# Longer lines are paragraphs; licence rows of a footer may be longer still.
_LONGEST = 120
_LONGEST_FOOTER = 400
_FOOTER = expression(r"[Ii][Cc][Pp]|版权所有|许可证|公网安备|[Cc][Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]")
_PARAGRAPH = 20
# A headline may end in ！ or ？; running text that does is longer.
_EXCLAIMED = 40
_LONG_PARAGRAPH = 60
_BARS = " \u3000|｜"
# 责任编辑：张三 may stand below the share bar: the byline reader wants it.
_CREDIT = expression(
    r"[\s\[【(（□■]*(?:责任?编|责编|编辑|值班[编总主领]|本[期版][责编]|网编|[一二三初复终主]审|审[核稿签定]|校对|来源|稿源|作者"
    r"|[^，。]{0,8}记者|[^，。]{0,8}通讯员|供稿|撰稿|撰文|文字?[:：/]|图片?[:：/]|摄影)"
    r"|.{0,60}(?:摄|供图|摄影|供稿)[)）]?$|.{0,30}20\d\d[-年/.]\d"
)

# A caption that names its photographer is left for the byline reader too.
_PHOTOGRAPHED = expression(r"(?:摄|供图|摄影)[)）]?[。|\s]*$")
_DATE_ALONE = expression(r"20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?")
_BETWEEN_ENTRIES = expression(r"[\s|｜·/【】\[\]]+")
# 某县人大 · 代表风采: whose page, which column.
_COLUMN = expression(r"[^\s，。]{2,14}[ \u3000]+[·•|][ \u3000]+[^\s，。]{2,10}")


@cache
def _menu_words() -> frozenset[str]:
    """The names of columns that make up the menus of news and congress sites."""
    return frozenset(files(__package__).joinpath("menu_words.txt").read_text(encoding="utf-8").split())


class _Kind(Enum):
    """What a line turned out to be."""

    TEXT = 1
    FURNITURE = 2
    CLOSING = 3
    OWNER = 4
    CONTACT = 5
    RELATED = 6


_CLOSERS = frozenset((_Kind.CLOSING, _Kind.OWNER, _Kind.RELATED))


# In the order to try them. RELATED and OWNERS come first, as they say more than that they close.
_ORDER: tuple[tuple[_Kind, tuple[Rule, ...]], ...] = (
    (_Kind.CONTACT, CONTACTS),
    (_Kind.RELATED, RELATED),
    (_Kind.OWNER, tuple(rule for rule in OWNERS if rule.where == "anywhere")),
    (_Kind.CLOSING, tuple(rule for rule in OWNERS + OTHERS if rule.closes)),
    (_Kind.FURNITURE, tuple(rule for rule in OWNERS + OTHERS if not rule.closes)),
)


@cache
def _telling() -> re.Pattern[str]:
    """The words without one of which many rules need not be tried."""
    return expression("|".join(rule.needs for rule in RULES if rule.needs))


@cache
def _rules(where: Where, told: bool) -> re.Pattern[str]:
    """The rules that hold `where`, a group for each kind; compiled when first wanted, for they are large.

    Without `told` those that need a telling word are left out.
    """
    chosen = (
        (kind, [rule for rule in rules if rule.where == where and (told or not rule.needs)]) for kind, rules in _ORDER
    )
    return expression("|".join(f"(?P<{kind.name}>{alternatives(rules)})" for kind, rules in chosen if rules))


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines of the article, and the others, each in their order."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def strip_boilerplate(lines: Sequence[str]) -> Stripped:
    """Parts the article from its furniture. The lines are Simplified; blank ones are in neither part."""
    written = [line.strip() for line in lines if line.strip()]
    kinds = [_kind(line, edge=False) for line in written]
    first, last = _body(written, kinds)
    for index in (*range(first), *range(last + 1, len(written))):
        kinds[index] = _kind(written[index], edge=True)
    _mark_menus(written, kinds, range(first, last + 1))
    _close(written, kinds, last)
    _skip_related(written, kinds)
    kept = (line.rstrip(_BARS) for line, kind in zip(written, kinds, strict=True) if kind is _Kind.TEXT)
    removed = (line for line, kind in zip(written, kinds, strict=True) if kind is not _Kind.TEXT)
    return Stripped(tuple(kept), tuple(removed))


def is_boilerplate(line: str, edge: bool = True) -> bool:
    """Whether a line by itself is furniture; `edge`: it stands before the text or behind it."""
    return _kind(line, edge) is not _Kind.TEXT


def is_paragraph(line: str) -> bool:
    """Whether a line is running text and no heading, caption or row."""
    if len(line) >= _PARAGRAPH and ("。" in line or "；" in line):
        return True
    if len(line) >= _EXCLAIMED and ("！" in line or "？" in line):
        return True
    return len(line) >= _LONG_PARAGRAPH and ("，" in line or "," in line) and not _FOOTER.search(line)


def _body(lines: Sequence[str], kinds: Sequence[_Kind]) -> tuple[int, int]:
    """The first and last paragraph; all of a text that has none."""
    paragraphs = [
        index
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if kind is _Kind.TEXT and is_paragraph(line)
    ]
    return (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines))


def _kind(line: str, edge: bool) -> _Kind:
    if len(line) > _LONGEST and not (len(line) <= _LONGEST_FOOTER and _FOOTER.search(line)):
        return _Kind.TEXT
    folded = fold(line)
    told = _telling().search(folded) is not None
    kind = _matching(_rules("anywhere", told), folded)
    if kind is _Kind.FURNITURE and _PHOTOGRAPHED.search(line):
        return _Kind.TEXT
    if kind is _Kind.TEXT and edge and not _CREDIT.match(line):
        return _Kind.FURNITURE if _is_menu(line) or _COLUMN.fullmatch(line) else _matching(_rules("edge", True), folded)
    return kind


def _matching(rules: re.Pattern[str], folded: str) -> _Kind:
    match = rules.fullmatch(folded)
    return _Kind[str(match.lastgroup)] if match else _Kind.TEXT


def _is_menu(line: str) -> bool:
    """首页  要闻  县区: short words, most of them names of columns. One word alone may be a heading."""
    words = _menu_entries(line)
    return (
        len(words) > 1 and max(map(len, words)) <= 6 and sum(word in _menu_words() for word in words) * 2 >= len(words)
    )


def _menu_entries(line: str) -> list[str]:
    return [word for word in _BETWEEN_ENTRIES.split(line) if word]


def _mark_menus(lines: Sequence[str], kinds: list[_Kind], body: range) -> None:
    """A menu with an entry a line: three names of columns in a row."""
    entries = [index not in body and "".join(_menu_entries(line)) in _menu_words() for index, line in enumerate(lines)]
    for index in range(len(lines) - 2):
        if all(entries[index : index + 3]):
            kinds[index : index + 3] = [_Kind.FURNITURE] * 3


def _close(lines: Sequence[str], kinds: list[_Kind], last: int) -> None:
    """Behind the last paragraph, what follows a closing line is furniture too; credits are not.

    An address or a telephone is furniture in the head, and in a footer that names its owner; else it ends a notice.
    """
    owned = _Kind.OWNER in kinds[last + 1 :]
    closed = False
    for index, kind in enumerate(kinds):
        if kind is _Kind.CONTACT:
            kinds[index] = _Kind.FURNITURE if owned or closed or index <= last else _Kind.TEXT
        elif kind is _Kind.TEXT and closed and not _CREDIT.match(lines[index]):
            kinds[index] = _Kind.FURNITURE
        closed = closed or (index > last and kind in _CLOSERS)


def _skip_related(lines: Sequence[str], kinds: list[_Kind]) -> None:
    """Headlines below 相关阅读 are other articles; a paragraph ends the list."""
    if _Kind.RELATED not in kinds:
        return
    skipping = False
    for index, line in enumerate(lines):
        if kinds[index] is _Kind.RELATED:
            skipping = True
        elif is_paragraph(line):
            skipping = False
        elif skipping and kinds[index] is _Kind.TEXT and (_DATE_ALONE.fullmatch(line) or not _CREDIT.match(line)):
            kinds[index] = _Kind.FURNITURE
